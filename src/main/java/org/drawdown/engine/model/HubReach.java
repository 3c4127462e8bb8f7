package org.drawdown.engine.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;

/** Which hubs can help one another out with trucks and escorts, from which day on. */
final class HubReach {

  /** Hubs up to which all pairs are joined; with more, each with its nearest. */
  private static final int FEW_HUBS = 8;

  private static final int NEAREST = 4;

  private final Problem problem;
  private final int sites;
  private final int days;

  /** For each site the group of hubs that roads join, by the first of them; -1 for spokes. */
  private final int[] joined;

  HubReach(Problem problem, Roads roads) {
    this.problem = problem;
    this.sites = problem.sites().size();
    this.days = problem.horizon() + 1;
    this.joined = joined(roads);
  }

  private int[] hubs() {
    return IntStream.range(0, sites).filter(s -> problem.sites().get(s).isHub()).toArray();
  }

  /** The hubs that trucks of a hub can go to. */
  int[] partners(int hub, Roads roads) {
    var others = Arrays.stream(hubs()).filter(h -> h != hub && areJoined(h, hub)).toArray();
    if (others.length < FEW_HUBS) {
      return others;
    }
    var metres = roads.metres(hub);
    return Arrays.stream(others)
        .boxed()
        .sorted(Comparator.comparingLong(metres::get))
        .limit(NEAREST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int[] joined(Roads roads) {
    int[] groups = new int[sites];
    Arrays.fill(groups, -1);
    for (int hub : hubs()) {
      if (groups[hub] < 0) {
        var there = roads.metres(hub).keySet();
        for (int other : hubs()) {
          groups[other] = there.contains(other) ? hub : groups[other];
        }
        groups[hub] = hub;
      }
    }
    return groups;
  }

  /** Whether roads lead from one hub to another. */
  boolean areJoined(int a, int b) {
    return joined[a] >= 0 && joined[a] == joined[b];
  }

  /**
   * For each pair of hubs the day on which something can have come from the first to the second,
   * the number of days if nothing ever can. Where not all pairs are looked at: at once.
   */
  int[][] reached(List<Model.Link> links) {
    int[][] day = new int[sites][sites];
    int[] hubs = hubs();
    boolean all = hubs.length <= FEW_HUBS;
    for (int a : hubs) {
      for (int b : hubs) {
        day[a][b] = a == b || !all && areJoined(a, b) ? -1 : days;
      }
      boolean sooner = all;
      while (sooner) {
        sooner = false;
        for (var link : links) {
          int from = Math.max(day[a][link.from()] + 1, problem.firstDay());
          for (var way : link.ways()) {
            for (int p = from; p < days; p++) {
              if (way.arrives[p] >= 0 && way.arrives[p] < day[a][link.to()]) {
                day[a][link.to()] = way.arrives[p];
                sooner = true;
              }
            }
          }
        }
      }
    }
    return day;
  }

  int[][] possible(int[][] pool, ToIntFunction<Movement> of, int[][] reached) {
    int[][] there = new int[sites][];
    for (int h : hubs()) {
      there[h] = Arrays.copyOf(pool[h], days);
    }
    for (var m : problem.fixed()) {
      for (int d = m.dispatched(); d < days && m.kind() == Plan.Kind.REPOSITION; d++) {
        there[m.site()][d] -= of.applyAsInt(m);
        there[m.hub()][d] += d > m.arrives() ? of.applyAsInt(m) : 0;
      }
    }
    int[][] possible = new int[sites][];
    for (int h : hubs()) {
      possible[h] = new int[days];
      for (int g : hubs()) {
        for (int d = Math.max(0, reached[g][h] + 1); d < days; d++) {
          int sum = possible[h][d] + Math.max(0, there[g][d]);
          possible[h][d] = Math.min(Problem.UNLIMITED, sum);
        }
      }
    }
    return possible;
  }
}
