package org.drawdown.engine;

import java.util.List;

/**
 * What planning came to.
 *
 * @param plan the best plan found, or null
 * @param objective its objective
 * @param conflicts where no plan can exist, why: each fact alone is enough; empty otherwise
 */
public record Outcome(
    Plan plan, long objective, Bound bound, List<Conflict> conflicts, Statistics statistics) {

  /** A fact that no plan can get round. */
  public record Conflict(Rule rule, int site, String detail) {}

  /** Why the search ended. */
  public enum StoppedBy {
    TIME_LIMIT,
    ITERATION_LIMIT,
    TARGET_GAP,
    REQUEST,
    INFEASIBLE
  }

  /**
   * How the search went.
   *
   * @param firstValidAfterMs milliseconds to the first valid plan, -1 if there was none
   * @param iterations plans built
   */
  public record Statistics(
      long firstValidAfterMs,
      long iterations,
      long iterationsPerSecond,
      int threads,
      StoppedBy stoppedBy) {}
}
