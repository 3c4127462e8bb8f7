package org.drawdown.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.replan.KeptPlans;
import org.drawdown.planning.result.Accounts;
import org.drawdown.planning.result.PlanDocuments;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.account.Strength;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.stage.StageDocument;

/**
 * What becomes of a plan from where things are, if nobody plans anew: closings, stages, movements,
 * and the people and loads of each day.
 */
record Projection(
    LocalDate completion,
    Map<String, LocalDate> closings,
    Map<String, List<StageDocument>> stages,
    List<MovementDocument> movements,
    Map<LocalDate, Map<String, Strength>> strength) {

  /** Of a plan as it stands. */
  static Projection of(
      List<Closure> closures,
      LocalDate completion,
      List<StageDocument> stages,
      List<MovementDocument> movements,
      List<Strength> strength) {
    var closings = new LinkedHashMap<String, LocalDate>();
    closures.forEach(c -> closings.put(c.base(), c.closedOn()));
    var byBase = new HashMap<String, List<StageDocument>>();
    stages.forEach(s -> byBase.computeIfAbsent(s.base(), b -> new ArrayList<>()).add(s));
    var byDay = new HashMap<LocalDate, Map<String, Strength>>();
    strength.forEach(
        s ->
            byDay
                .computeIfAbsent(s.date(), d -> new HashMap<>())
                .put(s.base() == null ? "" : s.base(), s));
    return new Projection(completion, closings, byBase, movements, byDay);
  }

  /** Of what is left of a plan, built once; null if it leads to no end. */
  static Projection of(KeptPlans.Rest rest) {
    var built = Planner.project(rest.planning().problem(), rest.before());
    if (built == null) {
      return null;
    }
    var planning = new PlanningProblem(rest.planning().dataset(), built.problem());
    var ledger = Verifier.judge(built.problem(), built.plan()).ledger();
    var documents = new PlanDocuments(planning);
    var document = documents.document(built.plan());
    var closures = rest.past().closures(documents.closures(ledger, List.of()));
    LocalDate completion = null;
    for (var base : planning.dataset().bases()) {
      for (var closure : closures) {
        boolean counts =
            closure.base().equals(base.code()) && !Boolean.TRUE.equals(base.liquidation());
        if (counts && (completion == null || closure.closedOn().isAfter(completion))) {
          completion = closure.closedOn();
        }
      }
    }
    var accounts = new Accounts(planning, built.plan(), ledger, documents);
    return of(
        closures,
        completion,
        rest.past().stages(document.stages()),
        document.movements(),
        accounts.strength());
  }

  /** What a base is doing on a day; CLOSED where nothing is said. */
  Stage stage(String base, LocalDate day) {
    for (var span : stages.getOrDefault(base, List.of())) {
      if (!span.from().isAfter(day) && (span.to() == null || !span.to().isBefore(day))) {
        return span.stage();
      }
    }
    return Stage.CLOSED;
  }

  /** People and loads of a base on a day; of the road where that is empty. */
  Strength at(String base, LocalDate day) {
    var found = strength.getOrDefault(day, Map.of()).get(base);
    return found == null ? new Strength(base, "BASE", day, 0, 0) : found;
  }
}
