package org.drawdown.schedule;

/** What a schedule was asked for, complete, as it is kept. */
public record AskedFor(Assumptions assumptions, Objective objective, Solve solve) {}
