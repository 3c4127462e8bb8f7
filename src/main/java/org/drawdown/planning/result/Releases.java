package org.drawdown.planning.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.account.Release;
import org.drawdown.schedule.account.Release.Need;

/** Says for each aircraft, and for the pools, from which day on the plan no longer needs them. */
public final class Releases {

  private static final Comparator<Dataset.Asset> FIRST_TO_GO =
      Comparator.comparing(
              (Dataset.Asset a) ->
                  a.aircraft().availableUntil() == null
                      ? LocalDate.MAX
                      : a.aircraft().availableUntil())
          .thenComparing(Dataset.Asset::id);

  private final PlanningProblem planning;
  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;
  private final AircraftNeeds needs;

  public Releases(PlanningProblem planning, Plan plan, Ledger ledger) {
    this.planning = planning;
    this.problem = planning.problem();
    this.plan = plan;
    this.ledger = ledger;
    this.needs = new AircraftNeeds(planning, plan, ledger);
  }

  /** The aircraft by type, then trucks and escorts by hub, then the days without full cover. */
  public List<Release> all() {
    var rows = new ArrayList<Release>();
    Map<String, List<Dataset.Asset>> fleets = new TreeMap<>();
    for (var asset : planning.dataset().assets()) {
      if (asset.aircraft() != null) {
        fleets.computeIfAbsent(asset.type(), t -> new ArrayList<>()).add(asset);
      }
    }
    fleets.forEach((type, fleet) -> fleet(rows, type, fleet));
    for (int h = 0; h < problem.sites().size(); h++) {
      if (problem.sites().get(h).isHub()) {
        pool(rows, "TRUCKS", h, ledger.trucksThere(h), ledger.trucks(h), Plan.Movement::trucks);
        pool(rows, "ESCORTS", h, ledger.escortsThere(h), ledger.escorts(h), Plan.Movement::escorts);
      }
    }
    for (var it : needs.shortfalls()) {
      rows.add(
          new Release(
              "COVER",
              null,
              null,
              planning.code(it.hub()),
              it.number(),
              planning.date(it.to() + 1),
              List.of(),
              planning.date(it.from())));
    }
    return rows;
  }

  /** Those with the earliest end of availability go first, the last to be needed last. */
  private void fleet(List<Release> rows, String type, List<Dataset.Asset> fleet) {
    int position = position(type);
    int left = fleet.stream().mapToInt(Dataset.Asset::quantity).sum();
    for (var asset : fleet.stream().sorted(FIRST_TO_GO).toList()) {
      var neededFor = position < 0 ? List.<Need>of() : neededFor(position, left);
      var day = neededFor.isEmpty() ? planning.date(0) : neededFor.get(0).until().plusDays(1);
      rows.add(
          new Release("AIRCRAFT", asset.id(), type, null, asset.quantity(), day, neededFor, null));
      left -= asset.quantity();
    }
  }

  private int position(String type) {
    for (int t = 0; t < problem.aircraft().size(); t++) {
      if (problem.aircraft().get(t).type().equals(type)) {
        return t;
      }
    }
    return -1;
  }

  /** What the plan needs so many of a type for: of each kind the last day and what it is then. */
  private List<Need> neededFor(int type, int left) {
    var found = new LinkedHashMap<String, Need>();
    for (int d = problem.horizon(); d >= 0; d--) {
      var uses = needs.of(type, d);
      if (left > 0 && uses.size() >= left) {
        var use = uses.get(left - 1);
        found.putIfAbsent(use.kind(), new Need(use.kind(), use.name(), planning.date(d)));
      }
    }
    return List.copyOf(found.values());
  }

  /** Trucks or escorts that a hub can do without from a day on, one row for each such day. */
  private void pool(
      List<Release> rows,
      String resource,
      int hub,
      int[] there,
      int[] used,
      ToIntFunction<Plan.Movement> number) {
    int last = lastNeed(hub, used, number);
    int spare = Integer.MAX_VALUE;
    int[] spareFrom = new int[last + 2];
    spareFrom[last + 1] = there[Math.min(problem.horizon(), last + 1)];
    for (int d = last; d >= 0; d--) {
      spare = Math.min(spare, there[d] - used[d]);
      spareFrom[d] = Math.max(0, spare);
    }
    int released = 0;
    for (int d = 0; d <= last + 1; d++) {
      if (spareFrom[d] > released) {
        rows.add(
            new Release(
                resource,
                null,
                null,
                planning.code(hub),
                spareFrom[d] - released,
                planning.date(d),
                d == 0 ? List.of() : needAt(hub, d - 1, number),
                null));
        released = spareFrom[d];
      }
    }
  }

  /** The last day on which something of a pool is out for a hub, leaves it or comes to it. */
  private int lastNeed(int hub, int[] used, ToIntFunction<Plan.Movement> number) {
    int last = -1;
    for (int d = 0; d < used.length; d++) {
      last = used[d] > 0 ? d : last;
    }
    for (var m : plan.movements()) {
      if (m.kind() == Plan.Kind.REPOSITION && number.applyAsInt(m) > 0) {
        last = m.site() == hub ? Math.max(last, m.dispatched()) : last;
        last = m.hub() == hub ? Math.max(last, m.arrives()) : last;
      }
    }
    return Math.min(last, problem.horizon() - 1);
  }

  private List<Need> needAt(int hub, int day, ToIntFunction<Plan.Movement> number) {
    return plan.movements().stream()
        .filter(m -> number.applyAsInt(m) > 0 && m.dispatched() <= day && day <= m.arrives())
        .filter(m -> m.hub() == hub)
        .max(
            Comparator.comparing((Plan.Movement m) -> m.arrives() == day)
                .thenComparingInt(number)
                .thenComparing(Plan.Movement::id))
        .map(m -> List.of(new Need("MOVEMENT", m.id(), planning.date(day))))
        .orElse(List.of());
  }
}
