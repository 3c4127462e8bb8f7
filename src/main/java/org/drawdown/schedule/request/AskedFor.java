package org.drawdown.schedule.request;

import java.util.List;

/**
 * The request behind a schedule, complete, as it is kept.
 *
 * @param left names of assumptions of the schedule before that no longer fit the data
 */
public record AskedFor(
    Assumptions assumptions, Objective objective, Solve solve, List<String> left) {

  public AskedFor {
    left = left == null ? List.of() : List.copyOf(left);
  }
}
