package org.drawdown.engine.search;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.drawdown.engine.model.Model;

/**
 * One walk through the space of keys by late acceptance (Burke and Bykov, European Journal of
 * Operational Research 258, 2017): a change stays if the plan is no worse than the present one, or
 * than the one some hundred steps ago.
 */
final class Walker {

  private static final int MEMORY = 400;
  private static final int PATIENCE = 12_000;

  private final Model model;
  private final Decoder decoder;
  private final Moves moves;
  private final SplittableRandom random;
  private final long[] memory = new long[MEMORY];
  private Keys present;
  private Keys candidate;
  private long presentCost;
  private long steps;
  private long idle;

  final Keys best;
  long bestCost;

  Walker(Model model, Keys start, long seed, boolean leaves) {
    this.model = model;
    this.decoder = new Decoder(model);
    this.random = new SplittableRandom(seed);
    this.moves = new Moves(model, decoder, random, leaves);
    this.present = new Keys(model.sites);
    this.candidate = new Keys(model.sites);
    this.best = new Keys(model.sites);
    best.copyFrom(start);
    bestCost = decoder.decode(best);
    restart(best, bestCost);
  }

  Model model() {
    return model;
  }

  /** A decoder of this walker's own; to be used only while it does not walk. */
  Decoder decoder() {
    return decoder;
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
    int slot = (int) (steps++ % MEMORY);
    if (cost <= presentCost || cost <= memory[slot]) {
      var swap = present;
      present = candidate;
      candidate = swap;
      presentCost = cost;
    }
    memory[slot] = Math.min(memory[slot], presentCost);
    idle++;
    if (presentCost < bestCost) {
      bestCost = presentCost;
      best.copyFrom(present);
      idle = 0;
    }
  }

  /** Whether it has long found nothing better. */
  boolean isStuck() {
    return idle > PATIENCE;
  }

  /** Goes on from other keys, shaken a little. */
  void leap(Keys from) {
    candidate.copyFrom(from);
    int shakes = 3 + random.nextInt(12);
    for (int i = 0; i < shakes; i++) {
      moves.change(candidate);
    }
    restart(candidate, decoder.decode(candidate));
  }

  private void restart(Keys from, long cost) {
    present.copyFrom(from);
    presentCost = cost;
    // Some slack in the memory lets a fresh walk climb out of the valley that it starts in.
    long slack = cost >= Decoder.UNPLACED ? cost : cost + cost / 200;
    java.util.Arrays.fill(memory, slack);
    idle = 0;
  }
}
