package org.drawdown.schedule.account;

/**
 * Loads and people that a hub could ship and fly home on each day of a schedule.
 *
 * @param onward loads by day, from the start date on
 * @param charter people by day, likewise
 */
public record HubCapacity(String base, int[] onward, int[] charter) {}
