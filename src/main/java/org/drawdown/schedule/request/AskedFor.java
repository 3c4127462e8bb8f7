package org.drawdown.schedule.request;

/** What a schedule was asked for, complete, as it is kept. */
public record AskedFor(Assumptions assumptions, Objective objective, Solve solve) {}
