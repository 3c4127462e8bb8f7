package org.drawdown.schedule;

import java.time.LocalDate;

/**
 * When a base closes.
 *
 * @param phase number of the phase that closes it, or null
 * @param daysLate days after the end of its window: what the host State has agreed to, or else that
 *     phase
 * @param within1Percent how firm the date is
 */
public record Closure(
    String base, LocalDate closedOn, Integer phase, int daysLate, Range within1Percent) {

  /**
   * The earliest and the latest day on which a base closes in the valid plans seen whose objective
   * is at most one per cent above the one kept.
   */
  public record Range(LocalDate from, LocalDate to) {}
}
