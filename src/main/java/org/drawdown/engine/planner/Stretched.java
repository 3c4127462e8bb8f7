package org.drawdown.engine.planner;

import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.search.Search;

/**
 * The same mission with a later horizon, where each day that a base closes too late has a price. A
 * search sees there how far a plan is from being in time, where within the horizon it only sees
 * that something has no place.
 */
final class Stretched {

  private static final int LEAST_DAYS = 60;

  private final Model model;
  private final Limits limits;
  private final Watcher watcher;
  private final Relaxation relaxation;
  private final long began;

  Stretched(Model model, Limits limits, Watcher watcher, Relaxation relaxation, long began) {
    this.model = model;
    this.limits = limits;
    this.watcher = watcher;
    this.relaxation = relaxation;
    this.began = began;
  }

  /**
   * Looks for a plan that is in time and lets a search within the horizon go on from it.
   *
   * @return the plan that is least late, or null if nothing is complete even so
   */
  Outcome.Broken planFor(Search search, Plan start) {
    var problem = stretched(model.problem);
    var later = new Model(problem, model, model.end);
    long most = limits.maxIterations();
    long left = most > 0 ? Math.max(1, (most - search.iterations()) * 3 / 4) : 0;
    var few = new Limits(limits.timeMillis() * 3 / 4, left, 1, limits.seed(), limits.threads());
    var late = new Search(later, few, new StopOnly(watcher), relaxation, began);
    late.begin(start);
    late.goOnFrom(search);
    late.climb();
    search.spend(late.iterations());
    search.goOnFrom(late);
    return late.isComplete() ? new Outcome.Broken(late.bestPlan(), problem) : null;
  }

  /** What is found here is no plan of the mission yet, so nobody hears of it. */
  private record StopOnly(Watcher watcher) implements Watcher {
    @Override
    public void improved(long objective, Bound bound, long iterations, Supplier<Plan> plan) {}

    @Override
    public void raised(Bound bound) {}

    @Override
    public boolean wantsStop() {
      return watcher.wantsStop();
    }
  }

  /** The mission with a later horizon. */
  static Problem stretched(Problem problem) {
    int days = Math.max(LEAST_DAYS, problem.horizon() / 2);
    return Variant.of(problem, new Variant.Place(Fact.HORIZON, -1), days);
  }
}
