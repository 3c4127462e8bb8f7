package org.drawdown.planning.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Lever;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.replan.AssetLoads;
import org.drawdown.planning.replan.KeptPlan;
import org.drawdown.planning.replan.PlanChanges;
import org.drawdown.planning.replan.RecordedPast;
import org.drawdown.planning.result.Accounts;
import org.drawdown.planning.result.ExplanationWriter;
import org.drawdown.planning.result.PlanDocuments;
import org.drawdown.planning.result.Releases;
import org.drawdown.planning.result.ResultWriter;
import org.drawdown.planning.result.Shipments;
import org.drawdown.planning.result.Violations;
import org.drawdown.platform.StoredJson;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.account.EarliestClosing;
import org.drawdown.schedule.account.ExplanationDocument;
import org.drawdown.schedule.movement.LotRepository;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.schedule.movement.Shipment;
import org.drawdown.schedule.movement.ShipmentRepository;
import org.drawdown.schedule.result.ScheduleResult;
import org.drawdown.schedule.stage.ClosureRepository;
import org.drawdown.schedule.stage.StageRepository;

/** Writes what a run has come to, and keeps it with its schedule. */
@ApplicationScoped
class RunResults {

  /** A lever is tried for a second, or for a twentieth of the time that the plan had. */
  private static final long MOST_MILLIS = 1_000;

  private static final long SHARE_OF_TIME = 20;
  private static final long MOST_COUNTED_MILLIS = 30_000;
  private static final long MOST_TRIED = 10_000;

  private final ClosureRepository closures;
  private final StageRepository stages;
  private final MovementRepository movements;
  private final LotRepository lots;
  private final ShipmentRepository shipments;
  private final AccountRepository accounts;
  private final StoredJson json;

  RunResults(
      ClosureRepository closures,
      StageRepository stages,
      MovementRepository movements,
      LotRepository lots,
      ShipmentRepository shipments,
      AccountRepository accounts,
      StoredJson json) {
    this.closures = closures;
    this.stages = stages;
    this.movements = movements;
    this.lots = lots;
    this.shipments = shipments;
    this.accounts = accounts;
    this.json = json;
  }

  /**
   * The end of a run.
   *
   * @param plan or null where there is none
   */
  record Finished(ScheduleState state, ScheduleResult result, Report report, Written plan) {

    /** This end with what really happened before what is planned. */
    Finished after(KeptPlan kept) {
      return kept == null || kept.past() == null
          ? this
          : new Finished(
              state,
              result.withLeftBehind(kept.past().leftBehind(result.leftBehind())),
              report,
              plan.after(kept.past()));
    }
  }

  /** The last report of a run. */
  record Report(double seconds, long iterations, long objective, long bound) {}

  /**
   * A plan as it is kept.
   *
   * @param past what really happened before it; null where nothing was reported
   */
  record Written(
      LocalDate completion,
      PlanDocument document,
      List<Closure> closures,
      List<AssetLoads> lots,
      List<Shipment> shipments,
      Accounts accounts,
      Releases releases,
      ExplanationDocument explanation,
      List<EarliestClosing> earliest,
      Map<String, String> sectors,
      RecordedPast past) {

    /** This plan with what really happened before what is planned. */
    Written after(RecordedPast past) {
      var movements = past.movements(document.movements());
      var stands = past.stages(document.stages());
      return new Written(
          completion,
          new PlanDocument(movements, stands, document.leftBehind()),
          past.closures(closures),
          past.lots(lots, movements),
          shipments,
          accounts,
          releases,
          explanation,
          earliest,
          sectors,
          past);
    }
  }

