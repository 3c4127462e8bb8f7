package org.drawdown.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Airfield;
import org.drawdown.engine.Problem.Leg;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Problem.Party;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Term;

/**
 * Missions that could be, drawn at random: hubs in a row, 200 to 500 km from one another, camps
 * around them or one behind another, roads of 40 to 400 km, a season of rain, and as many trucks
 * and escorts as would move all of it in a part of the time that there is.
 */
final class DrawnMission {

  private static final int HORIZON = 540;
  private static final int DEADLINE = 183;

  private final SplittableRandom random;
  private final int hubs;
  private final int bases;
  private final int shortest;
  private final int longest;
  private final List<Site> sites = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();

  /** For each camp the days of the way to its hub, about. */
  private final double[] way;

  private DrawnMission(long seed, int hubs, int bases, int shortest, int longest) {
    this.random = new SplittableRandom(seed);
    this.hubs = hubs;
    this.bases = bases;
    this.shortest = shortest;
    this.longest = longest;
    this.way = new double[bases];
  }

  /** A mission of 30 bases, three of them hubs. */
  static Problem of(long seed) {
    var drawn = new DrawnMission(seed, 3, 30, 40, 400);
    drawn.draw();
    return drawn.problem(drawn.pools(0.55 + 0.5 * drawn.random.nextDouble()));
  }

  /** One hub, 15 camps on short roads, 60 trucks and 3 escorts. */
  static Problem oneHub() {
    var drawn = new DrawnMission(1, 1, 16, 30, 120);
    drawn.draw();
    return drawn.problem(new int[][] {{60}, {3}});
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private void draw() {
    for (int h = 0; h < hubs; h++) {
      sites.add(site(h, -1, between(150, 400), 400));
      if (h > 0) {
        leg(h, h - 1, between(200, 500));
      }
    }
    for (int s = hubs; s < bases; s++) {
      int hub = random.nextInt(hubs);
      int behind = hub;
      for (int other = hubs; other < s; other++) {
        if (sites.get(other).hub() == hub && random.nextInt(5) == 0) {
          behind = other;
        }
      }
      sites.add(site(s, hub, between(30, 450), 0));
      way[s] = way[behind] + leg(s, behind, between(shortest, longest));
    }
  }

  private Site site(int s, int hub, int loads, int storage) {
    boolean isHub = hub < 0;
    int people = loads * between(80, 240) / 100;
    int vehicles = loads / 4;
    var lots =
        List.of(
            new Lot("C" + s, (loads - vehicles) / 2, BigDecimal.ONE, false, 2, true, 9_000),
            new Lot("E" + s, (loads - vehicles) / 2, BigDecimal.ONE, false, 3, false, 6_000),
            new Lot("V" + s, vehicles, BigDecimal.ONE, true, between(1, 3), true, 40_000));
    var parties =
        List.of(
            new Party("U" + s, PartyKind.UNIFORMED, people),
            new Party("I" + s, PartyKind.INTERNATIONAL, people / 8),
            new Party("N" + s, PartyKind.NATIONAL, people / 8));
    return new Site(
        (isHub ? "H" : "S") + s,
        Double.NaN,
        Double.NaN,
        hub,
        -1,
        isHub ? 2 : between(1, 5),
        between(6, 40),
        Math.min(people, 20 + people / 12),
        between(3, 8),
        new Airfield(0, "NONE", 0, false),
        isHub ? storage : Problem.UNLIMITED,
        isHub ? between(25, 60) : 0,
        isHub ? between(60, 150) : Problem.UNLIMITED,
        false,
        0,
        -1,
        isHub ? DEADLINE : between(60, DEADLINE),
        0,
        lots,
        parties,
        List.of());
  }

  /** Adds a road and returns the days that it takes when it is dry. */
  private double leg(int from, int to, int km) {
    long dry = 1_000L * between(90, 200);
    legs.add(
        new Leg(
            "R" + legs.size(),
            from,
            to,
            1_000L * km,
            new long[] {dry, dry / 2},
            between(1, 3),
            between(1, 5)));
    return 1_000.0 * km / dry;
  }

  /**
   * Trucks and escorts of each hub.
   *
   * @param share of the time until the deadline in which they could move all, roads being dry
   */
  private int[][] pools(double share) {
    double[] truckDays = new double[hubs];
    double[] convoyDays = new double[hubs];
    for (int s = hubs; s < bases; s++) {
      double trip = 2 * way[s] + 3;
      int loads = sites.get(s).lots().stream().mapToInt(Lot::loads).sum();
      truckDays[sites.get(s).hub()] += 0.75 * loads * trip;
      convoyDays[sites.get(s).hub()] += (loads / 60.0 + 1) * trip;
    }
    int[][] pools = new int[2][hubs];
    for (int h = 0; h < hubs; h++) {
      pools[0][h] = (int) Math.max(20, truckDays[h] / (DEADLINE * share));
      pools[1][h] = (int) Math.max(1, Math.round(convoyDays[h] / (DEADLINE * share)));
    }
    return pools;
  }

  private Problem problem(int[][] pools) {
    int[] season = new int[HORIZON + 1];
    int rain = random.nextInt(DEADLINE);
    Arrays.fill(season, rain, rain + 90, 1);
    Map<Term, Long> weights = new EnumMap<>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced());
    }
    return new Problem(
        HORIZON,
        DEADLINE,
        10,
        DEADLINE,
        season,
        new Problem.ConvoyRules(5, 60, 6, 1, 1),
        new Problem.AirRules(50, 6, 0.75),
        everyDay(pools[0]),
        everyDay(pools[1]),
        sites,
        legs,
        List.of(),
        List.of(),
        List.of(),
        weights,
        false,
        false,
        null);
  }

  private int[][] everyDay(int[] levels) {
    int[][] pools = new int[bases][0];
    for (int h = 0; h < hubs; h++) {
      pools[h] = new int[HORIZON + 1];
      Arrays.fill(pools[h], levels[h]);
    }
    return pools;
  }
}
