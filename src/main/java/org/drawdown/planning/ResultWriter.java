package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.mission.Dataset;
import org.drawdown.schedule.ScheduleState;

/** Writes what the engine found in the words of the API: dates for days, codes for positions. */
final class ResultWriter {

  private final ObjectMapper mapper;
  private final Desk.Order order;
  private final Outcome outcome;
  private final Dataset dataset;
  private final Problem problem;
  private final Plan plan;
  private final LocalDate start;
  private final Map<String, Integer> phaseOf = new HashMap<>();
  private final Map<String, Dataset.Asset> assets = new HashMap<>();

  ResultWriter(ObjectMapper mapper, Desk.Order order, Outcome outcome) {
    this.mapper = mapper;
    this.order = order;
    this.outcome = outcome;
    this.dataset = order.briefing().dataset();
    this.problem = order.briefing().problem();
    this.plan = outcome.plan();
    this.start = dataset.mission().startDate();
    dataset.phases().forEach(p -> p.bases().forEach(b -> phaseOf.put(b, p.number())));
    dataset.assets().forEach(a -> assets.put(a.id(), a));
  }

  private String date(int day) {
    return start.plusDays(day).toString();
  }

  private String code(int site) {
    return site < 0 ? null : problem.sites().get(site).code();
  }

  /** The result of a run that found no plan. */
  String withoutPlan(ScheduleState state) {
    var result = mapper.createObjectNode();
    if (state == ScheduleState.FAILED) {
      result.put(
          "failure",
          "no valid schedule was found within the limits, and nothing proves that there is none");
    }
    var conflicts = result.putArray("conflicts");
    for (var conflict : outcome.conflicts()) {
      var node =
          conflicts
              .addObject()
              .put("fact", conflict.fact().name())
              .put("rule", conflict.rule().name())
              .put("base", code(conflict.site()))
              .put("restriction", conflict.subject())
              .put("detail", Wording.dated(conflict.detail(), start));
      if (conflict.relief() == null) {
        node.putNull("relief");
      } else {
        node.putObject("relief")
            .put("amount", conflict.relief().amount())
            .put("detail", Relieved.told(conflict, problem, start));
      }
    }
    result.set("statistics", statistics());
    return result.toString();
  }

  /** The result of a run that found a plan: its dates, terms, certificate and risks. */
  String result(Ledger ledger) {
    var result = mapper.createObjectNode();
    result.set("progress", progress());
    var closures = result.putArray("closures");
    for (int s = 0; s < problem.sites().size(); s++) {
      var site = problem.sites().get(s);
      int closedOn = ledger.closedOn(s);
      closures
          .addObject()
          .put("base", site.code())
          .put("closedOn", date(closedOn))
          .put("phase", phaseOf.get(site.code()))
          .put("daysLate", site.phaseEnd() < 0 ? 0 : Math.max(0, closedOn - site.phaseEnd()));
    }
    result.set("terms", terms(mapper, ledger, problem));
    var bound = outcome.bound();
    result
        .putObject("certificate")
        .put("objective", outcome.objective())
        .put("bound", bound.objective())
        .put("gap", bound.gap(outcome.objective()))
        .put("earliestCompletion", date(bound.earliestCompletion()))
        .put("relaxation", bound.relaxation())
        .put("completionRelaxation", bound.completionRelaxation());
    boolean completes = problem.sites().stream().anyMatch(s -> !s.liquidation());
    result.put(
        "completion",
        completes ? date(Math.toIntExact(ledger.terms().get(Term.COMPLETION))) : null);
    result.set("atRisk", atRisk());
    var left = result.putArray("leftBehind");
    for (var it : plan.leftBehind()) {
      var asset = assets.get(it.asset());
      left.addObject()
          .put("base", code(it.site()))
          .put("asset", it.asset())
          .put("quantity", it.quantity())
          .put("loads", it.loads())
          .put("ownership", asset.ownership())
          .put("valueUsd", value(it.site(), it.asset(), it.loads()));
    }
    if (order.kept() != null) {
      result.set("changes", Replan.changes(mapper, order.kept(), plan));
    }
    result.set("statistics", statistics());
    return result.toString();
  }

  private ObjectNode progress() {
    var s = outcome.statistics();
    return mapper
        .createObjectNode()
        .put("state", ScheduleState.READY.name())
        .put("seconds", s.iterations() / (double) Math.max(1, s.iterationsPerSecond()))
        .put("iterations", s.iterations())
        .put("objective", outcome.objective())
        .put("bound", outcome.bound().objective())
        .put("gap", outcome.bound().gap(outcome.objective()));
  }

  private ObjectNode statistics() {
    var s = outcome.statistics();
    return mapper
        .createObjectNode()
        .put("firstValidAfterMs", s.firstValidAfterMs())
        .put("iterations", s.iterations())
        .put("iterationsPerSecond", s.iterationsPerSecond())
        .put("threads", s.threads())
        .put("stoppedBy", s.stoppedBy().name())
        .put("attempts", order.attempt());
  }

  /** Amount and cost of every term. */
  static ArrayNode terms(ObjectMapper mapper, Ledger ledger, Problem problem) {
    var terms = mapper.createArrayNode();
    for (var term : Term.values()) {
      long amount = ledger.terms().get(term);
      terms
          .addObject()
          .put("term", term.name())
          .put("amount", amount)
          .put("cost", amount * problem.weight(term));
    }
    return terms;
  }

  private long value(int site, String asset, int loads) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .mapToLong(l -> Math.round((double) l.valueUsd() * loads / l.loads()))
        .sum();
  }

  /** What is still in a spoke on the deadline's evening: it would be lost if the date were hard. */
  private ObjectNode atRisk() {
    record Owner(String ownership, String contributor) {}
    var byOwner = new HashMap<Owner, long[]>();
    long people = 0;
    long loads = 0;
    long value = 0;
    for (var m : plan.movements()) {
      if (m.departs() <= problem.deadline()) {
        continue;
      }
      people += m.people();
      for (var cargo : m.cargo()) {
        var asset = assets.get(cargo.asset());
        long worth = value(m.site(), cargo.asset(), cargo.loads());
        var owner = new Owner(asset.ownership(), asset.contributor());
        long[] sum = byOwner.computeIfAbsent(owner, o -> new long[2]);
        sum[0] += cargo.loads();
        sum[1] += worth;
        loads += cargo.loads();
        value += worth;
      }
    }
    var atRisk = mapper.createObjectNode();
    atRisk.put("loads", loads).put("valueUsd", value).put("people", people);
    var list = atRisk.putArray("byOwner");
    byOwner.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().ownership() + e.getKey().contributor()))
        .forEach(
            e ->
                list.addObject()
                    .put("ownership", e.getKey().ownership())
                    .put("contributor", e.getKey().contributor())
                    .put("loads", e.getValue()[0])
                    .put("valueUsd", e.getValue()[1]));
    return atRisk;
  }
}
