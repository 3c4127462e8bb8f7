package org.drawdown.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Sketch;
import org.drawdown.engine.Term;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.bound.PricedRelaxation;
import org.drawdown.engine.bound.Relaxation;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/**
 * Small missions solved to optimality by trying everything: every way to share the loads among
 * convoys, on every road, dispatched on every day, and every end of the rear party. No bound is
 * above the optimum, and no search below it; a search that ends above it has missed something.
 */
class BruteForceTest {

  private static final int MISSIONS = Integer.getInteger("tests.small.missions", 12);

  private static Problem mission(long seed) {
    var random = new SplittableRandom(seed);
    boolean two = seed % 4 == 0;
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
        .threat(1 + random.nextInt(2));
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
          .windowEnd(5 + random.nextInt(9));
      sketch.leg("L" + s, s, 0, 40 + random.nextInt(60));
    }
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
    return best;
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
        for (int day = 0; day < model.days; day++) {
          keys.finalNotBefore[s] = day;
          share(i, decoder.sizes().vehicles(keys, spoke), 0);
          if (spoke.rear == 0) {
            break;
          }
        }
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
    int solved = 0;
    int met = 0;
    for (long seed = 1; seed <= MISSIONS; seed++) {
      var problem = mission(seed);
      long optimum = optimum(problem);
      var outcome = Planner.plan(problem, new Limits(60_000, 20_000, 0, 1, 1), null, Watcher.NONE);
      if (optimum >= Decoder.UNPLACED) {
        assertTrue(outcome.plan() == null, "seed " + seed + ": a plan that trying all has missed");
        continue;
      }
      solved++;
      var judgement = Verifier.judge(problem, outcome.plan());
      assertTrue(judgement.valid(), () -> judgement.violations().toString());
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
    }
    assertTrue(solved >= MISSIONS / 2, "too few missions have a plan: " + solved);
    assertEquals(solved, met, "missions in which the optimum is found");
  }
}
