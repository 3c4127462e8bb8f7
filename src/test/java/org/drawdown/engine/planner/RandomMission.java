package org.drawdown.engine.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.AircraftType;
import org.drawdown.engine.Problem.Airfield;
import org.drawdown.engine.Problem.Leg;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Problem.Party;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Restriction;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Term;

/**
 * Missions nobody would think of: 2 to 30 bases, seasons, restrictions, odd sizes, empty hubs and
 * bases, bases with people and no loads, without a road, without a runway, pools of nothing or at
 * one hub alone, guards, a late first day, smallest convoys, air services, windows that begin late,
 * roads that meet where there is no base, horizons too short or barely long enough.
 */
final class RandomMission {

  private final SplittableRandom random;
  private final SplittableRandom services;
  private final int horizon;
  private final int bases;
  private final int hubs;
  private final List<Site> sites = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();

  private RandomMission(long seed) {
    random = new SplittableRandom(seed);
    services = new SplittableRandom(-seed);
    bases = random.nextInt(2, 31);
    hubs = 1 + random.nextInt(Math.max(1, bases / 5));
    horizon =
        chance(6) ? random.nextInt(3, 14) : chance(12) ? random.nextInt(14, 80) : 500 + bases * 90;
  }

  static Problem of(long seed) {
    return new RandomMission(seed).draw();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private Problem draw() {
    for (int s = 0; s < bases; s++) {
      sites.add(s < hubs ? hub(s) : spoke(s));
    }
    int roadless = chance(20) ? 10 : 0;
    for (int s = hubs; s < bases; s++) {
      if (!chance(roadless)) {
        int to = chance(60) ? sites.get(s).hub() : random.nextInt(s);
        leg(s, to);
      }
      if (chance(25)) {
        leg(s, random.nextInt(bases));
      }
    }
    for (int h = 1; h < hubs; h++) {
      if (chance(70)) {
        leg(h, random.nextInt(h));
      }
    }
    int[] season = new int[horizon + 1];
    int rain = upTo(horizon);
    Arrays.fill(season, rain, Math.min(horizon, rain + 90), 1);
    Map<Term, Long> weights = new EnumMap<>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced());
    }
    boolean hard = chance(8);
    int trucks = !hard && chance(3) ? 0 : 16 + upTo(80);
    var fleet = fleet();
    return new Problem(
        horizon,
        hard ? horizon / 2 + upTo(horizon / 2) : upTo(horizon),
        chance(25) ? upTo(Math.min(20, horizon / 3)) : 0,
        chance(40) ? upTo(horizon) : Problem.UNLIMITED,
        season,
        new Problem.ConvoyRules(
            chance(50) ? 1 : 1 + upTo(3), 4 + upTo(80), 2 + upTo(7), upTo(2), upTo(2)),
        new Problem.AirRules(1 + upTo(120), 2 + upTo(8), 0.25 + upTo(3) * 0.25),
        pools(trucks),
        pools(chance(3) ? 0 : 4 + upTo(4)),
        sites,
        legs,
        restrictions(),
        fleet,
        services(fleet),
        weights,
        chance(15),
        hard,
        null);
  }

  /** Every hub has its own, or the first has all, or any hub does. */
  private int[][] pools(int level) {
    int[][] pools = new int[bases][0];
    if (chance(60)) {
      for (int h = 0; h < hubs; h++) {
        pools[h] = pool(level);
      }
    } else {
      pools[chance(50) ? 0 : random.nextInt(hubs)] = pool(level * 2);
    }
    return pools;
  }

  private List<Problem.AirService> services(List<AircraftType> fleet) {
    var services = new ArrayList<Problem.AirService>();
    for (int i = 0; !fleet.isEmpty() && i < upTo(2); i++) {
      int from = random.nextInt(bases);
      int to = (from + 1 + random.nextInt(bases - 1)) % bases;
      services.add(
          new Problem.AirService(
              "A" + i, from, to, random.nextInt(fleet.size()), 1 + upTo(2), upTo(horizon)));
    }
    return services;
  }

  private int[] pool(int level) {
    int[] pool = new int[horizon + 1];
    Arrays.fill(pool, level);
    int dip = upTo(horizon);
    Arrays.fill(pool, dip, Math.min(horizon, dip + 20), level / 2);
    return pool;
  }

  private Airfield airfield() {
    return chance(40)
        ? new Airfield(0, "NONE", 8, false)
        : new Airfield(500 * upTo(6), chance(50) ? "ASPHALT" : "UNPAVED", upTo(12), chance(50));
  }

  private Site hub(int s) {
    boolean empty = chance(10);
    var parties = empty ? List.<Party>of() : parties("H" + s, 0);
    int travellers = travellers(parties);
    int rear = chance(60) ? 0 : Math.min(travellers, upTo(40));
    return new Site(
        "H" + s,
        random.nextDouble(8),
        random.nextDouble(8),
        -1,
        -1,
        1 + upTo(4),
        packing(),
        rear,
        1 + upTo(8),
        airfield(),
        chance(50) ? Problem.UNLIMITED : 40 + upTo(300),
        3 + upTo(40),
        chance(30) ? Problem.UNLIMITED : 10 + upTo(80),
        chance(40),
        0,
        windowFrom(),
        windowEnd(),
        Math.min(travellers, rear + (chance(50) ? 0 : upTo(80))),
        empty ? List.of() : lots("H" + s),
        parties,
        missed());
  }

  private Site spoke(int s) {
    int hub = random.nextInt(hubs);
    int parent = chance(10) ? neighbour(s, hub) : -1;
    boolean empty = chance(6);
    var parties = empty ? List.<Party>of() : parties("S" + s, 1);
    int travellers = travellers(parties);
    return new Site(
        "S" + s,
        random.nextDouble(8),
        random.nextDouble(8),
        hub,
        parent,
        1 + upTo(4),
        packing(),
        chance(25) ? 0 : Math.min(travellers, upTo(60)),
        1 + upTo(8),
        airfield(),
        Problem.UNLIMITED,
        0,
        Problem.UNLIMITED,
        chance(5),
        chance(80) ? 0 : 4 + upTo(30),
        windowFrom(),
        windowEnd(),
        0,
        empty ? List.of() : lots("S" + s),
        parties,
        missed());
  }

  /** Last days on which services are missed: of their own stream, lest the missions change. */
  private List<Integer> missed() {
    return services.ints(services.nextInt(4), 0, 120).boxed().toList();
  }

  /** Its hub, or another base that drains to it. */
  private int neighbour(int s, int hub) {
    for (int other = hubs; other < s; other++) {
      if (sites.get(other).hub() == hub && chance(50)) {
        return other;
      }
    }
    return hub;
  }

  private int packing() {
    return chance(20) ? Problem.UNLIMITED : 1 + upTo(20);
  }

  private static int travellers(List<Party> parties) {
    return parties.stream()
        .filter(p -> p.kind() != PartyKind.NATIONAL)
        .mapToInt(Party::strength)
        .sum();
  }

  private int windowFrom() {
    return chance(60) ? -1 : upTo(horizon / 3);
  }

  private int windowEnd() {
    return chance(30) ? Problem.UNLIMITED : upTo(horizon) - (chance(5) ? horizon : 0);
  }

  private List<Lot> lots(String base) {
    var lots = new ArrayList<Lot>();
    int kinds = chance(20) ? 0 : upTo(4);
    for (int i = 0; i < kinds; i++) {
      boolean drives = chance(40);
      var each = drives ? BigDecimal.ONE : BigDecimal.valueOf(1 + upTo(29), 1);
      var lot =
          new Lot(
              base + "-L" + i, 1 + upTo(50), each, drives, 1 + upTo(4), chance(70), upTo(100_000));
      lots.add(lot);
    }
    return lots;
  }

  private List<Party> parties(String base, int least) {
    var parties = new ArrayList<Party>();
    if (chance(85)) {
      parties.add(new Party(base + "-M", PartyKind.UNIFORMED, least + upTo(300)));
      parties.add(new Party(base + "-I", PartyKind.INTERNATIONAL, upTo(20)));
      parties.add(new Party(base + "-N", PartyKind.NATIONAL, upTo(20)));
    }
    return parties;
  }

  private void leg(int from, int to) {
    if (from != to) {
      long[] paces = {40_000 + upTo(100_000), 20_000 + upTo(60_000)};
      int slots = chance(50) ? Problem.UNLIMITED : 1 + upTo(3);
      if (chance(10)) {
        int waypoint = -1 - upTo(2);
        add(from, waypoint, paces, slots);
        add(waypoint, to, paces, slots);
      } else {
        add(from, to, paces, slots);
      }
    }
  }

  private void add(int from, int to, long[] paces, int slots) {
    legs.add(
        new Leg("R" + legs.size(), from, to, 10_000 + upTo(400_000), paces, slots, 1 + upTo(4)));
  }

  private List<Restriction> restrictions() {
    var restrictions = new ArrayList<Restriction>();
    int count = upTo(4);
    for (int i = 0; i < count; i++) {
      int from = upTo(horizon);
      List<Integer> on =
          legs.isEmpty() || chance(50) ? List.of() : List.of(random.nextInt(legs.size()));
      List<Integer> at = chance(50) ? List.of() : List.of(random.nextInt(bases));
      restrictions.add(
          new Restriction(
              "X" + i,
              from,
              from + upTo(25),
              on,
              at,
              on.isEmpty() && at.isEmpty(),
              chance(70),
              chance(50),
              chance(40),
              chance(40),
              upTo(10) / 10.0));
    }
    return restrictions;
  }

  private List<AircraftType> fleet() {
    var fleet = new ArrayList<AircraftType>();
    int types = upTo(3);
    for (int i = 0; i < types; i++) {
      int[] available = pool(1 + upTo(5));
      fleet.add(
          new AircraftType(
              "T" + i,
              chance(60),
              upTo(60),
              100 + upTo(1500),
              150 + upTo(400),
              500 * upTo(4),
              List.of("ASPHALT", "UNPAVED").subList(0, 1 + upTo(1)),
              available));
    }
    return fleet;
  }
}
