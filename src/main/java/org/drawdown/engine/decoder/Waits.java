package org.drawdown.engine.decoder;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.drawdown.engine.model.Model;

/** Which bases wait with their handover for which others. */
final class Waits {

  private final Model model;

  /** For each site the bases that wait for its convoys, and those that wait for its closing. */
  private final long[][] convoys;

  private final long[][] closing;

  Waits(Model model) {
    this.model = model;
    int words = (model.sites + 63) / 64;
    this.convoys = new long[model.sites][words];
    this.closing = new long[model.sites][words];
  }

  /**
   * A base waits with its handover for the convoys that pass through it, and for the closing of
   * those whose final movement does, that end at it, or that are its outposts.
   */
  void read(Keys keys, int s) {
    Arrays.fill(convoys[s], 0);
    Arrays.fill(closing[s], 0);
    int parent = model.problem.sites().get(s).parent();
    if (parent >= 0) {
      mark(closing[s], s, parent);
    }
    var spoke = model.spokes[s];
    if (spoke == null) {
      return;
    }
    mark(closing[s], s, spoke.hub);
    if (spoke.hasRoad()) {
      for (int i = 0; i < keys.convoys[s]; i++) {
        markAll(convoys[s], s, spoke.paths[keys.path[s][i]].transit);
      }
      if (spoke.rear > 0 && !keys.finalByAir[s]) {
        markAll(closing[s], s, spoke.paths[keys.finalPath[s]].transit);
      }
    }
  }

  /** Waits without knowledge of the roads that the convoys of a spoke take. */
  void readAnyRoad(int s) {
    for (var path : model.spokes[s].paths) {
      markAll(convoys[s], s, path.transit);
      markAll(closing[s], s, path.transit);
    }
  }

  private static void mark(long[] set, int site, int passed) {
    if (site != passed) {
      set[passed >> 6] |= 1L << passed;
    }
  }

  private static void markAll(long[] set, int site, int[] passed) {
    for (int p : passed) {
      mark(set, site, p);
    }
  }

  /** Adds to the count of those that a base waits for, or takes away from it, what a site does. */
  void block(int site, int[] blockers, int by) {
    forConvoys(site, t -> blockers[t] += by);
    forClosing(site, t -> blockers[t] += by);
  }

  /** The bases that wait for the convoys of a site. */
  void forConvoys(int site, IntConsumer base) {
    forEach(convoys[site], base);
  }

  /** The bases that wait for the closing of a site. */
  void forClosing(int site, IntConsumer base) {
    forEach(closing[site], base);
  }

  private static void forEach(long[] set, IntConsumer base) {
    for (int word = 0; word < set.length; word++) {
      for (long bits = set[word]; bits != 0; bits &= bits - 1) {
        base.accept(word * 64 + Long.numberOfTrailingZeros(bits));
      }
    }
  }
}