  /** Plans again for a moment with a lever; null where nothing is tried. */
  private static Function<Lever, Lever.Effect> attempts(RunOrder order, Plan plan) {
    var limits = order.limits();
    if (limits == null) {
      return lever -> null;
    }
    // A run that iterations limit says the same on any machine, however long that takes.
    boolean counted = limits.maxIterations() > 0;
    long iterations = counted ? Math.min(MOST_TRIED, limits.maxIterations()) : 0;
    long millis = counted ? MOST_COUNTED_MILLIS : limits.timeMillis() / SHARE_OF_TIME;
    var few =
        new Limits(
            counted ? millis : Math.min(MOST_MILLIS, Math.max(1, millis)),
            iterations,
            0,
            limits.seed(),
            limits.threads());
    return lever -> Planner.withLever(order.planning().problem(), plan, lever, few);
  }

  /** The end of a run without a plan. */
  static Finished withoutPlan(RunOrder order, Outcome outcome, boolean stopped) {
    var documents = new PlanDocuments(order.planning());
    var writer = new ResultWriter(order.planning(), outcome, documents, order.attempt());
    if (!outcome.conflicts().isEmpty()) {
      return new Finished(ScheduleState.INFEASIBLE, writer.withoutPlan(), null, null);
    }
    return stopped
        ? new Finished(ScheduleState.CANCELLED, writer.withoutPlan(), null, null)
        : new Finished(ScheduleState.FAILED, writer.undecided(), null, null);
  }

  /** The end of a run with a plan that the verifier has passed. */
  static Finished withPlan(RunOrder order, Outcome outcome, Ledger ledger) {
    var planning = order.planning();
    var plan = outcome.plan();
    var documents = new PlanDocuments(planning);
    var changes = order.kept() == null ? null : PlanChanges.of(order.kept(), plan, planning);
    var result =
        new ResultWriter(planning, outcome, documents, order.attempt()).withPlan(ledger, changes);
    var closures = documents.closures(ledger, outcome.closings());
    var explanation =
        new ExplanationWriter(planning, plan).write(ledger, closures, attempts(order, plan));
    var s = outcome.statistics();
    var report =
        new Report(
            s == null ? 0 : s.iterations() / (double) Math.max(1, s.iterationsPerSecond()),
            s == null ? 0 : s.iterations(),
            outcome.objective(),
            outcome.bound().objective());
    return new Finished(
            ScheduleState.READY,
            result,
            report,
            written(planning, plan, ledger, closures, explanation, true))
        .after(order.kept());
  }

  /** The end of a run whose best plan breaks rules. */
  static Finished unresolved(RunOrder order, Outcome outcome) {
    var plan = outcome.broken().plan();
    return unresolved(
        order, outcome, Verifier.judge(order.planning().problem(), plan).violations());
  }

  private static Finished unresolved(RunOrder order, Outcome outcome, List<Violation> broken) {
    var planning = order.planning();
    var plan = outcome.broken().plan();
    var documents = new PlanDocuments(planning);
    var changes = order.kept() == null ? null : PlanChanges.of(order.kept(), plan, planning);
    var eased = new PlanningProblem(planning.dataset(), outcome.broken().problem());
    var judgement = Verifier.judge(eased.problem(), plan);
    var ledger = judgement.ledger();
    var closures = documents.closures(ledger, List.of());
    var explanation =
        judgement.valid()
            ? new ExplanationWriter(eased, plan).write(ledger, closures, lever -> null)
            : ExplanationDocument.nothingIsExplained(closures);
    var result =
        new ResultWriter(planning, outcome, documents, order.attempt())
            .unresolved(plan, ledger, broken, changes);
    return new Finished(
            ScheduleState.UNRESOLVED,
            result,
            null,
            written(eased, plan, ledger, closures, explanation, judgement.valid()))
        .after(order.kept());
  }

  /** The end of a plan that was edited by hand, as it was judged. */
  static Finished edited(RunOrder order, Outcome outcome, Verifier.Judgement judgement) {
    var end =
        judgement.valid()
            ? withPlan(order, outcome, judgement.ledger())
            : unresolved(order, outcome, judgement.violations());
    var planning = order.planning();
    var warnings =
        judgement.warnings().stream().map(v -> Violations.document(v, planning)).toList();
    return new Finished(end.state(), end.result().with(warnings), end.report(), end.plan());
  }

