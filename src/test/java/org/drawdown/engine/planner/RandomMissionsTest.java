package org.drawdown.engine.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
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

  private static final int MISSIONS = Integer.getInteger("tests.missions", 12);
  private static final long SEED = Long.getLong("tests.seed", 31);

  /** For one mission in so many the prices of the bound are improved for long. */
  private static final int PRICED = 10;

  /** The first valid plan is enough, however late it is found. */
  private static final Limits FIRST_PLAN = new Limits(60_000, 60_000, 1, 1, 1);

  /** What a planner would wait for, about. */
  private static final Limits PATIENT = new Limits(10_000, 0, 1, 1, 1);

  private static final Limits FEW = new Limits(2_000, 40, 1, 1, 1);

  private static final Limits LIMITS = new Limits(10_000, 200, 0, 1, 1);

  private static long reliefs;
  private static long sets;

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
    assertTrue(
        unresolved <= Math.max(1, MISSIONS / 50), () -> "neither a plan nor a reason: " + seen);
  }

  private static void tell(Map<String, Integer> seen, long missions) {
    org.jboss.logging.Logger.getLogger(RandomMissionsTest.class)
        .infof(
            "%d missions from seed %d: %s; %d conflict sets, %d reliefs",
            missions, SEED, seen, sets, reliefs);
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

  /**
   * Whoever does what a relief says gets a plan, and with everything given up that the set does not
   * name the proof still stands.
   */
  private static void holds(long seed, Problem problem, List<Outcome.Conflict> conflicts) {
    var named = new HashSet<Variant.Place>();
    for (var conflict : conflicts) {
      named.add(new Variant.Place(conflict.fact(), index(problem, conflict)));
      if (conflict.relief() != null) {
        var relieved = Relieved.of(problem, conflict, index(problem, conflict));
        var outcome = Planner.plan(relieved, FIRST_PLAN, null, Watcher.NONE);
        assertTrue(outcome.plan() != null, () -> "seed " + seed + " in spite of " + conflict);
        var judgement = Verifier.judge(relieved, outcome.plan());
        assertTrue(judgement.valid(), () -> "seed " + seed + ": " + judgement.violations());
        reliefs++;
      }
    }
    var others = Facts.of(problem);
    others.removeAll(named);
    // All of them one by one where many missions are tried, else a few.
    int stride = MISSIONS > 40 ? 1 : Math.max(1, others.size() / 4);
    for (int i = 0; i < others.size(); i += stride) {
      var place = others.get(i);
      var without = Variant.of(problem, place, Variant.most(problem, place));
      var model = new Model(without);
      var relaxation = new Relaxation(model);
      assertTrue(
          !relaxation.proofs().isEmpty(),
          () -> "seed " + seed + ": without " + place + " nothing is proved any more");
      var search = new Search(model, FEW, Watcher.NONE, relaxation, System.nanoTime());
      search.run(null);
      assertTrue(!search.hasPlan(), () -> "seed " + seed + ": a plan without " + place);
    }
    sets++;
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
      var later = Planner.plan(problem, PATIENT, null, Watcher.NONE);
      return later.plan() == null ? "unresolved, as seed " + seed : "valid with patience";
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
