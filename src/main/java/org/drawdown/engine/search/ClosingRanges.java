package org.drawdown.engine.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * How firm the closing dates of a plan are: from its keys a fixed number of further moves, for each
 * base towards earlier and towards later days, through plans that cost at most one per cent more.
 */
final class ClosingRanges {

  /** A plan counts as good as the one kept up to an objective of so many per cent more. */
  private static final int PER_CENT = 1;

  /** Convoys placed in all these moves together, about; fewer moves where a plan has many. */
  private static final long PLACED = 400_000;

  private static final long MOST_MOVES = 8_000;
  private static final long FEWEST_MOVES = 400;

  private final Model model;
  private final Decoder decoder;
  private final Moves moves;
  private final Keys kept;
  private final long most;
  private final int[] first;
  private final int[] last;

  private ClosingRanges(Model model, Keys kept, long cost, long seed, boolean leaves) {
    this.model = model;
    this.decoder = new Decoder(model);
    this.moves = new Moves(model, decoder, new SplittableRandom(seed), leaves);
    this.kept = kept;
    this.most = cost + cost * PER_CENT / 100;
    this.first = new int[model.sites];
    this.last = new int[model.sites];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
  }

  /**
   * For each site the first and the last day on which it closes in a plan seen.
   *
   * @param kept the keys of a complete plan, which are left as they are
   * @param cost of that plan
   */
  static int[][] of(Model model, Keys kept, long cost, long seed, boolean leaves) {
    var ranges = new ClosingRanges(model, kept, cost, seed, leaves);
    ranges.decoder.decode(kept);
    ranges.see();
    long convoys = Math.max(1, kept.length);
    long steps = Math.max(FEWEST_MOVES, Math.min(MOST_MOVES, PLACED / convoys));
    long each = Math.max(1, steps / (2L * model.sites));
    for (int s = 0; s < model.sites; s++) {
      ranges.walk(s, 1, each);
      ranges.walk(s, -1, each);
    }
    return new int[][] {ranges.first, ranges.last};
  }

  /** Goes on through plans in which one base closes ever later, or ever earlier, or no sooner. */
  private void walk(int site, int direction, long steps) {
    var present = new Keys(model.sites);
    var candidate = new Keys(model.sites);
    present.copyFrom(kept);
    decoder.decode(present);
    int reached = decoder.closedOn(site);
    for (long step = 0; step < steps; step++) {
      candidate.copyFrom(present);
      if (step % 2 == 0) {
        moves.changeAt(candidate, site);
      } else {
        moves.change(candidate);
      }
      if (decoder.decode(candidate) > most) {
        continue;
      }
      see();
      int closedOn = decoder.closedOn(site);
      if ((closedOn - reached) * direction >= 0) {
        reached = closedOn;
        var swap = present;
        present = candidate;
        candidate = swap;
      }
    }
  }

  private void see() {
    for (int s = 0; s < model.sites; s++) {
      first[s] = Math.min(first[s], decoder.closedOn(s));
      last[s] = Math.max(last[s], decoder.closedOn(s));
    }
  }
}
