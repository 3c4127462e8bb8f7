package org.drawdown.engine.search;

import java.util.Arrays;
import org.drawdown.engine.model.Model;

/**
 * Bases that wait for one another: an outpost for its parent's last column to pass, the parent for
 * the outpost to close. The knot is untied by thinking up an order of closing: a base may close
 * when its outposts have, on a road that leads through bases still open, and better not while
 * another needs it on all of its roads.
 */
final class Knot {

  private final Model model;
  private final Keys keys;
  private final boolean[] closed;

  Knot(Model model, Keys keys) {
    this.model = model;
    this.keys = keys;
    this.closed = new boolean[model.sites];
  }

  /** Gives the final columns roads on which no base waits for another, as far as there are any. */
  void untie() {
    boolean closing = true;
    while (closing) {
      closing = closeOne(true) || closeOne(false);
    }
  }

  private boolean closeOne(boolean unneeded) {
    for (int s = 0; s < closed.length; s++) {
      if (!closed[s] && mayClose(s) && !(unneeded && isNeeded(s))) {
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

  /** Whether a base is an outpost of another, or an outpost's outpost: it is closed before. */
  private boolean belongsTo(int outpost, int s) {
    for (int t = outpost; t >= 0; t = model.problem.sites().get(t).parent()) {
      if (model.problem.sites().get(t).parent() == s) {
        return true;
      }
    }
    return false;
  }

  /** The first road of a spoke that leads through open bases only, without one; or -1. */
  private int openRoad(int s, int without) {
    var paths = model.spokes[s].paths;
    for (int i = 0; i < paths.length; i++) {
      if (Arrays.stream(paths[i].transit)
          .noneMatch(t -> closed[t] || t == without || belongsTo(t, s))) {
        return i;
      }
    }
    return -1;
  }
}
