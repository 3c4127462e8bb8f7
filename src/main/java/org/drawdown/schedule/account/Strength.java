package org.drawdown.schedule.account;

import java.time.LocalDate;

/**
 * People and loads still in place in the evening of a day.
 *
 * @param base null on the road
 * @param place BASE or ROAD
 */
public record Strength(String base, String place, LocalDate date, int people, int loads) {}
