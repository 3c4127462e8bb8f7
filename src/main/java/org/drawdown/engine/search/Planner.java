package org.drawdown.engine.search;

import java.util.List;
import java.util.stream.IntStream;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Outcome.Statistics;
import org.drawdown.engine.Outcome.StoppedBy;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;

/** The one entry to planning. */
public final class Planner {

  private Planner() {}

  /**
   * Plans a withdrawal. The same problem, seed and iteration limit give the same plan, whatever the
   * machine and the number of threads, unless time or a request ends the search earlier.
   *
   * @param start a plan of the same problem to go on from, or null
   * @return the best plan found; or why none can exist; or neither, if the search found none and
   *     nothing proves that there is none
   */
  public static Outcome plan(Problem problem, Limits limits, Plan start, Watcher watcher) {
    long began = System.nanoTime();
    var model = new Model(problem);
    var relaxation = new Relaxation(model);
    var bound = relaxation.bound();
    if (!relaxation.proofs().isEmpty()) {
      var statistics = new Statistics(-1, 0, 0, limits.threads(), StoppedBy.INFEASIBLE);
      return new Outcome(
          null, 0, bound, Diagnosis.of(model, limits, watcher), List.of(), statistics);
    }
    var search = new Search(model, limits, watcher, relaxation, began);
    var statistics = search.run(start);
    return search.hasPlan()
        ? new Outcome(
            search.bestPlan(),
            search.bestCost(),
            search.bound(),
            List.of(),
            ranges(search),
            statistics)
        : new Outcome(null, 0, search.bound(), List.of(), List.of(), statistics);
  }

  private static List<Outcome.ClosingRange> ranges(Search search) {
    int[][] days = search.closingRanges();
    return IntStream.range(0, days[0].length)
        .mapToObj(s -> new Outcome.ClosingRange(days[0][s], days[1][s]))
        .toList();
  }
}
