/**
 * Planning runs: takes a request, turns the dataset and its assumptions into the engine's problem,
 * lets the engine think in the background, checks its answer and keeps it.
 */
package org.drawdown.planning;
