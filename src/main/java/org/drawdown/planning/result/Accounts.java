package org.drawdown.planning.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.HandoverSteps;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Plan.StageSpan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.account.Handover;
import org.drawdown.schedule.account.HubCapacity;
import org.drawdown.schedule.account.OnwardFlow;
import org.drawdown.schedule.account.Strength;
import org.drawdown.schedule.account.Utilisation;

/** Writes the accounts of a plan: every day of it, and the handovers. */
public final class Accounts {

  private final PlanningProblem planning;
  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;
  private final PlanDocuments documents;

  /** The accounts of a plan by the books of the verifier. */
  public Accounts(PlanningProblem planning, Plan plan, Ledger ledger, PlanDocuments documents) {
    this.planning = planning;
    this.problem = planning.problem();
    this.plan = plan;
    this.ledger = ledger;
    this.documents = documents;
  }

  private LocalDate date(int day) {
    return planning.date(day);
  }

  /** Loads and people that leave each hub, by day. */
  public List<OnwardFlow> onward() {
    return ledger.onward().stream()
        .map(
            flow ->
                new OnwardFlow(
                    planning.code(flow.site()),
                    date(flow.day()),
                    flow.loadsShipped(),
                    flow.loadsInYard(),
                    flow.peopleFlown(),
                    flow.peopleWaiting()))
        .toList();
  }

  /** Loads and people that each hub could ship and fly, by day. */
  public List<HubCapacity> capacities() {
    int days = problem.horizon() + 1;
    return IntStream.range(0, problem.sites().size())
        .filter(s -> problem.sites().get(s).isHub())
        .mapToObj(
            s ->
                new HubCapacity(
                    planning.code(s),
                    IntStream.range(0, days).map(d -> ledger.carrierLoads(s, d)).toArray(),
                    IntStream.range(0, days).map(d -> ledger.seats(s, d)).toArray()))
        .toList();
  }

  /** How each base is handed over. */
  public List<Handover> handovers() {
    return plan.stages().stream()
        .filter(span -> span.stage() == Stage.HANDOVER)
        .map(this::handover)
        .toList();
  }

  private Handover handover(StageSpan span) {
    var base = planning.dataset().bases().get(span.site());
    return new Handover(
        base.code(),
        base.receivingAuthority(),
        date(span.from()),
        date(span.to()),
        steps(base, span.from()),
        staying(base.code(), span.site()));
  }

  private List<Handover.Step> steps(Dataset.Base base, int first) {
    var steps = new ArrayList<Handover.Step>();
    int day = first;
    for (var step : HandoverSteps.of(base)) {
      if (step.days() > 0) {
        steps.add(new Handover.Step(step.step(), date(day), date(day + step.days() - 1)));
        day += step.days();
      }
    }
    return steps;
  }

  private List<Handover.Staying> staying(String base, int site) {
    var stays = new ArrayList<Handover.Staying>();
    for (var asset : planning.dataset().assets()) {
      if (asset.base().equals(base) && !asset.moves() && asset.aircraft() == null) {
        stays.add(staying(asset, asset.quantity(), false));
      }
    }
    for (var left : plan.leftBehind()) {
      if (left.site() == site) {
        stays.add(staying(documents.asset(left.asset()), left.quantity(), true));
      }
    }
    return stays;
  }

  private static Handover.Staying staying(Dataset.Asset asset, int quantity, boolean writtenOff) {
    return new Handover.Staying(
        asset.id(),
        asset.type(),
        asset.category(),
        asset.ownership(),
        asset.disposition(),
        quantity,
        writtenOff);
  }

  private int lastDay() {
    int last = 0;
    for (int s = 0; s < problem.sites().size(); s++) {
      last = Math.max(last, ledger.closedOn(s));
    }
    for (var m : plan.movements()) {
      last = Math.max(last, m.arrives());
    }
    return Math.min(last, problem.horizon());
  }

  /** People and loads still in place, by day. */
  public List<Strength> strength() {
    var rows = new ArrayList<Strength>();
    int last = lastDay();
    for (int d = 0; d <= last; d++) {
      for (int s = 0; s < problem.sites().size(); s++) {
        if (d <= ledger.closedOn(s)) {
          rows.add(
              new Strength(
                  planning.code(s), "BASE", date(d), ledger.people(s, d), ledger.loads(s, d)));
        }
      }
      if (ledger.peopleOnRoad(d) > 0 || ledger.loadsOnRoad(d) > 0) {
        rows.add(
            new Strength(null, "ROAD", date(d), ledger.peopleOnRoad(d), ledger.loadsOnRoad(d)));
      }
    }
    return rows;
  }

  /** How much of what there is is used: pools on every day, all else where it is used. */
  public List<Utilisation> utilisation() {
    var rows = new ArrayList<Utilisation>();
    for (int h = 0; h < problem.sites().size(); h++) {
      if (problem.sites().get(h).isHub()) {
        pool(rows, "TRUCKS", h, ledger.trucks(h), ledger.trucksThere(h));
        pool(rows, "ESCORTS", h, ledger.escorts(h), ledger.escortsThere(h));
      }
    }
    for (int t = 0; t < problem.aircraft().size(); t++) {
      int[] there = ledger.aircraftThere(t);
      var type = problem.aircraft().get(t).type();
      used(rows, "AIRCRAFT", type, ledger.aircraft(t), d -> there[d]);
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      used(rows, "AIRFIELD", planning.code(s), ledger.sorties(s), d -> most);
    }
    for (int l = 0; l < problem.legs().size(); l++) {
      int most = problem.legs().get(l).convoysPerDay();
      used(rows, "ROUTE", problem.legs().get(l).id(), ledger.starts(l), d -> most);
    }
    return rows;
  }

  /** A hub that never has any of a pool is left out. */
  private void pool(List<Utilisation> rows, String resource, int hub, int[] used, int[] there) {
    int last = lastDay();
    boolean any = IntStream.rangeClosed(0, last).anyMatch(d -> there[d] > 0 || used[d] > 0);
    for (int d = 0; any && d <= last; d++) {
      rows.add(new Utilisation(resource, planning.code(hub), date(d), used[d], limit(there[d])));
    }
  }

  private void used(
      List<Utilisation> rows,
      String resource,
      String name,
      int[] used,
      IntUnaryOperator available) {
    int last = lastDay();
    for (int d = 0; d <= last; d++) {
      if (used[d] > 0) {
        rows.add(new Utilisation(resource, name, date(d), used[d], limit(available.applyAsInt(d))));
      }
    }
  }

  private static Integer limit(int available) {
    return available >= Problem.UNLIMITED ? null : (Integer) available;
  }
}
