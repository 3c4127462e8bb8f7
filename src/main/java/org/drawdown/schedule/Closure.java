package org.drawdown.schedule;

import java.time.LocalDate;

/**
 * When a base closes.
 *
 * @param phase number of the phase that closes it, or null
 * @param daysLate days after the end of that phase
 */
public record Closure(String base, LocalDate closedOn, Integer phase, int daysLate) {}
