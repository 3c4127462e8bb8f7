package org.drawdown.engine.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Looks for a short schedule of a network: a genetic algorithm over activity lists (Hartmann, Naval
 * Research Logistics 45, 1998) with forward-backward improvement (Valls, Ballestín and Quintanilla,
 * European Journal of Operational Research 165, 2005). The same seed and number of schedules give
 * the same result.
 */
public final class ListSearch {

  private static final int POPULATION = 50;
  private static final int SWAP_PERCENT = 5;
  private static final int PATIENCE = 40;

  private final Network network;
  private final SerialScheme forward;
  private final SerialScheme backward;
  private final int[] tails;
  private final int[][] predecessors;
  private final int bound;
  private final int[] inOrder;
  private final SplittableRandom random;
  private int[] bestStarts;
  private volatile int best = Integer.MAX_VALUE;
  private long schedules;

  /** An order with the length of the schedule that it gives. */
  private record Individual(int[] order, int length) {}

  public ListSearch(Network network, long seed) {
    this.network = network;
    this.forward = new SerialScheme(network);
    this.backward = new SerialScheme(network.reversed());
    this.tails = network.tails();
    this.predecessors = network.predecessors();
    this.bound = network.bound();
    this.inOrder = network.order();
    this.random = new SplittableRandom(seed);
  }

  /** The days of the shortest schedule found. */
  public int length() {
    return best;
  }

  /** The first day of each activity in it. */
  public int[] starts() {
    return bestStarts.clone();
  }

  /** Schedules built so far. */
  public long schedules() {
    return schedules;
  }

  /** Whether no schedule can be shorter. */
  public boolean isOptimal() {
    return best == bound;
  }

  /** Searches until told to stop, until so many schedules are built, or until it is optimal. */
  public void run(long maxSchedules, BooleanSupplier stop) {
    while (!isOptimal() && schedules < maxSchedules && !stop.getAsBoolean()) {
      evolve(maxSchedules, stop);
    }
  }

  /** One population, from its making until it has long brought nothing better. */
  private void evolve(long maxSchedules, BooleanSupplier stop) {
    var people = new Individual[POPULATION * 2];
    for (int i = 0; i < POPULATION; i++) {
      people[i] = improved(sampled());
    }
    int idle = 0;
    int leader = Integer.MAX_VALUE;
    while (idle < PATIENCE && !isOptimal() && schedules < maxSchedules && !stop.getAsBoolean()) {
      for (int i = 0; i < POPULATION; i++) {
        var mother = chosen(people);
        var father = chosen(people);
        people[POPULATION + i] = improved(mutated(crossed(mother.order(), father.order())));
      }
      Arrays.sort(people, Comparator.comparingInt(Individual::length));
      idle = people[0].length() < leader ? 0 : idle + 1;
      leader = people[0].length();
    }
  }

  private Individual chosen(Individual[] people) {
    var a = people[random.nextInt(POPULATION)];
    var b = people[random.nextInt(POPULATION)];
    return a.length() <= b.length() ? a : b;
  }

  /** An order by chance, those with long chains behind them more likely to come first. */
  private int[] sampled() {
    int n = network.size();
    int[] open = new int[n];
    for (int a = 0; a < n; a++) {
      open[a] = predecessors[a].length;
    }
    int[] ready = new int[n];
    int count = 0;
    for (int a = 0; a < n; a++) {
      if (open[a] == 0) {
        ready[count++] = a;
      }
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int pick = random.nextInt(count);
      for (int again = random.nextInt(4); again > 0; again--) {
        int other = random.nextInt(count);
        if (tails[ready[other]] > tails[ready[pick]]) {
          pick = other;
        }
      }
      int a = ready[pick];
      ready[pick] = ready[--count];
      order[i] = a;
      for (int s : network.successors()[a]) {
        if (--open[s] == 0) {
          ready[count++] = s;
        }
      }
    }
    return order;
  }

  /** The mother's order outside of a stretch, the father's order inside of it. */
  private int[] crossed(int[] mother, int[] father) {
    int n = mother.length;
    int p = random.nextInt(n);
    int q = random.nextInt(n);
    int from = Math.min(p, q);
    int to = Math.max(p, q);
    int[] child = new int[n];
    var taken = new boolean[n];
    for (int i = 0; i < from; i++) {
      child[i] = mother[i];
      taken[mother[i]] = true;
    }
    int at = from;
    for (int i = 0; i < n && at <= to; i++) {
      if (!taken[father[i]]) {
        child[at++] = father[i];
        taken[father[i]] = true;
      }
    }
    for (int i = 0; i < n && at < n; i++) {
      if (!taken[mother[i]]) {
        child[at++] = mother[i];
        taken[mother[i]] = true;
      }
    }
    return child;
  }

  private int[] mutated(int[] order) {
    for (int i = 0; i + 1 < order.length; i++) {
      if (random.nextInt(100) < SWAP_PERCENT && !precedes(order[i], order[i + 1])) {
        int a = order[i];
        order[i] = order[i + 1];
        order[i + 1] = a;
      }
    }
    return order;
  }

  private boolean precedes(int a, int b) {
    for (int s : network.successors()[a]) {
      if (s == b) {
        return true;
      }
    }
    return false;
  }

  /** Pushes everything to the end, then back to the beginning, as long as that shortens it. */
  private Individual improved(int[] order) {
    int length = forward.schedule(order);
    schedules++;
    int[] better = order;
    while (true) {
      int end = length;
      int[] back = sortedByTime(a -> end - forward.starts[a] - network.durations()[a], true);
      int backLength = backward.schedule(back);
      int[] again =
          sortedByTime(a -> backLength - backward.starts[a] - network.durations()[a], false);
      int shortened = forward.schedule(again);
      schedules += 2;
      better = again;
      if (shortened >= length) {
        length = shortened;
        break;
      }
      length = shortened;
    }
    if (length < best) {
      best = length;
      bestStarts = forward.starts.clone();
    }
    return new Individual(better, length);
  }

  /** The activities by a time; those at the same time as precedence has them. */
  private int[] sortedByTime(IntUnaryOperator time, boolean backwards) {
    int n = network.size();
    long[] keyed = new long[n];
    for (int i = 0; i < n; i++) {
      int place = backwards ? n - 1 - i : i;
      keyed[i] = (long) time.applyAsInt(inOrder[place]) << 32 | i;
    }
    Arrays.sort(keyed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int place = (int) keyed[i];
      order[i] = inOrder[backwards ? n - 1 - place : place];
    }
    return order;
  }
}
