package org.drawdown.engine.verifier;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;

/** What all movements together use, against what there is. */
final class PoolCheck extends Check {

  PoolCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
  }

  @Override
  void run() {
    within(Rule.TRUCKS, -1, ledger.trucks(), d -> problem.trucks()[d], "trucks in use");
    within(Rule.ESCORTS, -1, ledger.escorts(), d -> problem.escorts()[d], "escorts in use");
    for (int l = 0; l < problem.legs().size(); l++) {
      int most = problem.legs().get(l).convoysPerDay();
      within(
          Rule.ROUTE_SLOTS,
          -1,
          ledger.starts(l),
          d -> most,
          "convoys start on " + problem.legs().get(l).id());
    }
    for (int t = 0; t < problem.aircraft().size(); t++) {
      var type = problem.aircraft().get(t);
      within(
          Rule.AIRCRAFT,
          -1,
          ledger.aircraft(t),
          d -> type.available()[d],
          "aircraft fly of type " + type.type());
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      within(Rule.AIRFIELD_SLOTS, s, ledger.sorties(s), d -> most, "sorties at " + code(s));
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
