package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * Bases that wait for one another: an outpost for its parent's last convoy to pass, the parent for
 * the outpost to close. The knot is untied by thinking up an order of closing: a base may close
 * when its outposts have, on a road that leads through bases still open, and better not while
 * another needs it on all of its roads.
 */
final class DeadlockBreaker {

  private final Model model;
  private final Keys keys;
  private final boolean[] closed;

  /** For each base those that cannot begin their handover before it is closed. */
  private final BitSet[] before;

  /** The bases that wait for one another: they are thought of first. */
  private final boolean[] tied;

  /** Orders of closing that are tried at most. */
  private static final int MOST_TRIED = 5_000;

  private final Set<BitSet> seen = new HashSet<>();

  DeadlockBreaker(Model model, Keys keys, boolean[] tied) {
    this.tied = tied;
    this.model = model;
    this.keys = keys;
    this.closed = new boolean[model.sites];
    this.before = new BitSet[model.sites];
    Arrays.setAll(before, s -> new BitSet());
    deduce();
  }

  /** Gives the final convoys roads on which no base waits for another, as far as there are any. */
  void untie() {
    closeInTurn();
    for (boolean done : closed) {
      if (!done) {
        Arrays.fill(closed, false);
        closeAll(0);
        return;
      }
    }
  }

  /**
   * Tries one order of closing after another; true if one closes all. A base that none of the
   * others could need is closed at once, for that can hurt nobody.
   */
  private boolean closeAll(int count) {
    if (count == closed.length) {
      return true;
    }
    if (seen.size() > MOST_TRIED || !seen.add(setOf(closed))) {
      return false;
    }
    var ready = new ArrayList<Integer>();
    for (int s = 0; s < closed.length; s++) {
      if (!closed[s] && mayClose(s)) {
        if (roadsThrough(s) == 0) {
          return closeAll(s, count);
        }
        ready.add(s);
      }
    }
    ready.sort(Comparator.comparingInt(this::roadsThrough));
    for (int s : ready) {
      if (!isNeeded(s) && closeAll(s, count)) {
        return true;
      }
    }
    return false;
  }

  private boolean closeAll(int s, int count) {
    int road = drivesLast(s) ? openRoad(s, s) : 0;
    closed[s] = true;
    if (!closeAll(count + 1)) {
      closed[s] = false;
      return false;
    }
    if (drivesLast(s)) {
      keys.finalPath[s] = road;
    }
    return true;
  }

  private static BitSet setOf(boolean[] flags) {
    var set = new BitSet();
    for (int i = 0; i < flags.length; i++) {
      set.set(i, flags[i]);
    }
    return set;
  }

  /** How many roads of bases that have still to close lead through one. */
  private int roadsThrough(int s) {
    int roads = 0;
    for (int other = 0; other < closed.length; other++) {
      if (other != s && !closed[other] && drivesLast(other)) {
        for (var path : model.spokes[other].paths) {
          roads += Arrays.stream(path.transit).anyMatch(t -> t == s) ? 1 : 0;
        }
      }
    }
    return roads;
  }

  private void closeInTurn() {
    boolean closing = true;
    while (closing) {
      closing =
          closeOne(true, true)
              || closeOne(false, true)
              || closeOne(true, false)
              || closeOne(false, false);
    }
  }

  private boolean closeOne(boolean ofTheKnot, boolean unneeded) {
    for (int s = 0; s < closed.length; s++) {
      if (!closed[s] && tied[s] == ofTheKnot && mayClose(s) && !(unneeded && isNeeded(s))) {
        if (drivesLast(s)) {
          keys.finalPath[s] = openRoad(s, s);
        }
        closed[s] = true;
        return true;
      }
    }
    return false;
  }

  private boolean mayClose(int s) {
    for (int other = 0; other < closed.length; other++) {
      boolean first =
          model.problem.sites().get(other).parent() == s
              || model.spokes[other] != null && model.spokes[other].hub == s;
      if (first && !closed[other]) {
        return false;
      }
    }
    return !drivesLast(s) || openRoad(s, s) >= 0;
  }

  private boolean isNeeded(int s) {
    for (int other = 0; other < closed.length; other++) {
      if (other != s && !closed[other] && drivesLast(other) && openRoad(other, s) < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean drivesLast(int s) {
    var spoke = model.spokes[s];
    return spoke != null && spoke.rear > 0 && spoke.hasRoad() && !keys.finalByAir[s];
  }

  /**
   * Which bases close before which whatever the order: outposts before their parents, spokes before
   * their hubs, and a base before one that all its usable roads lead through. A road is not usable
   * if it leads through a base that closes before.
   */
  private void deduce() {
    for (int s = 0; s < closed.length; s++) {
      var spoke = model.spokes[s];
      int parent = model.problem.sites().get(s).parent();
      if (parent >= 0) {
        before[s].set(parent);
      }
      if (spoke != null) {
        before[s].set(spoke.hub);
      }
    }
    boolean learned = true;
    while (learned) {
      learned = false;
      for (int s = 0; s < closed.length; s++) {
        learned |= learn(s);
      }
    }
  }

  private boolean learn(int s) {
    int known = before[s].cardinality();
    for (int t = before[s].nextSetBit(0); t >= 0; t = before[s].nextSetBit(t + 1)) {
      before[s].or(before[t]);
    }
    if (drivesLast(s)) {
      BitSet common = null;
      for (var path : model.spokes[s].paths) {
        if (Arrays.stream(path.transit).noneMatch(t -> before[t].get(s))) {
          var here = new BitSet();
          Arrays.stream(path.transit).forEach(here::set);
          common = common == null ? here : common;
          common.and(here);
        }
      }
      if (common != null) {
        before[s].or(common);
      }
    }
    return before[s].cardinality() > known;
  }

  /** The first road of a spoke that leads through open bases only, without one; or -1. */
  private int openRoad(int s, int without) {
    var paths = model.spokes[s].paths;
    for (int i = 0; i < paths.length; i++) {
      if (Arrays.stream(paths[i].transit)
          .noneMatch(t -> closed[t] || t == without || before[t].get(s))) {
        return i;
      }
    }
    return -1;
  }
}
