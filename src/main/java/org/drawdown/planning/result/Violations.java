package org.drawdown.planning.result;

import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.result.ViolationDocument;

/** Writes what the verifier found. */
public final class Violations {

  private Violations() {}

  /** A violation with dates for days and codes for positions. */
  public static ViolationDocument document(
      org.drawdown.engine.verifier.Violation found, PlanningProblem planning) {
    var start = planning.dataset().mission().startDate();
    return new ViolationDocument(
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
