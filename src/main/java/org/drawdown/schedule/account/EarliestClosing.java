package org.drawdown.schedule.account;

import java.time.LocalDate;

/**
 * The day on which a base closes if it is dispatched first and all else keeps its order.
 *
 * @param closesOn null where that leads to no plan
 */
public record EarliestClosing(String base, LocalDate closesOn) {}
