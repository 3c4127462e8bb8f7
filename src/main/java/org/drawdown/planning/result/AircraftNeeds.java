package org.drawdown.planning.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;

/**
 * What the aircraft of each type are needed for on each day: first movements, then air services,
 * then helicopters that stand by for medical evacuation at each active hub (planning model,
 * "Releases").
 */
final class AircraftNeeds {

  /** What one aircraft is needed for on a day. */
  record Use(String kind, String name) {}

  /** Helicopters that a hub lacks from one day to another. */
  record Shortfall(int hub, int from, int to, int number) {}

  private final PlanningProblem planning;
  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;
  private final int days;

  /** For each type and day what each of its aircraft that are needed is needed for. */
  private final List<List<List<Use>>> uses = new ArrayList<>();

  private final int[][] missing;

  AircraftNeeds(PlanningProblem planning, Plan plan, Ledger ledger) {
    this.planning = planning;
    this.problem = planning.problem();
    this.plan = plan;
    this.ledger = ledger;
    this.days = problem.horizon() + 1;
    this.missing = new int[problem.sites().size()][days];
    for (int t = 0; t < problem.aircraft().size(); t++) {
      uses.add(IntStream.range(0, days).mapToObj(d -> (List<Use>) new ArrayList<Use>()).toList());
    }
    movements();
    services();
    cover();
  }

  /** What the aircraft of a type are needed for on a day, each with its own need. */
  List<Use> of(int type, int day) {
    return uses.get(type).get(day);
  }

  private void movements() {
    for (var m : plan.movements()) {
      for (int t = 0; m.flight() != null && t < uses.size(); t++) {
        if (problem.aircraft().get(t).type().equals(m.flight().type())) {
          for (int n = 0; n < m.flight().count(); n++) {
            uses.get(t).get(m.departs()).add(new Use("MOVEMENT", m.id()));
          }
        }
      }
    }
  }

  private void services() {
    for (var service : problem.airServices()) {
      int[] available = problem.aircraft().get(service.type()).available();
      for (int d = 0; d <= ledger.lastDay(service); d++) {
        var here = uses.get(service.type()).get(d);
        for (int n = 0; n < service.aircraft() && here.size() < available[d]; n++) {
          here.add(new Use("SERVICE", service.id()));
        }
      }
    }
  }

  private static int most(int[] available) {
    return Arrays.stream(available).max().orElse(0);
  }

  private void cover() {
    var cover = planning.dataset().mission().cover();
    int each = cover == null || cover.rotaryWing() == null ? 0 : cover.rotaryWing();
    if (each == 0) {
      return;
    }
    int[] active = IntStream.range(0, problem.sites().size()).map(this::lastActive).toArray();
    var hubs =
        IntStream.range(0, active.length)
            .filter(h -> active[h] >= 0)
            .boxed()
            .sorted(Comparator.comparingInt(h -> -active[h]))
            .toList();
    var types =
        IntStream.range(0, uses.size())
            .filter(t -> problem.aircraft().get(t).rotaryWing())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer t) -> -problem.aircraft().get(t).lastDay())
                    .thenComparingInt(t -> -most(problem.aircraft().get(t).available())))
            .toList();
    for (int d = 0; d < days; d++) {
      for (int h : hubs) {
        if (d <= active[h]) {
          missing[h][d] = each - standBy(h, d, each, types);
        }
      }
    }
  }

  /** Lets helicopters that nothing else uses on a day stand by for a hub; returns how many. */
  private int standBy(int hub, int day, int wanted, List<Integer> types) {
    int found = 0;
    for (int t : types) {
      var here = uses.get(t).get(day);
      while (found < wanted && here.size() < problem.aircraft().get(t).available()[day]) {
        here.add(new Use("COVER", planning.code(hub)));
        found++;
      }
    }
    return found;
  }

  /** The last day on which one of a hub's spokes is open or a convoy of theirs is under way. */
  private int lastActive(int hub) {
    int last = -1;
    for (int s = 0; s < problem.sites().size(); s++) {
      if (problem.sites().get(s).hub() == hub) {
        last = Math.max(last, ledger.closedOn(s));
      }
    }
    for (var m : plan.movements()) {
      if (m.hub() == hub && m.kind().isConvoy()) {
        last = Math.max(last, m.arrives());
      }
    }
    return Math.min(last, days - 1);
  }

  /** The days on which fewer helicopters stand by than the mission asks for. */
  List<Shortfall> shortfalls() {
    var found = new ArrayList<Shortfall>();
    for (int h = 0; h < missing.length; h++) {
      int from = 0;
      for (int d = 1; d <= days; d++) {
        if (d == days || missing[h][d] != missing[h][from]) {
          if (missing[h][from] > 0) {
            found.add(new Shortfall(h, from, d - 1, missing[h][from]));
          }
          from = d;
        }
      }
    }
    return found;
  }
}
