package org.drawdown.planning.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.language.Messages;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.run.RunResults.Finished;

/** A plan that was edited by hand: it is judged, and kept as it is. */
final class ManualPlan {

  private ManualPlan() {}

  /** What a plan has come to: READY if it breaks no rule, else UNRESOLVED with those it breaks. */
  static Finished judged(RunQueue.Prepared prepared, PlanDocument document, String id) {
    var problem = prepared.planning().problem();
    refuseOutside(prepared.planning(), document);
    Plan plan = read(prepared.planning(), document);
    var judgement = Verifier.judgeEdited(problem, plan);
    refuseHalf(prepared.planning(), document, judgement.ledger());
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

  private static void refuseOutside(PlanningProblem planning, PlanDocument document) {
    var faults = new ArrayList<Fault>();
    int last = planning.problem().horizon();
    for (int i = 0; i < document.movements().size(); i++) {
      var m = document.movements().get(i);
      var at = "/plan/movements/" + i;
      refuseOutside(planning.day(m.dispatched()), last, at + "/dispatched", faults);
      refuseOutside(planning.day(m.departs()), last, at + "/departs", faults);
      refuseOutside(planning.day(m.arrives()), last, at + "/arrives", faults);
    }
    for (int i = 0; i < document.stages().size(); i++) {
      var stage = document.stages().get(i);
      var at = "/plan/stages/" + i;
      refuseOutside(planning.day(stage.from()), last + 1, at + "/from", faults);
      if (stage.to() != null) {
        refuseOutside(planning.day(stage.to()), last, at + "/to", faults);
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static void refuseOutside(int day, int last, String pointer, List<Fault> faults) {
    if (day < 0 || day > last) {
      faults.add(new Fault(pointer, Messages::outsideHorizon));
    }
  }

  private static Plan read(PlanningProblem planning, PlanDocument document) {
    try {
      return PlanReader.read(planning, document);
    } catch (Refusal e) {
      throw Refusal.invalid(e.faults().stream().map(f -> f.under("/plan")).toList());
    }
  }

  /** A plan has each movement once, and says when every base is handed over and closed. */
  private static void refuseHalf(PlanningProblem planning, PlanDocument document, Ledger ledger) {
    var faults = new ArrayList<Fault>();
    var ids = new HashSet<String>();
    for (int i = 0; i < document.movements().size(); i++) {
      var id = document.movements().get(i).id();
      if (!ids.add(id)) {
        faults.add(new Fault("/plan/movements/%d/id".formatted(i), m -> m.standsTwice(id)));
      }
    }
    for (int s = 0; s < planning.problem().sites().size(); s++) {
      var base = planning.code(s);
      boolean told = ledger.span(s, Stage.HANDOVER) != null && ledger.span(s, Stage.CLOSED) != null;
      if (!told || ledger.closedOn(s) < 0 || ledger.closedOn(s) > planning.problem().horizon()) {
        faults.add(new Fault("/plan/stages", m -> m.neitherHandedOverNorClosed(base)));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
