package org.drawdown.planning.result;

import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.result.Violation;

/** Writes what the verifier found. */
public final class Violations {

  private Violations() {}

  /** A violation with dates for days and codes for positions. */
  public static Violation document(
      org.drawdown.engine.verifier.Violation found, PlanningProblem planning) {
    var start = planning.dataset().mission().startDate();
    return new Violation(
        found.rule(),
        planning.code(found.site()),
        found.movement(),
        planning.date(found.day()),
        found.allowed(),
        found.found(),
        found.breach(),
        found.particulars().names(),
        found.particulars().numbers(),
        found.particulars().days().stream().map(d -> start.plusDays(d)).toList());
  }
}
