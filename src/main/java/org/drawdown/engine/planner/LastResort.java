package org.drawdown.engine.planner;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.drawdown.engine.History;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.search.Search;

/**
 * A plan where nothing complete was found even beyond the horizon: one thing after another gives
 * way until there is one, what a planner would give up first going first.
 */
final class LastResort {

  private static final int TRIES = 200;
  private static final long MILLIS = 5_000;

  /** What gives way, one line after the other and with all lines before it. */
  private static final List<Set<Fact>> STEPS =
      List.of(
          Set.of(Fact.NO_WRITE_OFF, Fact.HARD_DEADLINE),
          Set.of(Fact.SMALLEST_CONVOY, Fact.FIRST_DAY, Fact.GUARD, Fact.AIR_SERVICE),
          Set.of(Fact.STORAGE, Fact.ONWARD, Fact.CHARTER, Fact.PACKING),
          Set.of(Fact.TRUCKS, Fact.ESCORTS),
          Set.of(Fact.RESTRICTION),
          Set.of(Fact.OUTPOST),
          Set.of(Fact.CONTENTS, Fact.REAR_PARTY));

  private LastResort() {}

  /** A plan of a mission in which enough gives way, or null if there is none even so. */
  static Outcome.Broken of(Problem problem, Limits limits) {
    var stretched = Stretched.stretched(problem);
    var eased = withoutTheUnreachable(handoversForgotten(stretched));
    for (var step : STEPS) {
      for (var place : Facts.of(eased)) {
        if (step.contains(place.fact())) {
          eased = Variant.of(eased, place, Variant.most(eased, place));
        }
      }
      var model = new Model(eased);
      var few = new Limits(MILLIS, TRIES, 1, limits.seed(), limits.threads());
      var search = new Search(model, few, Watcher.NONE, new Relaxation(model), System.nanoTime());
      search.run(null);
      if (search.hasPlan()) {
        return new Outcome.Broken(search.bestPlan(), stretched);
      }
    }
    return null;
  }

  /** Nobody and nothing leaves a base that no road and no aircraft reaches. */
  private static Problem withoutTheUnreachable(Problem problem) {
    var model = new Model(problem);
    var eased = problem;
    for (var spoke : model.spokes) {
      if (spoke != null && !spoke.hasRoad() && spoke.carriers.length == 0) {
        eased = Variant.of(eased, new Variant.Place(Fact.CONTENTS, spoke.index), 0);
      }
    }
    return eased;
  }

  private static Problem handoversForgotten(Problem problem) {
    var h = problem.history();
    return h == null
        ? problem
        : problem.after(
            new History(
                h.asOf(),
                h.from(),
                h.fixed(),
                h.base(),
                Collections.nCopies(problem.sites().size(), -1),
                h.flows(),
                h.taken()));
  }
}
