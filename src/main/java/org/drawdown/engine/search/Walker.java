package org.drawdown.engine.search;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * One walk through the space of keys by simulated annealing: a change stays if the plan is no
 * worse, or by a chance that falls with what it costs and as the walk cools. When it is cold it
 * leaps to the best that all walkers know, shaken a little, and cools again, each time a little
 * slower.
 */
final class Walker {

  /**
   * The cost at which a change stays by a chance of 1 in e when a walk begins, as a share of the
   * best objective for each spoke, and what is left of that at its end. Measured on the reference
   * case: hotter, colder, shorter and longer walks were worse, and late acceptance was.
   */
  private static final double HOT = 0.0027;

  private static final double COLD = 0.02;
  private static final int FIRST_WALK = 10_000;
  private static final double SLOWER = 1.3;

  private final Decoder decoder;
  private final Moves moves;
  private final SplittableRandom random;
  private final double share;
  private Keys present;
  private Keys candidate;
  private long presentCost;
  private long steps;
  private long length = FIRST_WALK;

  final Keys best;
  long bestCost;

  Walker(Model model, Keys start, long seed, boolean leaves) {
    this.decoder = new Decoder(model);
    this.random = new SplittableRandom(seed);
    this.moves = new Moves(model, decoder, random, leaves);
    long spokes = Arrays.stream(model.spokes).filter(Objects::nonNull).count();
    this.share = HOT / Math.max(1, spokes);
    this.present = new Keys(model.sites);
    this.candidate = new Keys(model.sites);
    this.best = new Keys(model.sites);
    best.copyFrom(start);
    bestCost = decoder.decode(best);
    restart(best, bestCost);
  }

  /** Makes a number of steps, fewer if told to stop; returns how many. */
  long walk(long count, BooleanSupplier stop) {
    long made = 0;
    while (made < count && !stop.getAsBoolean()) {
      step();
      made++;
    }
    return made;
  }

  private void step() {
    candidate.copyFrom(present);
    moves.change(candidate);
    long cost = decoder.decode(candidate);
    if (cost <= presentCost || cost < Decoder.UNPLACED && isBorne(cost - presentCost)) {
      var swap = present;
      present = candidate;
      candidate = swap;
      presentCost = cost;
    }
    steps++;
    if (presentCost < bestCost) {
      bestCost = presentCost;
      best.copyFrom(present);
    }
  }

  private boolean isBorne(long worse) {
    double heat = Math.max(1, bestCost * share * StrictMath.pow(COLD, (double) steps / length));
    return random.nextDouble() < StrictMath.exp(-worse / heat);
  }

  /** Whether it has cooled down. */
  boolean isStuck() {
    return steps >= length;
  }

  /** Goes on from other keys, shaken a little. */
  void leap(Keys from) {
    candidate.copyFrom(from);
    int shakes = 3 + random.nextInt(12);
    for (int i = 0; i < shakes; i++) {
      moves.change(candidate);
    }
    restart(candidate, decoder.decode(candidate));
    length = (long) (length * SLOWER);
  }

  private void restart(Keys from, long cost) {
    present.copyFrom(from);
    presentCost = cost;
    steps = 0;
  }
}
