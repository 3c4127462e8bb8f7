package org.drawdown.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.language.Text;

/**
 * What the closing of a base would mean for others.
 *
 * @param servicesWithoutSuccessor that end with it and that nobody follows; those of kind JOBS are
 *     counted in {@code jobs}
 * @param jobs of national staff, and of services that say how many
 * @param guardsFreed people of infantry, armoured and police units
 * @param loads that have to move
 * @param people who travel, national staff not among them
 * @param closesOn the day on which it closes under the schedule
 * @param earliestClose the day on which it closes if it is dispatched first and all else keeps its
 *     order, never after that of the schedule; null where that leads to no plan, or the schedule is
 *     too old to say it
 * @param strands bases whose every road to their hub passes through it or ends there
 * @param limitedImpact whether no service is without a successor, and no base is stranded
 * @param sentence what ends with it
 */
record ImpactRow(
    String base,
    int servicesWithoutSuccessor,
    BigDecimal jobs,
    int guardsFreed,
    int loads,
    int people,
    LocalDate closesOn,
    LocalDate earliestClose,
    List<String> strands,
    boolean limitedImpact,
    Text sentence) {}
