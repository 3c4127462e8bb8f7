package org.drawdown.engine.planner;

import java.util.List;
import java.util.stream.IntStream;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Lever;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Outcome.Statistics;
import org.drawdown.engine.Outcome.StoppedBy;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Projected;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.search.Search;

/** The one entry to planning. */
public final class Planner {

  /** Plans that are built to find one near a plan that does not go any more. */
  private static final long NEAR = 200;

  private static final long PATIENCE_MILLIS = 10_000;

  private Planner() {}

  /**
   * Plans a withdrawal. The same problem, seed and iteration limit give the same plan, whatever the
   * machine and the number of threads, unless time or a request ends the search earlier.
   *
   * @param start a plan of the same problem to go on from, or null
   * @return the best plan found; or why none can exist; or, if the search found none and nothing
   *     proves that there is none, one that breaks rules
   */
  public static Outcome plan(Problem problem, Limits limits, Plan start, Watcher watcher) {
    long began = System.nanoTime();
    var model = new Model(problem);
    var relaxation = new Relaxation(model);
    if (!relaxation.proofs().isEmpty()) {
      var conflicts = Diagnosis.of(model, limits, watcher);
      if (!conflicts.isEmpty()) {
        var statistics = new Statistics(-1, 0, 0, limits.threads(), StoppedBy.INFEASIBLE);
        return new Outcome(null, null, 0, relaxation.bound(), conflicts, List.of(), statistics);
      }
    }
    var search = new Search(model, limits, watcher, relaxation, began);
    search.begin(start);
    Outcome.Broken late = null;
    if (!search.hasPlan()) {
      late = new Stretched(model, limits, watcher, relaxation, began).planFor(search, start);
    }
    var statistics = search.climb();
    if (search.hasPlan()) {
      var ranges = ranges(search);
      return new Outcome(
          search.bestPlan(),
          null,
          search.bestCost(),
          search.bound(),
          List.of(),
          ranges,
          statistics);
    }
    var broken = late == null ? LastResort.of(problem, limits) : late;
    return new Outcome(null, broken, 0, search.bound(), List.of(), List.of(), statistics);
  }

  /**
   * Searches on from a plan with something giving way.
   *
   * @return when each site closes then; null if no plan was found
   */
  public static Lever.Effect withLever(Problem problem, Plan plan, Lever lever, Limits limits) {
    var place = new Variant.Place(lever.fact(), lever.index());
    var eased = Variant.of(problem, place, lever.amount());
    var model = new Model(eased);
    var relaxation = new Relaxation(model);
    var search = new Search(model, limits, Watcher.NONE, relaxation, System.nanoTime());
    search.run(plan);
    return search.hasPlan() ? new Lever.Effect(search.closings(), search.bestCost()) : null;
  }

  /**
   * What becomes of a plan where nobody plans anew: its own order of movements, sizes, roads and
   * days, none sooner than it was planned, built once under all rules. Where that does not go (a
   * convoy of it would now need more trucks than there are, say), the first plan near it that does.
   *
   * @return null if something finds no place, even long after the horizon
   */
  public static Projected project(Problem problem, Plan before) {
    for (var stretched : List.of(problem, Stretched.stretched(problem))) {
      var model = new Model(stretched);
      var plan = search(model, 1).rebuilt(before);
      if (plan != null) {
        return new Projected(stretched, plan);
      }
    }
    var stretched = Stretched.stretched(problem);
    var near = search(new Model(stretched), NEAR);
    near.run(before);
    return near.hasPlan() ? new Projected(stretched, near.bestPlan()) : null;
  }

  /**
   * For each base the day on which it closes if it is dispatched first and all else of a plan keeps
   * its order; -1 where that leads to no plan.
   */
  public static int[] closingsIfFirst(Problem problem, Plan plan) {
    return search(new Model(problem), 1).closingsIfFirst(plan);
  }

  /** A search of one thread, which so many plans limit, so that it says the same anywhere. */
  private static Search search(Model model, long plans) {
    var limits = new Limits(PATIENCE_MILLIS, plans, 0, 1, 1);
    return new Search(model, limits, Watcher.NONE, new Relaxation(model), System.nanoTime());
  }

  /** What no plan of a problem can beat; of no meaning where it has none. */
  public static Bound bound(Problem problem) {
    return new Relaxation(new Model(problem)).bound();
  }

  private static List<Outcome.ClosingRange> ranges(Search search) {
    int[][] days = search.closingRanges();
    return IntStream.range(0, days[0].length)
        .mapToObj(s -> new Outcome.ClosingRange(days[0][s], days[1][s]))
        .toList();
  }
}
