package org.drawdown.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.engine.Problem.AircraftType;
import org.drawdown.engine.Problem.Airfield;
import org.drawdown.engine.Problem.Leg;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Problem.Party;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Restriction;
import org.drawdown.engine.Problem.Site;

/** A small mission drawn by hand: what a test does not say is plentiful and dry. */
public final class Sketch {

  private static final Airfield LANDING_SITE = new Airfield(0, "NONE", 8, false);

  public int horizon = 99;
  public int deadline = 60;
  public int trucks = 40;
  public int minVehicles = 1;
  public int firstMove;
  public int contractsEnd = 1000;
  private final List<Problem.AirService> services = new ArrayList<>();
  public int trucksOnTheLastDay;
  public int escorts = 1;
  public int maxVehicles = 40;
  public int loadingDays = 1;
  public boolean mayLeaveBehind;
  public boolean hardDeadline;
  public long[] metresPerDay = {75_000};
  public int[] seasonOfDay;
  private final List<Site> sites = new ArrayList<>();
  private final Map<Integer, int[]> pools = new TreeMap<>();
  private final List<Leg> legs = new ArrayList<>();
  private final List<Restriction> restrictions = new ArrayList<>();
  private final List<AircraftType> aircraft = new ArrayList<>();

  /** The mission of the worked example of the planning model. */
  public static Sketch workedExample() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(60).containers(30).vehicles(20);
    sketch.leg("SPK-HUB", 1, 0, 150);
    return sketch;
  }

  /** A base that is being drawn; it stands when the next thing is drawn. */
  public final class Draft {
    private final String code;
    private final int position = sites.size();
    private double latitude = 10 + position * 0.5;
    private int hub = -1;
    private int parent = -1;
    private int packing = 1000;
    private int rear;
    private int handoverDays = 6;
    private Airfield airfield = LANDING_SITE;
    private int storage = Problem.UNLIMITED;
    private int onward;
    private int seats = Problem.UNLIMITED;
    private boolean liquidation;
    private int windowFrom = -1;
    private List<Integer> missedUntil = List.of();
    private int windowEnd = Problem.UNLIMITED;
    private int guard = -1;
    private int threat = 1;
    private final List<Lot> lots = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    private Draft(String code) {
      this.code = code;
      sites.add(null);
      keep();
    }

    private Draft keep() {
      sites.set(
          position,
          new Site(
              code,
              latitude,
              0,
              hub,
              parent,
              threat,
              packing,
              rear,
              handoverDays,
              airfield,
              storage,
              onward,
              seats,
              liquidation,
              0,
              windowFrom,
              windowEnd,
              guard < 0 ? rear : guard,
              lots,
              parties,
              missedUntil));
      return this;
    }

    /** A hub with so many trucks and escorts; without any such, the first hub has them all. */
    public Draft pool(int ofTrucks, int ofEscorts) {
      pools.put(position, new int[] {ofTrucks, ofEscorts});
      return keep();
    }

    public Draft guard(int people) {
      guard = people;
      return keep();
    }

    /** Services that end with it, each missed until a day. */
    public Draft missedUntil(Integer... days) {
      missedUntil = List.of(days);
      return keep();
    }

    public Draft windowFrom(int day) {
      windowFrom = day;
      return keep();
    }

    public Draft hub() {
      onward = 1000;
      return keep();
    }

    public Draft ships(int loadsPerDay) {
      onward = loadsPerDay;
      return keep();
    }

    public Draft seats(int people) {
      seats = people;
      return keep();
    }

    public Draft storage(int loads) {
      storage = loads;
      return keep();
    }

    public Draft drainsTo(int site) {
      hub = site;
      return keep();
    }

    public Draft outpostOf(int site) {
      parent = site;
      return keep();
    }

    public Draft packing(int loadsPerDay) {
      packing = loadsPerDay;
      return keep();
    }

    public Draft rear(int people) {
      rear = people;
      return keep();
    }

    public Draft handoverDays(int days) {
      handoverDays = days;
      return keep();
    }

    public Draft airfield(int runwayM, String surface, int sorties, boolean fuel) {
      airfield = new Airfield(runwayM, surface, sorties, fuel);
      return keep();
    }

    public Draft latitude(double degrees) {
      latitude = degrees;
      return keep();
    }

    public Draft windowEnd(int day) {
      windowEnd = day;
      return keep();
    }

    public Draft liquidation() {
      liquidation = true;
      return keep();
    }

    public Draft threat(int level) {
      threat = level;
      return keep();
    }

    public Draft soldiers(int people) {
      parties.add(new Party(code + "-MIL", PartyKind.UNIFORMED, people));
      return keep();
    }

    public Draft nationals(int people) {
      parties.add(new Party(code + "-NAT", PartyKind.NATIONAL, people));
      return keep();
    }

    public Draft containers(int quantity) {
      return lot(code + "-BOX", quantity, "1", false, 3);
    }

    public Draft vehicles(int quantity) {
      return lot(code + "-CAR", quantity, "1", true, 3);
    }

    public Draft lot(String asset, int quantity, String each, boolean drives, int priority) {
      lots.add(new Lot(asset, quantity, new BigDecimal(each), drives, priority, true, 1000));
      return keep();
    }
  }

  public Draft base(String code) {
    return new Draft(code);
  }

  public Sketch leg(String id, int from, int to, int km) {
    return leg(id, from, to, km, Problem.UNLIMITED);
  }

  public Sketch leg(String id, int from, int to, int km, int convoysPerDay) {
    legs.add(new Leg(id, from, to, km * 1000L, metresPerDay, convoysPerDay, 1));
    return this;
  }

  public Sketch ban(String id, int from, int to, List<Integer> onLegs, List<Integer> atSites) {
    boolean everywhere = onLegs.isEmpty() && atSites.isEmpty();
    return restrict(
        new Restriction(id, from, to, onLegs, atSites, everywhere, true, true, false, false, 0));
  }

  public Sketch restrict(Restriction restriction) {
    restrictions.add(restriction);
    return this;
  }

  public Sketch aircraft(
      String type, int count, boolean rotary, int seats, int rangeKm, int runwayM) {
    int[] available = new int[horizon + 1];
    Arrays.fill(available, count);
    aircraft.add(
        new AircraftType(
            type, rotary, seats, rangeKm, 200, runwayM, List.of("ASPHALT"), available));
    return this;
  }

  public Sketch service(String id, int from, int to, int type, int count, int until) {
    services.add(new Problem.AirService(id, from, to, type, count, until));
    return this;
  }

  private int[] filled(int number) {
    int[] pool = new int[horizon + 1];
    Arrays.fill(pool, number);
    return pool;
  }

  public Problem problem() {
    int[][] pool = new int[sites.size()][0];
    int[][] guards = new int[sites.size()][0];
    if (pools.isEmpty()) {
      pool[0] = filled(trucks);
      pool[0][horizon] = Math.max(trucks, trucksOnTheLastDay);
      guards[0] = filled(escorts);
    }
    pools.forEach(
        (hub, of) -> {
          pool[hub] = filled(of[0]);
          guards[hub] = filled(of[1]);
        });
    Map<Term, Long> weights = new EnumMap<>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced());
    }
    return new Problem(
        horizon,
        deadline,
        firstMove,
        contractsEnd,
        seasonOfDay == null ? new int[horizon + 1] : seasonOfDay,
        new Problem.ConvoyRules(minVehicles, maxVehicles, 6, loadingDays, 1),
        new Problem.AirRules(100, 6, 0.75),
        pool,
        guards,
        sites,
        legs,
        restrictions,
        aircraft,
        services,
        weights,
        mayLeaveBehind,
        hardDeadline,
        null);
  }
}
