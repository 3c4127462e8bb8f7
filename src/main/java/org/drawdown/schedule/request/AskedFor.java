package org.drawdown.schedule.request;

/** The request behind a schedule, complete, as it is kept. */
public record AskedFor(Assumptions assumptions, Objective objective, Solve solve) {}
