package org.drawdown.engine.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Ledger;

/** The use of resources by day, and the shortage that a movement on other days would meet. */
final class Uses {

  private final Problem problem;
  private final Plan plan;
  private final int[][] trucksFree;
  private final int[][] escortsFree;
  private final int[][] starts;
  private final int[][] aircraft;
  private final int[][] aircraftThere;
  private final int[][] sorties;
  private final Map<Integer, int[]> yards = new HashMap<>();
  private final Map<Integer, List<Movement>> convoys = new HashMap<>();

  /** A shortage from one day to another, and the movement that has the resource. */
  record Shortage(Rule rule, String resource, int from, int to, String heldBy) {}

  Uses(Problem problem, Plan plan, Ledger ledger) {
    this.problem = problem;
    this.plan = plan;
    int sites = problem.sites().size();
    this.trucksFree = new int[sites][];
    this.escortsFree = new int[sites][];
    for (int s = 0; s < sites; s++) {
      trucksFree[s] = free(ledger.trucksThere(s), ledger.trucks(s));
      escortsFree[s] = free(ledger.escortsThere(s), ledger.escorts(s));
    }
    this.starts = new int[problem.legs().size()][];
    for (int l = 0; l < starts.length; l++) {
      starts[l] = ledger.starts(l);
    }
    this.aircraft = new int[problem.aircraft().size()][];
    this.aircraftThere = new int[aircraft.length][];
    for (int t = 0; t < aircraft.length; t++) {
      aircraft[t] = ledger.aircraft(t);
      aircraftThere[t] = ledger.aircraftThere(t);
    }
    this.sorties = new int[sites][];
    for (int s = 0; s < sorties.length; s++) {
      sorties[s] = ledger.sorties(s);
    }
    for (var flow : ledger.onward()) {
      yards.computeIfAbsent(flow.site(), k -> new int[problem.horizon() + 1])[flow.day()] =
          flow.loadsInYard();
    }
  }

  private static int[] free(int[] there, int[] used) {
    return IntStream.range(0, there.length).map(d -> there[d] - used[d]).toArray();
  }

  /** Whether a hub can do without trucks and escorts from one day to another. */
  boolean canSpare(int hub, int trucks, int escorts, int from, int to) {
    for (int d = from; d <= to && d < trucksFree[hub].length; d++) {
      if (trucksFree[hub][d] < trucks || escortsFree[hub][d] < escorts) {
        return false;
      }
    }
    return true;
  }

  /** The convoys of a site before its final movement, in the order in which they leave. */
  List<Movement> inOrder(int site) {
    return convoys.computeIfAbsent(
        site,
        s ->
            plan.movements().stream()
                .filter(m -> m.site() == s && m.kind() == Kind.CONVOY)
                .sorted(Comparator.comparingInt(Movement::departs).thenComparing(Movement::id))
                .toList());
  }

  /** Loads in a hub's yard in the evening of a day. */
  int yard(int hub, int day) {
    return yards.containsKey(hub) ? yards.get(hub)[day] : 0;
  }

  private static boolean isOut(Movement m, int day) {
    return m.kind().isConvoy() && m.dispatched() <= day && day <= m.arrives();
  }

  /** The pool that a convoy would lack if it were out from one day to another, or null. */
  Shortage shortage(Movement m, int from, int to) {
    for (int d = to; d >= from; d--) {
      boolean own = isOut(m, d);
      if (!own && m.escorts() > escortsFree[m.hub()][d]) {
        return new Shortage(Rule.ESCORTS, "ESCORTS", from, d, holder(m, d, Movement::escorts));
      }
      if (!own && m.trucks() > trucksFree[m.hub()][d]) {
        return new Shortage(Rule.TRUCKS, "TRUCKS", from, d, holder(m, d, Movement::trucks));
      }
    }
    return null;
  }

  /**
   * Of those of the same hub who have something on a day, or bring it from another hub by then, one
   * who gives it back then, or the one with the most.
   */
  private String holder(Movement m, int day, ToIntFunction<Movement> has) {
    return plan.movements().stream()
        .filter(o -> o != m && o.hub() == m.hub() && has.applyAsInt(o) > 0)
        .filter(o -> isOut(o, day) || isComing(o, day))
        .max(
            Comparator.comparing((Movement o) -> o.arrives() == day)
                .thenComparingInt(has)
                .thenComparing(Movement::id))
        .map(Movement::id)
        .orElse(null);
  }

  private static boolean isComing(Movement m, int day) {
    return m.kind() == Kind.REPOSITION && m.arrives() >= day;
  }

  /** The route on which a convoy dispatched on a day would find no place, or null. */
  Shortage slot(Movement m, Model.Path path, int dispatch, Paces paces) {
    var back = Paces.reversed(path.legs);
    var out = paces.drive(back, dispatch);
    var home = paces.drive(path.legs, path.departs[dispatch]);
    var ownOut = paces.drive(back, m.dispatched());
    var ownHome = paces.drive(path.legs, m.departs());
    for (int i = 0; i < path.legs.size(); i++) {
      int[][] drives = {
        {back.get(i), out.first()[i]}, {path.legs.get(i), home.first()[i]},
      };
      for (int[] start : drives) {
        int leg = start[0];
        int day = start[1];
        int own = 0;
        for (int j = 0; j < path.legs.size(); j++) {
          own += back.get(j) == leg && ownOut.first()[j] == day ? 1 : 0;
          own += path.legs.get(j) == leg && ownHome.first()[j] == day ? 1 : 0;
        }
        var it = problem.legs().get(leg);
        if (starts[leg][day] - own + 1 > it.convoysPerDay()) {
          return new Shortage(Rule.ROUTE_SLOTS, it.id(), day, day, starter(m, leg, day, paces));
        }
      }
    }
    return null;
  }

  private String starter(Movement m, int leg, int day, Paces paces) {
    for (var o : plan.movements()) {
      if (o == m || o.flight() != null || !o.legs().contains(leg)) {
        continue;
      }
      var home = paces.drive(o.legs(), o.departs());
      int position = o.legs().indexOf(leg);
      if (o.kind() == Kind.REPOSITION) {
        if (home.first()[position] == day) {
          return o.id();
        }
        continue;
      }
      var out = paces.drive(Paces.reversed(o.legs()), o.dispatched());
      if (home.first()[position] == day || out.first()[o.legs().size() - 1 - position] == day) {
        return o.id();
      }
    }
    return null;
  }

  /** The shortage that an airlift would meet on a day, or null. */
  Shortage flight(Movement m, int day) {
    boolean own = m.departs() == day;
    int count = m.flight().count();
    for (int t = 0; t < aircraft.length; t++) {
      var type = problem.aircraft().get(t);
      boolean same = type.type().equals(m.flight().type());
      if (same && aircraft[t][day] - (own ? count : 0) + count > aircraftThere[t][day]) {
        return new Shortage(Rule.AIRCRAFT, type.type(), day, day, flyer(m, day));
      }
    }
    int rounds = count * m.flight().sorties();
    for (int s : new int[] {m.site(), m.hub()}) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      if (sorties[s][day] - (own ? rounds : 0) + rounds > most) {
        var code = problem.sites().get(s).code();
        return new Shortage(Rule.AIRFIELD_SLOTS, code, day, day, flyer(m, day));
      }
    }
    return null;
  }

  private String flyer(Movement m, int day) {
    return plan.movements().stream()
        .filter(o -> o != m && o.flight() != null && o.departs() == day)
        .filter(o -> o.hub() == m.hub() || o.flight().type().equals(m.flight().type()))
        .map(Movement::id)
        .findFirst()
        .orElse(null);
  }
}
