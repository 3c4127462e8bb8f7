package org.drawdown.planning.replan;

import java.util.HashMap;
import org.drawdown.engine.History;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.result.Violations;
import org.drawdown.schedule.result.ScheduleResult;

/** Counts how a plan differs from the one before. */
public final class PlanChanges {

  private PlanChanges() {}

  /** The changes of a plan, and what could not stay. */
  public static ScheduleResult.Changes of(KeptPlan kept, Plan plan, PlanningProblem planning) {
    var before = new HashMap<String, Movement>();
    kept.history().base().forEach(m -> before.put(m.id(), m));
    int same = 0;
    int moved = 0;
    int added = 0;
    for (var movement : plan.movements()) {
      var was = before.remove(movement.id());
      if (was == null) {
        added++;
      } else if (History.differs(movement, was)) {
        moved++;
      } else {
        same++;
      }
    }
    var unpinned =
        kept.unpinned().stream()
            .map(
                u ->
                    new ScheduleResult.Unpinned(
                        u.movement(), u.broken().rule(), Violations.document(u.broken(), planning)))
            .toList();
    return new ScheduleResult.Changes(same, moved, added, before.size(), unpinned);
  }
}
