package org.drawdown.engine.search;

import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * Makes what changes hubs no more and no sooner than a plan needs it: by steps, as long as one
 * makes the plan better. A random walk leaves such small change lying about.
 */
final class Tidying {

  private static final int[] STEPS = {1, 2, 4, 8, 16, 32};

  private final Model model;
  private final Decoder decoder;
  private final Keys keys;
  private long cost;

  /**
   * @param keys of a complete plan, which become those of the tidied one
   * @param cost of that plan
   */
  Tidying(Model model, Decoder decoder, Keys keys, long cost) {
    this.model = model;
    this.decoder = decoder;
    this.keys = keys;
    this.cost = cost;
  }

  /** Tidies; returns what the plan now costs. */
  long tidy() {
    long before;
    do {
      before = cost;
      for (int i = keys.repositions.count - 1; i >= 0; i--) {
        if (!isNeeded(i)) {
          continue;
        }
        for (int step : STEPS) {
          better(keys.repositions.trucks, i, -step, 0);
          better(keys.repositions.trucks, i, step, 0);
          better(keys.repositions.notBefore, i, step, model.problem.firstDay());
          better(keys.repositions.notBefore, i, -step, model.problem.firstDay());
        }
        better(keys.repositions.escorts, i, -1, 0);
        better(keys.repositions.escorts, i, 1, 0);
      }
    } while (cost < before);
    return cost;
  }

  /** Takes one away if the plan is no worse without it. */
  private boolean isNeeded(int i) {
    var without = new Keys(model.sites);
    without.copyFrom(keys);
    without.repositions.remove(i);
    long found = decoder.decode(without);
    if (found <= cost) {
      cost = found;
      keys.copyFrom(without);
      return false;
    }
    return true;
  }

  private void better(int[] part, int i, int step, int least) {
    int present = part[i];
    int changed = Math.max(least, present + step);
    if (changed == present || part == keys.repositions.notBefore && changed >= model.days) {
      return;
    }
    part[i] = changed;
    long found = decoder.decode(keys);
    if (found < cost) {
      cost = found;
    } else {
      part[i] = present;
    }
  }
}
