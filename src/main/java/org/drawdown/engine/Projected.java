package org.drawdown.engine;

/** A plan that nobody made, and the problem with the horizon that it needs. */
public record Projected(Problem problem, Plan plan) {}
