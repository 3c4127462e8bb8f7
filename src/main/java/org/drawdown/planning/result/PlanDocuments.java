package org.drawdown.planning.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.result.ScheduleResult.LeftBehind;
import org.drawdown.schedule.stage.StageDocument;

/** Writes a plan: its movements, stages, closures and what it leaves behind. */
public final class PlanDocuments {

  private final PlanningProblem planning;
  private final Problem problem;
  private final Map<String, Integer> phaseOf = new HashMap<>();
  private final Map<String, Dataset.Asset> assets = new HashMap<>();

  public PlanDocuments(PlanningProblem planning) {
    this.planning = planning;
    this.problem = planning.problem();
    var dataset = planning.dataset();
    dataset.phases().forEach(p -> p.bases().forEach(b -> phaseOf.put(b, p.number())));
    dataset.assets().forEach(a -> assets.put(a.id(), a));
  }

  /** A plan as documents. */
  public PlanDocument document(Plan plan) {
    return new PlanDocument(
        plan.movements().stream().map(this::movement).toList(),
        plan.stages().stream().map(this::stage).toList(),
        leftBehind(plan));
  }

  /** When each base closes and how firm that is, in the order of the dataset. */
  public List<Closure> closures(Ledger ledger, List<Outcome.ClosingRange> ranges) {
    var sites = problem.sites();
    return IntStream.range(0, sites.size())
        .mapToObj(
            s -> {
              int closedOn = ledger.closedOn(s);
              return new Closure(
                  planning.code(s),
                  planning.date(closedOn),
                  phaseOf.get(planning.code(s)),
                  sites.get(s).daysLate(closedOn),
                  range(closedOn, s < ranges.size() ? ranges.get(s) : null));
            })
        .toList();
  }

  private Closure.Range range(int closedOn, Outcome.ClosingRange seen) {
    int first = seen == null ? closedOn : Math.min(closedOn, seen.first());
    int last = seen == null ? closedOn : Math.max(closedOn, seen.last());
    return new Closure.Range(planning.date(first), planning.date(last));
  }

  private List<LeftBehind> leftBehind(Plan plan) {
    return plan.leftBehind().stream()
        .map(
            left ->
                new LeftBehind(
                    planning.code(left.site()),
                    left.asset(),
                    left.quantity(),
                    left.loads(),
                    assets.get(left.asset()).ownership(),
                    value(left.site(), left.asset(), left.loads())))
        .toList();
  }

  /** The value of loads of a lot, in proportion to those of the whole. */
  long value(int site, String asset, int loads) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .mapToLong(l -> Math.round((double) l.valueUsd() * loads / l.loads()))
        .sum();
  }

  /** The asset of an id. */
  Dataset.Asset asset(String id) {
    return assets.get(id);
  }

  private StageDocument stage(Plan.StageSpan span) {
    var base = planning.dataset().bases().get(span.site());
    return new StageDocument(
        base.code(),
        span.stage(),
        planning.date(span.from()),
        span.to() == Problem.UNLIMITED ? null : planning.date(span.to()),
        phaseOf.get(base.code()),
        base.sector());
  }

  private MovementDocument movement(Plan.Movement m) {
    return new MovementDocument(
        m.id(),
        m.kind(),
        null,
        planning.code(m.site()),
        planning.code(m.hub()),
        m.legs().stream().map(leg -> problem.legs().get(leg).id()).toList(),
        planning.date(m.dispatched()),
        planning.date(m.departs()),
        planning.date(m.arrives()),
        m.trucks(),
        m.selfDeploying(),
        m.escorts(),
        m.loads(),
        m.people(),
        m.flight() == null
            ? null
            : new MovementDocument.Flight(
                m.flight().type(), m.flight().count(), m.flight().sorties()),
        m.cargo().stream()
            .map(c -> new MovementDocument.Cargo(c.asset(), c.quantity(), c.loads()))
            .toList(),
        m.riders().stream().map(r -> new MovementDocument.Riders(r.unit(), r.people())).toList());
  }
}
