package org.drawdown.record.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.ledger.LossLine;
import org.drawdown.record.ledger.Opening;

/**
 * What of one asset was lost.
 *
 * @param entry sequence of the entry by which it was
 * @param base code, or null where it was with a movement
 * @param movement id, or null where it was at a base
 * @param contributor null for what no country contributed
 * @param loads 0 where it does not move
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LossView(
    long entry,
    LocalDate on,
    String base,
    String movement,
    String asset,
    String category,
    String contributor,
    int quantity,
    int loads,
    long valueUsd,
    Loss.Fate fate,
    Loss.Cause cause,
    String event) {

  static LossView of(LossLine line, Opening opening) {
    var asset = opening.asset(line.asset());
    return new LossView(
        line.entry().sequence(),
        line.entry().day(),
        line.base(),
        line.movement(),
        line.asset(),
        asset.category(),
        asset.contributor(),
        line.quantity(),
        line.loads(),
        line.valueUsd(),
        line.fate(),
        line.cause(),
        line.event());
  }
}
