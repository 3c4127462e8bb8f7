package org.drawdown.planning.replan;

import java.util.List;
import org.drawdown.engine.History;
import org.drawdown.engine.Plan;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.planning.problem.PlanningProblem;

/**
 * The part of the plan before that a replan keeps.
 *
 * @param planning the problem after what has happened
 * @param history for the engine
 * @param before the whole plan before, to start from
 * @param unpinned movements that should have stayed and cannot
 * @param past what really happened; null where nothing was reported
 */
public record KeptPlan(
    PlanningProblem planning,
    History history,
    Plan before,
    List<Unpinned> unpinned,
    RecordedPast past) {

  /** What is kept of a plan to which nothing was reported. */
  public KeptPlan(PlanningProblem planning, History history, Plan before, List<Unpinned> unpinned) {
    this(planning, history, before, unpinned, null);
  }

  /** A movement that should have stayed, and the rule that it would break. */
  public record Unpinned(String movement, Violation broken) {}
}
