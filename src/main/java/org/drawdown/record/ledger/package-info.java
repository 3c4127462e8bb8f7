/**
 * The books of what happened: pure functions of what there was on the first day and of the entries.
 */
package org.drawdown.record.ledger;
