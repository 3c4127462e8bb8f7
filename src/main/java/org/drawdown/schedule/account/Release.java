package org.drawdown.schedule.account;

import java.time.LocalDate;

/**
 * When the plan no longer needs something.
 *
 * @param resource AIRCRAFT, TRUCKS or ESCORTS
 * @param releasedOn the day after the last on which the plan needs it
 */
public record Release(
    String resource, String asset, String type, int number, LocalDate releasedOn) {}
