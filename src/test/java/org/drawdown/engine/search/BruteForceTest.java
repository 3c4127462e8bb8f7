package org.drawdown.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Sketch;
import org.drawdown.engine.Term;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.PricedRelaxation;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.ConvoySizes;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Small missions solved to optimality by trying everything: every way to share the loads among
 * convoys, or to leave some behind where that is allowed, on every road, dispatched on every day,
 * every end of the rear party, and where the trucks stand at another hub, every number of them
 * brought on every day. No bound is above the optimum, and no search below it; a search that ends
 * above it has missed something, which happens in few and by little.
 */
class BruteForceTest {

  private static final int MISSIONS = Integer.getInteger("tests.small.missions", 12);

  private static Problem mission(long seed) {
    var random = new SplittableRandom(seed);
    boolean two = seed % 4 == 0;
    boolean far = seed % 4 == 1;
    var sketch = new Sketch();
    sketch.horizon = two ? 15 : 18;
    sketch.deadline = 6 + random.nextInt(8);
    sketch.trucks = 1 + random.nextInt(3);
    sketch.escorts = 1 + random.nextInt(2);
    sketch.loadingDays = random.nextInt(2);
    sketch
        .base("HUB")
        .ships(1 + random.nextInt(3))
        .seats(3 + random.nextInt(20))
        .handoverDays(1)
        .threat(1 + random.nextInt(2))
        .soldiers(seed % 2 == 0 ? 0 : 4 + random.nextInt(6))
        .guard(seed % 2 == 0 ? 0 : 2 + random.nextInt(4))
        .pool(far ? 0 : sketch.trucks, far ? 0 : sketch.escorts);
    for (int s = 1; s <= (two ? 2 : 1); s++) {
      sketch
          .base("S" + s)
          .drainsTo(0)
          .handoverDays(1)
          .threat(1 + random.nextInt(4))
          .packing(1 + random.nextInt(2))
          .rear(random.nextInt(3))
          .soldiers(2 + random.nextInt(8))
          .containers(1 + random.nextInt(two ? 1 : 2))
          .vehicles(random.nextInt(2))
          .windowFrom(random.nextInt(3) == 0 ? 6 + random.nextInt(6) : -1)
          .windowEnd(5 + random.nextInt(9));
      sketch.leg("L" + s, s, 0, 40 + random.nextInt(60));
    }
    if (far) {
      sketch.base("FAR").hub().handoverDays(1).pool(sketch.trucks, sketch.escorts);
      sketch.leg("FAR-HUB", 2, 0, 60 + random.nextInt(60));
    }
    sketch.firstMove = random.nextInt(4) == 0 ? 1 : 0;
    if (random.nextInt(3) == 0) {
      int from = random.nextInt(8);
      sketch.ban("BAN", from, from + random.nextInt(4), List.of(0), List.of());
    }
    if (random.nextBoolean()) {
      sketch.aircraft("Heli", 1, true, 2 + random.nextInt(8), 800, 0);
    }
    return sketch.problem();
  }

  private long best;
  private Model model;
  private Decoder decoder;
  private Moves moves;
  private Keys keys;
  private List<Model.Spoke> spokes;

  /** The lowest objective of all plans, or one that is no plan's. */
  private long optimum(Problem problem) {
    model = new Model(problem);
    decoder = new Decoder(model);
    moves = new Moves(model, decoder, new SplittableRandom(1), false);
    keys = new Keys(model.sites);
    spokes = new ArrayList<>();
    for (var spoke : model.spokes) {
      if (spoke != null) {
        spokes.add(spoke);
      }
    }
    best = Decoder.UNPLACED;
    end(0);
    for (int i = 0; i < model.links.size(); i++) {
      bring(i, problem);
    }
    return best;
  }

  /** Tries every number of trucks and escorts on every day from one hub to another. */
  private void bring(int link, Problem problem) {
    int from = model.links.get(link).from();
    int trucks = problem.trucks()[from].length == 0 ? 0 : problem.trucks()[from][0];
    int escorts = problem.escorts()[from].length == 0 ? 0 : problem.escorts()[from][0];
    for (int day = problem.firstDay(); day < 7; day++) {
      for (int t = 0; t <= trucks; t++) {
        for (int e = t == 0 ? 1 : 0; e <= escorts; e++) {
          keys.repositions.add(link, 0, t, e, day);
          end(0);
          keys.repositions.remove(0);
        }
      }
    }
  }

