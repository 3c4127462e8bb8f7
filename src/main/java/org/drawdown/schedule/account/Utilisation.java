package org.drawdown.schedule.account;

import java.time.LocalDate;

/**
 * How much of something is used on a day.
 *
 * @param resource TRUCKS, ESCORTS, AIRCRAFT, AIRFIELD or ROUTE
 * @param name aircraft type, base or route; of trucks and escorts their hub
 * @param available null where nothing limits it
 */
public record Utilisation(
    String resource, String name, LocalDate date, int used, Integer available) {}
