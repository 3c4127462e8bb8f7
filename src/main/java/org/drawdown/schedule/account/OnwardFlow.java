package org.drawdown.schedule.account;

import java.time.LocalDate;

/**
 * Loads and people that leave a hub on a day.
 *
 * @param loadsInYard loads that arrived, in the evening
 * @param peopleWaiting people who arrived, in the evening
 */
public record OnwardFlow(
    String base,
    LocalDate date,
    int loadsShipped,
    int loadsInYard,
    int peopleFlown,
    int peopleWaiting) {}
