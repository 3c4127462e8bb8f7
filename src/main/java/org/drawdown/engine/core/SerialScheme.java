package org.drawdown.engine.core;

import java.util.Arrays;

/**
 * The serial schedule generation scheme (Kolisch, European Journal of Operational Research 90,
 * 1996): takes activities in an order and puts each on the first days on which its predecessors
 * have ended and the resources suffice. One scheme serves one thread.
 */
public final class SerialScheme {

  private final Network network;
  private final int[][] predecessors;
  private final Timeline[] left;
  private final int[][] capacity;

  /** The first day of each activity in the last schedule. */
  public final int[] starts;

  public SerialScheme(Network network) {
    this.network = network;
    this.predecessors = network.predecessors();
    this.starts = new int[network.size()];
    int horizon = Arrays.stream(network.durations()).sum() + 1;
    this.capacity = new int[network.capacities().length][horizon];
    this.left = new Timeline[capacity.length];
    for (int r = 0; r < left.length; r++) {
      Arrays.fill(capacity[r], network.capacities()[r]);
      left[r] = new Timeline(capacity[r]);
    }
  }

  /** Schedules all activities in an order that respects precedence; returns the days it takes. */
  public int schedule(int[] order) {
    for (int r = 0; r < left.length; r++) {
      left[r].reset(capacity[r]);
    }
    int end = 0;
    for (int a : order) {
      int ready = 0;
      for (int p : predecessors[a]) {
        ready = Math.max(ready, starts[p] + network.durations()[p]);
      }
      starts[a] = place(a, ready);
      end = Math.max(end, starts[a] + network.durations()[a]);
    }
    return end;
  }

  private int place(int a, int ready) {
    int[] demand = network.demands()[a];
    int start = ready;
    int last = start + network.durations()[a] - 1;
    boolean fits = false;
    while (!fits) {
      fits = true;
      for (int r = 0; r < demand.length && fits; r++) {
        int shortage = demand[r] == 0 ? -1 : left[r].lastShortage(start, last, demand[r]);
        if (shortage >= 0) {
          start = shortage + 1;
          last = start + network.durations()[a] - 1;
          fits = false;
        }
      }
    }
    for (int r = 0; r < demand.length; r++) {
      if (demand[r] > 0) {
        left[r].take(start, last, demand[r]);
      }
    }
    return start;
  }
}
