package org.drawdown.engine;

/**
 * What no valid plan can beat.
 *
 * @param objective no valid plan has a lower objective
 * @param relaxation the relaxation that proves it
 * @param earliestCompletion the first day by which all bases that do not stay for liquidation can
 *     be closed
 * @param completionRelaxation the relaxation that proves it
 */
public record Bound(
    long objective, String relaxation, int earliestCompletion, String completionRelaxation) {

  /** How far an objective may be above the best: (objective − bound) ÷ objective, 0 for 0. */
  public double gap(long found) {
    return found <= 0 ? 0 : Math.max(0, (double) (found - objective) / found);
  }
}
