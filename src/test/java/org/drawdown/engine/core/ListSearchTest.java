package org.drawdown.engine.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The scheduling core on networks small enough to try every order. */
class ListSearchTest {

  private static final int[][] NO_SUCCESSORS = {{}, {}, {}};

  @Test
  void activitiesThatNeedTheSameCrewFollowOneAnother() {
    var network =
        new Network(new int[] {3, 2, 4}, NO_SUCCESSORS, new int[][] {{1}, {1}, {2}}, new int[] {2});
    var search = new ListSearch(network, 1);
    search.run(1_000, () -> false);
    assertEquals(7, search.length());
    assertEquals(7, network.bound());
    assertTrue(search.isOptimal());
  }

  @Test
  void activitiesThatWaitForOneAnotherAreRefused() {
    var network = new Network(new int[] {1, 1}, new int[][] {{1}, {0}}, new int[2][0], new int[0]);
    assertThrows(IllegalArgumentException.class, network::order);
  }

  @Test
  void findsTheShortestOfAllOrders() {
    for (long seed = 1; seed <= 200; seed++) {
      var network = drawn(seed);
      var scheme = new SerialScheme(network);
      int shortest = shortest(network, scheme, new int[network.size()], 0, 0);
      var search = new ListSearch(network, seed);
      search.run(3_000, () -> false);
      assertTrue(network.bound() <= shortest, "seed " + seed);
      assertEquals(shortest, search.length(), "seed " + seed);
      assertValid(network, search.starts());
    }
  }

  @Test
  void theSameSeedGivesTheSameSchedule() {
    var network = drawn(7);
    var first = new ListSearch(network, 3);
    var second = new ListSearch(network, 3);
    first.run(500, () -> false);
    second.run(500, () -> false);
    assertEquals(first.schedules(), second.schedules());
    for (int a = 0; a < network.size(); a++) {
      assertEquals(first.starts()[a], second.starts()[a]);
    }
  }

  private static Network drawn(long seed) {
    var random = new SplittableRandom(seed);
    int n = 4 + random.nextInt(4);
    int[] durations = new int[n];
    int[][] successors = new int[n][];
    int[][] demands = new int[n][2];
    for (int a = 0; a < n; a++) {
      durations[a] = random.nextInt(6);
      int after = a;
      successors[a] =
          random.ints(random.nextInt(2), 0, n).filter(s -> s > after).distinct().toArray();
      demands[a][0] = random.nextInt(4);
      demands[a][1] = random.nextInt(3);
    }
    return new Network(durations, successors, demands, new int[] {3, 2});
  }

  private static int shortest(
      Network network, SerialScheme scheme, int[] order, int placed, int taken) {
    if (placed == network.size()) {
      return scheme.schedule(order);
    }
    int shortest = Integer.MAX_VALUE;
    int[][] before = network.predecessors();
    for (int a = 0; a < network.size(); a++) {
      boolean ready = (taken & 1 << a) == 0;
      for (int p : before[a]) {
        ready &= (taken & 1 << p) != 0;
      }
      if (ready) {
        order[placed] = a;
        shortest = Math.min(shortest, shortest(network, scheme, order, placed + 1, taken | 1 << a));
      }
    }
    return shortest;
  }

  private static void assertValid(Network network, int[] starts) {
    for (int a = 0; a < network.size(); a++) {
      for (int s : network.successors()[a]) {
        assertTrue(starts[s] >= starts[a] + network.durations()[a]);
      }
    }
    for (int day = 0; day < 60; day++) {
      for (int r = 0; r < network.capacities().length; r++) {
        int used = 0;
        for (int a = 0; a < network.size(); a++) {
          boolean runs = starts[a] <= day && day < starts[a] + network.durations()[a];
          used += runs ? network.demands()[a][r] : 0;
        }
        assertTrue(used <= network.capacities()[r]);
      }
    }
  }
}