  /** Tries every end of a spoke's rear party, then everything else. */
  private void end(int i) {
    if (i == spokes.size()) {
      decode();
      return;
    }
    var spoke = spokes.get(i);
    int s = spoke.index;
    for (boolean byAir : new boolean[] {false, true}) {
      boolean flies = spoke.carriers.length > 0;
      if (byAir && (!flies || spoke.rear == 0)) {
        continue;
      }
      for (boolean byTruck : new boolean[] {false, true}) {
        keys.finalByAir[s] = byAir;
        keys.byTruck[s] = byTruck || !flies;
        if (byTruck && !flies) {
          continue;
        }
        int mostLeft = model.problem.mayLeaveBehind() ? moves.mostLeft(spoke.cargo) : 0;
        for (int left = 0; left <= mostLeft; left++) {
          keys.left[s] = left;
          leave(i);
        }
        keys.left[s] = 0;
      }
    }
  }

  /** Tries every day of the rear party, where no truck goes empty while loads stay. */
  private void leave(int i) {
    var spoke = spokes.get(i);
    int s = spoke.index;
    int vehicles = decoder.sizes().vehicles(keys, spoke);
    if (keys.left[s] > 0 && vehicles > ConvoySizes.loads(keys, spoke)) {
      return;
    }
    for (int day = 0; day < model.days; day++) {
      keys.finalNotBefore[s] = day;
      share(i, vehicles, 0);
      if (spoke.rear == 0) {
        break;
      }
    }
  }

  /** Tries every way to share what is left among convoys on days not before a day. */
  private void share(int i, int left, int from) {
    var spoke = spokes.get(i);
    int s = spoke.index;
    if (left == 0) {
      end(i + 1);
      return;
    }
    for (int size = 1; size <= Math.min(left, spoke.maxVehicles); size++) {
      for (int day = from; day < model.days; day++) {
        keys.addConvoy(s, size, 0, day);
        share(i, left - size, day);
        keys.removeConvoy(s, keys.convoys[s] - 1);
      }
    }
  }

  private void decode() {
    keys.length = 0;
    for (var spoke : spokes) {
      for (int k = 0; k <= keys.convoys[spoke.index]; k++) {
        keys.insert(keys.length, spoke.index);
      }
    }
    best = Math.min(best, decoder.decode(keys));
  }

  /** The bound when the prices have been improved for long. */
  private static long pricedBound(Problem problem, long found) {
    var model = new Model(problem);
    var priced = new PricedRelaxation(model, new Relaxation(model));
    for (int step = 0; step < 300 && !priced.isDone(); step++) {
      priced.step(found);
    }
    return priced.bound().objective();
  }

  @Test
  void theBoundIsBelowTheOptimumAndThatIsFound() {
    solveAll(false);
  }

  @Test
  void theBoundIsBelowTheOptimumWhereLoadsMayStay() {
    solveAll(true);
  }

  private void solveAll(boolean mayLeave) {
    int solved = 0;
    int left = 0;
    int met = 0;
    var missed = new StringBuilder();
    for (long seed = 1; seed <= MISSIONS; seed++) {
      var draft = mission(seed).draft();
      draft.mayLeaveBehind = mayLeave;
      if (mayLeave) {
        // So little that it often pays.
        draft.weights = new EnumMap<>(draft.weights);
        draft.weights.put(Term.WRITE_OFF, 20L);
      }
      var problem = draft.problem();
      long optimum = optimum(problem);
      var outcome = Planner.plan(problem, new Limits(60_000, 60_000, 0, 1, 1), null, Watcher.NONE);
      if (optimum >= Decoder.UNPLACED) {
        assertTrue(outcome.plan() == null, "seed " + seed + ": a plan that trying all has missed");
        continue;
      }
      solved++;
      var judgement = Verifier.judge(problem, outcome.plan());
      assertTrue(judgement.valid(), () -> judgement.violations().toString());
      left += judgement.ledger().terms().get(Term.WRITE_OFF) > 0 ? 1 : 0;
      long bound = outcome.bound().objective();
      assertTrue(bound <= optimum, "seed %d: bound %d above %d".formatted(seed, bound, optimum));
      long dearest = pricedBound(problem, optimum);
      assertTrue(
          dearest <= optimum, "seed %d: at prices %d above %d".formatted(seed, dearest, optimum));
      assertTrue(
          optimum <= outcome.objective(),
          "seed %d: %d found below the optimum %d".formatted(seed, outcome.objective(), optimum));
      assertTrue(
          outcome.bound().earliestCompletion() <= judgement.ledger().terms().get(Term.COMPLETION));
      met += outcome.objective() == optimum ? 1 : 0;
      assertTrue(
          outcome.objective() <= optimum + optimum / 50,
          "seed %d: %d is far from the optimum %d".formatted(seed, outcome.objective(), optimum));
      if (outcome.objective() > optimum) {
        missed.append("seed %d: %d, not %d; ".formatted(seed, outcome.objective(), optimum));
      }
    }
    assertEquals(mayLeave, left > 2, left + " missions leave loads behind");
    assertTrue(solved >= MISSIONS / 2, "too few missions have a plan: " + solved);
    assertTrue(met >= solved * 9 / 10, () -> "the optimum is missed too often: " + missed);
  }
}
