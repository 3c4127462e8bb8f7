package org.drawdown.engine.verifier;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;

/** What all movements together use, against what there is. */
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

  /** What is fixed is taken as it is: nobody is held to less than it needs. */
  private IntUnaryOperator atLeast(IntUnaryOperator there, Function<Ledger, int[]> use) {
    if (problem.history() == null) {
      return there;
    }
    int[] fixed = use.apply(past);
    return d -> Math.max(there.applyAsInt(d), fixed[d]);
  }

  @Override
  void run() {
    within(
        Rule.TRUCKS,
        -1,
        ledger.trucks(),
        atLeast(d -> problem.trucks()[d], Ledger::trucks),
        "trucks in use");
    within(
        Rule.ESCORTS,
        -1,
        ledger.escorts(),
        atLeast(d -> problem.escorts()[d], Ledger::escorts),
        "escorts in use");
    for (int l = 0; l < problem.legs().size(); l++) {
      int leg = l;
      int most = problem.legs().get(l).convoysPerDay();
      within(
          Rule.ROUTE_SLOTS,
          -1,
          ledger.starts(l),
          atLeast(d -> most, books -> books.starts(leg)),
          "convoys start on " + problem.legs().get(l).id());
    }
    for (int t = 0; t < problem.aircraft().size(); t++) {
      int position = t;
      var type = problem.aircraft().get(t);
      within(
          Rule.AIRCRAFT,
          -1,
          ledger.aircraft(t),
          atLeast(d -> type.available()[d], books -> books.aircraft(position)),
          "aircraft fly of type " + type.type());
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      int site = s;
      within(
          Rule.AIRFIELD_SLOTS,
          s,
          ledger.sorties(s),
          atLeast(d -> most, books -> books.sorties(site)),
          "sorties at " + code(s));
    }
  }

  /** One violation for each run of days on which more is used than there is. */
  private void within(Rule rule, int site, int[] used, IntUnaryOperator available, String what) {
    int peak = 0;
    int first = -1;
    for (int d = 0; d <= used.length; d++) {
      if (d < used.length && used[d] > available.applyAsInt(d)) {
        first = first < 0 ? d : first;
        peak = Math.max(peak, used[d]);
      } else if (first >= 0) {
        broken(
            rule,
            site,
            null,
            first,
            (long) available.applyAsInt(first),
            (long) peak,
            "%d %s, from day %d to day %d".formatted(peak, what, first, d - 1));
        first = -1;
        peak = 0;
      }
    }
  }
}
