package org.drawdown.engine;

/**
 * A bound that no valid plan can beat.
 *
 * @param objective no valid plan has a lower objective
 * @param relaxation the relaxation that proves it
 * @param earliestCompletion the first day by which all bases that do not stay for liquidation can
 *     be closed
 * @param completionRelaxation the relaxation that proves it
 */
public record Bound(
    long objective, Relaxed relaxation, int earliestCompletion, Relaxed completionRelaxation) {

  /** The kinds of relaxation. */
  public enum Relaxed {
    /** Each base has the whole mission to itself, and each hub has all that will ever come. */
    BASES_APART,
    /** Each base pays by the day for trucks, escorts and charter seats. */
    POOLS_PRICED
  }

  /** How far an objective may be above the best: (objective − bound) ÷ objective, 0 for 0. */
  public double gap(long found) {
    return found <= 0 ? 0 : Math.max(0, (double) (found - objective) / found);
  }
}