  private static Written written(
      PlanningProblem planning,
      Plan plan,
      Ledger ledger,
      List<Closure> closures,
      ExplanationDocument explanation,
      boolean valid) {
    var problem = planning.problem();
    var documents = new PlanDocuments(planning);
    boolean completes = problem.sites().stream().anyMatch(s -> !s.liquidation());
    var sectors = new HashMap<String, String>();
    planning.dataset().bases().forEach(b -> sectors.put(b.code(), b.sector()));
    var assets = new HashMap<String, Dataset.Asset>();
    planning.dataset().assets().forEach(a -> assets.put(a.id(), a));
    return new Written(
        completes ? planning.date(Math.toIntExact(ledger.terms().get(Term.COMPLETION))) : null,
        documents.document(plan),
        closures,
        lots(problem, assets),
        new Shipments(planning, plan, ledger).all(),
        new Accounts(planning, plan, ledger, documents),
        new Releases(planning, plan, ledger),
        explanation,
        valid ? earliest(planning, plan) : List.of(),
        sectors,
        null);
  }

  private static List<EarliestClosing> earliest(PlanningProblem planning, Plan plan) {
    int[] days = Planner.closingsIfFirst(planning.problem(), plan);
    return IntStream.range(0, days.length)
        .mapToObj(s -> new EarliestClosing(planning.code(s), planning.date(days[s])))
        .toList();
  }

  private static List<AssetLoads> lots(Problem problem, Map<String, Dataset.Asset> assets) {
    var loadsAt = new LinkedHashMap<String, Map<String, Integer>>();
    for (var site : problem.sites()) {
      for (var lot : site.lots()) {
        loadsAt
            .computeIfAbsent(lot.asset(), a -> new LinkedHashMap<>())
            .put(site.code(), lot.loads());
      }
    }
    return loadsAt.entrySet().stream()
        .map(e -> new AssetLoads(assets.get(e.getKey()), e.getValue()))
        .toList();
  }

  /** Keeps what a run has come to. Use inside a transaction. */
  void keep(Schedule schedule, Finished finished) {
    var plan = finished.plan();
    if (plan != null) {
      var report = finished.report();
      if (report != null) {
        schedule.report(report.seconds(), report.iterations(), report.objective(), report.bound());
      }
      closures.keep(schedule.id(), plan.closures(), plan.sectors());
      stages.keep(schedule.id(), plan.document().stages());
      plan.lots().forEach(lot -> lots.keep(schedule.id(), lot.asset(), lot.loadsAt()));
      lots.flush();
      movements.keep(schedule.id(), plan.document().movements());
      shipments.keep(schedule.id(), plan.shipments());
      keepAccounts(schedule.id(), plan);
    }
    schedule.end(
        finished.state(), plan == null ? null : plan.completion(), json.bytes(finished.result()));
  }

  private void keepAccounts(String schedule, Written plan) {
    accounts.keep(schedule, AccountKind.ONWARD, plan.accounts().onward());
    accounts.keep(schedule, AccountKind.CAPACITIES, plan.accounts().capacities());
    accounts.keep(schedule, AccountKind.HANDOVERS, plan.accounts().handovers());
    var strength = plan.accounts().strength();
    accounts.keep(
        schedule,
        AccountKind.STRENGTH,
        plan.past() == null ? strength : plan.past().strength(strength));
    accounts.keep(schedule, AccountKind.UTILISATION, plan.accounts().utilisation());
    accounts.keep(schedule, AccountKind.RELEASES, plan.releases().all());
    accounts.keep(schedule, AccountKind.EARLIEST, plan.earliest());
    accounts.keep(schedule, AccountKind.EXPLANATION, List.of(plan.explanation()));
  }
}
