package org.drawdown.planning.run;

import java.util.List;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.run.RunResults.Finished;

/** A plan that was edited by hand: it is judged, and kept as it is. */
final class ManualPlan {

  private ManualPlan() {}

  /** What a plan has come to: READY if it breaks no rule, else UNRESOLVED with those it breaks. */
  static Finished judged(RunQueue.Prepared prepared, PlanDocument document, String id) {
    var problem = prepared.planning().problem();
    Plan plan = PlanReader.read(prepared.planning(), document);
    var judgement = Verifier.judgeEdited(problem, plan);
    var order = new RunOrder(id, 1, null, prepared.planning(), null, null, prepared.kept());
    var bound = Planner.bound(problem);
    if (!judgement.valid()) {
      var broken = new Outcome.Broken(plan, problem);
      return RunResults.edited(
          order, new Outcome(null, broken, 0, bound, List.of(), List.of(), null), judgement);
    }
    long objective = judgement.ledger().objective();
    return RunResults.edited(
        order, new Outcome(plan, null, objective, bound, List.of(), List.of(), null), judgement);
  }
}
