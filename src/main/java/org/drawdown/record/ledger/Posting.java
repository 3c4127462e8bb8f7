package org.drawdown.record.ledger;

/**
 * People of a unit, or loads of an asset, that went from one account to another.
 *
 * @param item id of the unit or asset
 * @param amount people or loads; above 0
 */
public record Posting(Account from, Account to, String item, int amount) {}
