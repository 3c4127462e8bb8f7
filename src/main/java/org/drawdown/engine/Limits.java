package org.drawdown.engine;

/**
 * When a search ends and how it goes.
 *
 * @param timeMillis longest time in milliseconds, at least 1
 * @param maxIterations most plans built, 0 for no limit
 * @param targetGap gap, 0 to 1, at which the plan is good enough
 * @param seed of the random numbers
 * @param threads that search, at least 1; the plan does not depend on it
 */
public record Limits(
    long timeMillis, long maxIterations, double targetGap, long seed, int threads) {}
