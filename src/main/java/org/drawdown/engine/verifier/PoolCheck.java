package org.drawdown.engine.verifier;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;

/** Checks the resources that all movements use together. */
final class PoolCheck extends Check {

  /** The books of what is fixed, alone. */
  private final Ledger past;

  PoolCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
    this.past =
        problem.history() == null
            ? null
            : new Ledger(problem, new Plan(problem.fixed(), List.of(), List.of()));
  }

  /** Fixed movements may use more than there is, and no rule counts it against the plan. */
  private IntUnaryOperator atLeast(IntUnaryOperator there, Function<Ledger, int[]> use) {
    if (problem.history() == null) {
      return there;
    }
    int[] fixed = use.apply(past);
    return d -> Math.max(there.applyAsInt(d), fixed[d]);
  }

  @Override
  void run() {
    for (int s = 0; s < problem.sites().size(); s++) {
      if (problem.sites().get(s).isHub()) {
        checkHub(s);
      }
    }
    for (int l = 0; l < problem.legs().size(); l++) {
      int leg = l;
      int most = problem.legs().get(l).convoysPerDay();
      within(
          Breach.ROUTE_FULL,
          -1,
          ledger.starts(l),
          atLeast(d -> most, books -> books.starts(leg)),
          Particulars.names(problem.legs().get(l).id()));
    }
    for (int t = 0; t < problem.aircraft().size(); t++) {
      int position = t;
      var type = problem.aircraft().get(t);
      int[] there = ledger.aircraftThere(t);
      within(
          Breach.AIRCRAFT_SHORT,
          -1,
          ledger.aircraft(t),
          atLeast(d -> there[d], books -> books.aircraft(position)),
          Particulars.names(type.type()));
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      int site = s;
      within(
          Breach.AIRFIELD_FULL,
          s,
          ledger.sorties(s),
          atLeast(d -> most, books -> books.sorties(site)),
          Particulars.NONE);
    }
  }

  /** What history has taken from a hub or uses there is not asked of the plan again. */
  private void checkHub(int hub) {
    int[] trucks = ledger.trucksThere(hub);
    int[] escorts = ledger.escortsThere(hub);
    within(
        Breach.TRUCKS_SHORT,
        hub,
        ledger.trucks(hub),
        d -> trucks[d] + (past == null ? 0 : owed(past.trucks(hub), past.trucksThere(hub), d)),
        Particulars.NONE);
    within(
        Breach.ESCORTS_SHORT,
        hub,
        ledger.escorts(hub),
        d -> escorts[d] + (past == null ? 0 : owed(past.escorts(hub), past.escortsThere(hub), d)),
        Particulars.NONE);
  }

  private static int owed(int[] used, int[] there, int day) {
    return Math.max(0, used[day] - there[day]);
  }

  /** One violation for each run of days on which more is used than there is. */
  private void within(
      Breach breach, int site, int[] used, IntUnaryOperator available, Particulars what) {
    int peak = 0;
    int first = -1;
    for (int d = 0; d <= used.length; d++) {
      if (d < used.length && used[d] > available.applyAsInt(d)) {
        first = first < 0 ? d : first;
        peak = Math.max(peak, used[d]);
      } else if (first >= 0) {
        broken(
            breach,
            site,
            null,
            first,
            (long) available.applyAsInt(first),
            (long) peak,
            what.withDays(first, d - 1));
        first = -1;
        peak = 0;
      }
    }
  }
}
