package org.drawdown.engine.core;

/** The rest of a cumulative resource on each day. */
public final class Timeline {

  private final int[] free;

  /** A resource of a capacity that may differ by day. */
  public Timeline(int[] capacity) {
    free = capacity.clone();
  }

  /** Gives everything back. */
  public void reset(int[] capacity) {
    System.arraycopy(capacity, 0, free, 0, free.length);
  }

  /** Takes over what another has left. */
  public void copyFrom(Timeline other) {
    System.arraycopy(other.free, 0, free, 0, free.length);
  }

  /** The rest on a day. */
  public int free(int day) {
    return free[day];
  }

  /** The least rest on any day from one on. */
  public int least(int from) {
    int least = Integer.MAX_VALUE;
    for (int d = from; d < free.length; d++) {
      least = Math.min(least, free[d]);
    }
    return least;
  }

  /** The last day from one to another, both included, with less than a demand left; or -1. */
  public int lastShortage(int from, int to, int demand) {
    for (int d = to; d >= from; d--) {
      if (free[d] < demand) {
        return d;
      }
    }
    return -1;
  }

  /** Takes an amount on every day from one to another, both included; a negative one gives back. */
  public void take(int from, int to, int amount) {
    for (int d = from; d <= to; d++) {
      free[d] -= amount;
    }
  }
}
