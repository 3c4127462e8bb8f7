package org.drawdown.engine.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.drawdown.engine.History;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.PricedRelaxation;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.search.Search;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/**
 * What must hold for any mission: its plan is valid and its objective that of the books, or the
 * reason why it has none is one that a search cannot refute, or its best plan breaks rules. {@code
 * -Dtests.missions=} and {@code -Dtests.seed=} choose how many, and from which seed.
 */
class RandomMissionsTest {

  private static final int MISSIONS = Integer.getInteger("tests.missions", 40);
  private static final long SEED = Long.getLong("tests.seed", 31);

  /** For one mission in so many the prices of the bound are improved for long. */
  private static final int PRICED = 20;

  /** The first valid plan is enough, however late it is found. */
  private static final Limits FIRST_PLAN = new Limits(60_000, 60_000, 1, 1, 1);

  private static final Limits LIMITS = new Limits(60_000, 200, 0, 1, 1);

  @Test
  void everyPlanIsValidAndEveryRefusalIsTrue() {
    Map<String, Integer> seen = new TreeMap<>();
    for (long seed = SEED; seed < SEED + MISSIONS; seed++) {
      seen.merge(judge(seed), 1, Integer::sum);
      if ((seed - SEED) % 500 == 499) {
        tell(seen, seed - SEED + 1);
      }
    }
    tell(seen, MISSIONS);
    assertTrue(seen.getOrDefault("valid twice", 0) > MISSIONS / 2, () -> "too few plans: " + seen);
    long unresolved = seen.keySet().stream().filter(k -> k.startsWith("unresolved")).count();
    assertTrue(unresolved <= MISSIONS / 50, () -> "neither a plan nor a reason: " + seen);
  }

  private static void tell(Map<String, Integer> seen, long missions) {
    org.jboss.logging.Logger.getLogger(RandomMissionsTest.class)
        .infof("%d missions from seed %d: %s", missions, SEED, seen);
  }

  /** From some day on, and for every other mission with fewer trucks, the rest is planned anew. */
  private static String replanned(long seed, Problem problem, Plan base) {
    int end = base.movements().stream().mapToInt(Plan.Movement::arrives).max().orElse(0);
    int asOf = (int) (seed * 7919 % (end + 1));
    int from = Math.min(problem.horizon(), asOf + (int) (seed % 5));
    var handovers =
        IntStream.range(0, problem.sites().size())
            .map(
                s ->
                    base.stages().stream()
                        .filter(span -> span.site() == s && span.stage() == Plan.Stage.HANDOVER)
                        .mapToInt(Plan.StageSpan::from)
                        .filter(day -> day < asOf)
                        .findFirst()
                        .orElse(-1))
            .boxed()
            .toList();
    var fixed = base.movements().stream().filter(m -> m.dispatched() < from).toList();
    if (seed % 2 == 0) {
      for (int[] hub : problem.trucks()) {
        for (int d = asOf; d < hub.length; d++) {
          hub[d] = hub[d] * 9 / 10;
        }
      }
    }
    var later =
        problem.after(new History(asOf, from, fixed, base.movements(), handovers, List.of()));
    var outcome = Planner.plan(later, LIMITS, base, Watcher.NONE);
    if (outcome.plan() == null) {
      return seed % 2 == 0 ? ", not replanned with fewer trucks" : ", not replanned, seed " + seed;
    }
    var judgement = Verifier.judge(later, outcome.plan());
    assertTrue(judgement.valid(), () -> "replan of " + seed + ": " + judgement.violations());
    assertEquals(judgement.ledger().objective(), outcome.objective(), "replan of " + seed);
    assertTrue(
        outcome.bound().objective() <= outcome.objective(),
        "replan of " + seed + ": bound above a plan");
    return " twice";
  }

  /** Given up any one of the facts, the proof falls; with what relieves it, there is a plan. */
  private static void holds(long seed, Problem problem, List<Outcome.Conflict> conflicts) {
    for (var conflict : conflicts) {
      var place = new Variant.Place(conflict.fact(), index(problem, conflict));
      if (conflict.relief() != null) {
        var relieved = Variant.of(problem, place, (int) conflict.relief().amount());
        var outcome = Planner.plan(relieved, FIRST_PLAN, null, Watcher.NONE);
        assertTrue(outcome.plan() != null, () -> "seed " + seed + " in spite of " + conflict);
        var judgement = Verifier.judge(relieved, outcome.plan());
        assertTrue(judgement.valid(), () -> "seed " + seed + ": " + judgement.violations());
      }
    }
  }

  /** However the prices have been improved, what they prove is true of the plan found. */
  private static void pricesAreNoHigher(long seed, Problem problem, long found) {
    var model = new Model(problem);
    var priced = new PricedRelaxation(model, new Relaxation(model));
    for (int step = 0; step < 100; step++) {
      priced.step(found);
    }
    assertTrue(
        priced.bound().objective() <= found, "seed " + seed + ": bound at prices above a plan");
  }

  private static int index(Problem problem, Outcome.Conflict conflict) {
    for (int i = 0; i < problem.airServices().size(); i++) {
      if (problem.airServices().get(i).id().equals(conflict.subject())) {
        return i;
      }
    }
    return IntStream.range(0, problem.restrictions().size())
        .filter(r -> problem.restrictions().get(r).id().equals(conflict.subject()))
        .findFirst()
        .orElse(conflict.site());
  }

  private static String judge(long seed) {
    var problem = RandomMission.of(seed);
    var outcome = Planner.plan(problem, LIMITS, null, Watcher.NONE);
    if (outcome.plan() != null) {
      var judgement = Verifier.judge(problem, outcome.plan());
      assertTrue(judgement.valid(), () -> "seed " + seed + ": " + judgement.violations());
      assertEquals(judgement.ledger().objective(), outcome.objective(), "seed " + seed);
      assertTrue(
          outcome.bound().objective() <= outcome.objective(),
          "seed " + seed + ": bound above a plan");
      if (seed % PRICED == 0) {
        pricesAreNoHigher(seed, problem, outcome.objective());
      }
      assertTrue(
          outcome.bound().earliestCompletion()
              <= judgement.ledger().terms().get(org.drawdown.engine.Term.COMPLETION),
          "seed " + seed + ": completed before the earliest completion");
      return "valid" + replanned(seed, problem, outcome.plan());
    }
    if (outcome.conflicts().isEmpty()) {
      assertTrue(outcome.broken() != null, "seed " + seed + ": nothing to look at");
      var broken = Verifier.judge(problem, outcome.broken().plan()).violations();
      assertTrue(!broken.isEmpty(), "seed " + seed + ": unresolved with a valid plan");
      return "unresolved, as seed " + seed;
    }
    var model = new Model(problem);
    var search = new Search(model, LIMITS, Watcher.NONE, new Relaxation(model), System.nanoTime());
    search.run(null);
    assertTrue(
        !search.hasPlan(), () -> "seed " + seed + ": a plan in spite of " + outcome.conflicts());
    holds(seed, problem, outcome.conflicts());
    return "infeasible, " + outcome.conflicts().get(0).rule();
  }
}
