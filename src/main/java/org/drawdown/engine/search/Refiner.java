package org.drawdown.engine.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * Improves a plan at some bases while all others keep their days: large neighbourhood search (Shaw,
 * CP 1998), the neighbourhood searched by simulated annealing. A change costs what these bases
 * cost, however many there are besides.
 */
final class Refiner {

  /**
   * The cost at which a change stays by a chance of 1 in e, as a share of the objective a spoke.
   */
  private static final double HOT = 0.001;

  private static final double COLD = 0.05;

  private final Decoder decoder;
  private final Moves moves;
  private final SplittableRandom random;
  private final int spokes;
  private final Keys fixed;
  private Keys present;
  private Keys candidate;

  /** The best keys found, each convoy not before its day, and what they cost. */
  final Keys best;

  long bestCost;

  Refiner(Model model, long seed, boolean leaves, int spokes) {
    this.decoder = new Decoder(model);
    this.random = new SplittableRandom(seed);
    this.moves = new Moves(model, decoder, random, leaves);
    this.spokes = spokes;
    this.fixed = new Keys(model.sites);
    this.present = new Keys(model.sites);
    this.candidate = new Keys(model.sites);
    this.best = new Keys(model.sites);
  }

  /**
   * Makes a number of steps, fewer if told to stop; returns how many.
   *
   * @param base keys of which each convoy goes not before its day
   */
  long refine(Keys base, long baseCost, int[] changing, long count, BooleanSupplier stop) {
    best.copyFrom(base);
    bestCost = baseCost;
    fixed.copyFrom(base);
    int from = FixedDays.last(fixed, changing);
    decoder.hold(fixed, changing, from);
    moves.focus(changing, from);
    present.copyFrom(fixed);
    FixedDays.release(present, changing);
    long presentCost = decoder.decodeRest(present);
    if (presentCost > baseCost) {
      present.copyFrom(fixed);
      presentCost = decoder.decodeRest(present);
    }
    candidate.copyFrom(present);
    long found = presentCost;
    var better = new Keys(fixed.convoys.length);
    better.copyFrom(present);
    long steps = 0;
    while (steps < count && !stop.getAsBoolean()) {
      candidate.copySites(present, changing);
      candidate.copyOrder(present, from);
      moves.change(candidate);
      long cost = decoder.decodeRest(candidate);
      if (cost <= presentCost
          || cost < Decoder.UNPLACED
              && isBorne(cost - presentCost, (double) steps / count, found)) {
        var swap = present;
        present = candidate;
        candidate = swap;
        presentCost = cost;
        if (cost < found) {
          found = cost;
          better.copySites(present, changing);
          better.copyOrder(present, from);
        }
      }
      steps++;
    }
    if (found < bestCost) {
      bestCost = decoder.decodeRest(better);
      best.copyFrom(better);
      FixedDays.fix(best, decoder, changing);
    }
    return steps;
  }

  private boolean isBorne(long worse, double progress, long objective) {
    double heat = Math.max(1, objective * HOT / spokes * StrictMath.pow(COLD, progress));
    return random.nextDouble() < StrictMath.exp(-worse / heat);
  }
}
