package org.drawdown.record.ledger;

import org.drawdown.record.fact.Loss;

/**
 * What of an asset was lost by one entry.
 *
 * @param base code, or null where it was with a movement
 * @param movement id, or null where it was at a base
 * @param loads 0 where it does not move
 * @param valueUsd in proportion to the whole asset
 */
public record LossLine(
    Entry entry,
    String base,
    String movement,
    String asset,
    int quantity,
    int loads,
    long valueUsd,
    Loss.Fate fate,
    Loss.Cause cause,
    String event) {}
