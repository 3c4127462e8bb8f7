package org.drawdown.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.drawdown.engine.Plan.Cargo;
import org.drawdown.engine.Plan.Flight;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.LeftBehind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Plan.StageSpan;

/** A plan written down by hand. */
public final class Drawn {

  private final List<Movement> movements = new ArrayList<>();
  private final List<StageSpan> stages = new ArrayList<>();
  private final List<LeftBehind> left = new ArrayList<>();

  public Drawn() {}

  /** A plan that is there already. */
  public Drawn(Plan plan) {
    movements.addAll(plan.movements());
    stages.addAll(plan.stages());
    left.addAll(plan.leftBehind());
  }

  /** A convoy with containers on trucks and vehicles that drive themselves. */
  public Drawn convoy(
      String id,
      Kind kind,
      int site,
      List<Integer> legs,
      int dispatched,
      int departs,
      int arrives,
      int trucks,
      int people,
      List<Cargo> cargo,
      int driving) {
    int loads = cargo.stream().mapToInt(Cargo::loads).sum();
    movements.add(
        new Movement(
            id,
            kind,
            site,
            0,
            legs,
            dispatched,
            departs,
            arrives,
            trucks,
            driving,
            1,
            loads,
            people,
            null,
            cargo,
            List.of()));
    return this;
  }

  /** Trucks and escorts that change their hub. */
  public Drawn reposition(
      String id,
      int from,
      int to,
      List<Integer> legs,
      int dispatched,
      int arrives,
      int trucks,
      int escorts) {
    movements.add(
        new Movement(
            id,
            Kind.REPOSITION,
            from,
            to,
            legs,
            dispatched,
            dispatched,
            arrives,
            trucks,
            0,
            escorts,
            0,
            0,
            null,
            List.of(),
            List.of()));
    return this;
  }

  /** The same movement with vehicles besides that drive themselves. */
  public static Movement carrying(Movement m, int selfDeploying) {
    return new Movement(
        m.id(),
        m.kind(),
        m.site(),
        m.hub(),
        m.legs(),
        m.dispatched(),
        m.departs(),
        m.arrives(),
        m.trucks(),
        selfDeploying,
        m.escorts(),
        m.loads(),
        m.people(),
        m.flight(),
        m.cargo(),
        m.riders());
  }

  public Drawn airlift(String id, Kind kind, int site, int day, int people, Flight flight) {
    movements.add(
        new Movement(
            id, kind, site, 0, List.of(), day, day, day, 0, 0, 0, 0, people, flight, List.of(),
            List.of()));
    return this;
  }

  /** The stages of a site by their first days; a negative day leaves a stage out. */
  public Drawn stages(int site, int drawdown, int handover, int finalWithdrawal, int closed) {
    int first = drawdown >= 0 ? drawdown : handover;
    add(site, Stage.PREPARATION, 0, first - 1);
    if (drawdown >= 0) {
      add(site, Stage.DRAWDOWN, drawdown, handover - 1);
    }
    add(site, Stage.HANDOVER, handover, (finalWithdrawal >= 0 ? finalWithdrawal : closed) - 1);
    if (finalWithdrawal >= 0) {
      add(site, Stage.FINAL_WITHDRAWAL, finalWithdrawal, closed - 1);
    }
    add(site, Stage.CLOSED, closed, Problem.UNLIMITED);
    return this;
  }

  private void add(int site, Stage stage, int from, int to) {
    if (from <= to) {
      stages.add(new StageSpan(site, stage, from, to));
    }
  }

  public Drawn leaves(int site, String asset, int quantity) {
    left.add(new LeftBehind(site, asset, quantity, quantity));
    return this;
  }

  public Plan plan() {
    return new Plan(movements, stages, left);
  }

  /** A plan with one of its movements changed. */
  public static Plan changed(Plan plan, String id, UnaryOperator<Movement> change) {
    var movements =
        plan.movements().stream().map(m -> m.id().equals(id) ? change.apply(m) : m).toList();
    return new Plan(movements, plan.stages(), plan.leftBehind());
  }
}
