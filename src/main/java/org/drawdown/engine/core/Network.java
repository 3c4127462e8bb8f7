package org.drawdown.engine.core;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Activities with precedence that share renewable resources: the resource-constrained project
 * scheduling problem.
 *
 * @param durations of the activities, in days, none negative
 * @param successors of each activity, that begin only when it has ended
 * @param demands by activity and resource, none above the capacity
 * @param capacities by resource, the same on every day
 */
public record Network(int[] durations, int[][] successors, int[][] demands, int[] capacities) {

  /** How many activities there are. */
  public int size() {
    return durations.length;
  }

  /** The predecessors of each activity. */
  public int[][] predecessors() {
    int[][] before = new int[size()][0];
    for (int a = 0; a < size(); a++) {
      for (int s : successors[a]) {
        before[s] = Arrays.copyOf(before[s], before[s].length + 1);
        before[s][before[s].length - 1] = a;
      }
    }
    return before;
  }

  /** This network with time running backwards. */
  public Network reversed() {
    return new Network(durations, predecessors(), demands, capacities);
  }

  /**
   * An order in which every activity stands behind its predecessors.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int[] order() {
    int[] open = new int[size()];
    for (int[] after : successors) {
      for (int s : after) {
        open[s]++;
      }
    }
    var ready = new ArrayDeque<Integer>();
    for (int a = 0; a < size(); a++) {
      if (open[a] == 0) {
        ready.add(a);
      }
    }
    int[] order = new int[size()];
    int n = 0;
    while (!ready.isEmpty()) {
      int a = ready.poll();
      order[n++] = a;
      for (int s : successors[a]) {
        if (--open[s] == 0) {
          ready.add(s);
        }
      }
    }
    if (n < size()) {
      throw new IllegalArgumentException("activities wait for one another");
    }
    return order;
  }

  /** For each activity the days from its start to the end of the longest chain that it begins. */
  public int[] tails() {
    int[] tail = new int[size()];
    int[] order = order();
    for (int i = size() - 1; i >= 0; i--) {
      int a = order[i];
      for (int s : successors[a]) {
        tail[a] = Math.max(tail[a], tail[s]);
      }
      tail[a] += durations[a];
    }
    return tail;
  }

  /** No schedule is shorter: the longest chain, or the energy that a resource has to give. */
  public int bound() {
    int bound = Arrays.stream(tails()).max().orElse(0);
    for (int r = 0; r < capacities.length; r++) {
      long energy = 0;
      for (int a = 0; a < size(); a++) {
        energy += (long) durations[a] * demands[a][r];
      }
      if (capacities[r] > 0) {
        bound = (int) Math.max(bound, (energy + capacities[r] - 1) / capacities[r]);
      }
    }
    return bound;
  }
}
