package org.drawdown.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;

/**
 * A problem laid out in tables, so that a plan can be built by looking up rather than computing.
 */
public final class Model {

  /** Days by which a load counts as late at most. */
  public final Problem problem;

  public final int days;

  /** The last day on which a base may close. */
  public final int end;

  public final int sites;
  public final Spoke[] spokes;

  /** For each site and day, the loads that it may ship onward and the people it may fly home. */
  public final int[][] onward;

  public final int[][] charter;

  /** For each hub and day, the most people that it may fly home on that day or any later one. */
  public final int[][] charterPeak;

  /** For each site the loads that move, the travellers, and the national staff. */
  public final int[] loads;

  public final int[] travellers;
  public final int[] nationalStaff;

  /** Positions of the legs whose convoys a day are limited, and the limits. */
  public final int[] slotLimit;

  public final int[] slotOfLeg;

  /** What all hubs together have of trucks and escorts on each day. */
  public final int[] allTrucks;

  public final int[] allEscorts;

  /** For each hub and day the most that it can have of trucks, counting what others can send. */
  public final int[][] possibleTrucks;

  public final int[][] possibleEscorts;

  private final HubReach hubs;

  /** The ways from one hub to another on which trucks and escorts can change their hub. */
  public final List<Link> links;

  /** For each day the last on which the season is still the same. */
  private final int[] seasonEnd;

  public Model(Problem problem) {
    this(problem, null);
  }

  /**
   * @param like the model of a problem that differs in little, or null: roads on which nothing is
   *     different are taken over from it
   */
  public Model(Problem problem, Model like) {
    this(problem, like, problem.horizon());
  }

  /**
   * A model in which bases may close too late, at a price.
   *
   * @param end the last day on which a base may close without it; at most the horizon
   */
  public Model(Problem problem, Model like, int end) {
    this.problem = problem;
    this.end = end;
    this.days = problem.horizon() + 1;
    this.sites = problem.sites().size();
    this.onward = new int[sites][];
    this.charter = new int[sites][];
    this.charterPeak = new int[sites][];
    this.loads = problem.sites().stream().mapToInt(Site::loads).toArray();
    this.travellers = problem.sites().stream().mapToInt(Site::travellers).toArray();
    this.nationalStaff = problem.sites().stream().mapToInt(Site::nationalStaff).toArray();
    this.slotOfLeg = new int[problem.legs().size()];
    var limits = new ArrayList<Integer>();
    for (int i = 0; i < slotOfLeg.length; i++) {
      int limit = problem.legs().get(i).convoysPerDay();
      slotOfLeg[i] = limit < Problem.UNLIMITED ? limits.size() : -1;
      if (limit < Problem.UNLIMITED) {
        limits.add(limit);
      }
    }
    this.slotLimit = limits.stream().mapToInt(Integer::intValue).toArray();
    for (int s = 0; s < sites; s++) {
      onward[s] = flow(s, problem.sites().get(s).onward(), true);
      charter[s] = flow(s, problem.sites().get(s).charterSeats(), false);
      charterPeak[s] = charter[s].clone();
      for (int d = days - 2; d >= 0; d--) {
        charterPeak[s][d] = Math.max(charterPeak[s][d], charterPeak[s][d + 1]);
      }
    }
    int[] season = problem.seasonOfDay();
    this.seasonEnd = new int[days];
    for (int d = days - 1; d >= 0; d--) {
      boolean goesOn = d < days - 1 && season[d] == season[d + 1];
      seasonEnd[d] = goesOn ? seasonEnd[d + 1] : d;
    }
    var barred = new Barred(problem);
    var roads = new Roads(problem);
    var paces = new Paces(problem);
    this.allTrucks = problem.inAll(problem.trucks());
    this.allEscorts = problem.inAll(problem.escorts());
    this.hubs = new HubReach(problem, roads);
    this.links = links(barred, roads, paces, like);
    int[][] reached = hubs.reached(links);
    this.possibleTrucks = hubs.possible(problem.trucks(), Movement::trucks, reached);
    this.possibleEscorts = hubs.possible(problem.escorts(), Movement::escorts, reached);
    this.spokes = new Spoke[sites];
    for (int s = 0; s < sites; s++) {
      if (!problem.sites().get(s).isHub()) {
        spokes[s] = new Spoke(s, barred, roads, paces, like);
      }
    }
  }

  /** The last day on which a site may close. */
  public int lastClosing(int site) {
    return problem.hardDeadline() && spokes[site] != null ? Math.min(problem.deadline(), end) : end;
  }

  /** Whether bases drain to a site. */
  public boolean drains(int site) {
    return Arrays.stream(spokes).anyMatch(s -> s != null && s.hub == site);
  }

  private List<Link> links(Barred barred, Roads roads, Paces paces, Model like) {
    if (like != null && like.goesAs(problem) && like.problem.legs() == problem.legs()) {
      return like.links;
    }
    var drained = new boolean[sites];
    problem.sites().stream().filter(s -> !s.isHub()).forEach(s -> drained[s.hub()] = true);
    var found = new ArrayList<Link>();
    for (int a = 0; a < sites; a++) {
      for (int b : problem.sites().get(a).isHub() ? hubs.partners(a, roads) : new int[0]) {
        if (drained[b]) {
          var ways = new ArrayList<Way>();
          for (var legs : roads.shortest(a, b, Problem.PATHS)) {
            var way = new Way(a, b, legs, barred, paces);
            if (way.isUsable()) {
              ways.add(way);
            }
          }
          if (!ways.isEmpty()) {
            found.add(new Link(a, b, ways.toArray(new Way[0])));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether roads lead from one hub to another. */
  public boolean areJoined(int a, int b) {
    return hubs.areJoined(a, b);
  }

  /** Whether convoys of another problem go on every road on the same days as here. */
  private boolean goesAs(Problem other) {
    return problem.horizon() == other.horizon()
        && problem.seasonOfDay() == other.seasonOfDay()
        && problem.restrictions() == other.restrictions()
        && problem.firstDay() == other.firstDay()
        && problem.convoy().loadingDays() == other.convoy().loadingDays()
        && problem.history() == other.history();
  }

  /** Whether a handover had begun when it was replanned: nobody passes there any more. */
  private boolean isClosing(int site) {
    return problem.history() != null && problem.history().handovers().get(site) >= 0;
  }

  private int[] flow(int site, int capacity, boolean loads) {
    int[] flow = new int[days];
    Arrays.fill(flow, capacity);
    for (var r : problem.restrictions()) {
      boolean affects = loads ? r.onward() : r.charter();
      if (affects && (r.everywhere() || r.sites().contains(site))) {
        int left = (int) Math.floor(capacity * r.factor() + 1e-9);
        for (int d = Math.max(0, r.from()); d <= Math.min(days - 1, r.to()); d++) {
          flow[d] = Math.min(flow[d], left);
        }
      }
    }
    Arrays.fill(flow, 0, Math.max(0, Math.min(days, problem.firstMove())), 0);
    for (int d = 0; problem.history() != null && d < days; d++) {
      flow[d] = problem.history().flow(site, d, loads, flow[d]);
    }
    return flow;
  }

  /** One road of a spoke to its hub, with what a round trip takes for every day of dispatch. */
  public final class Path {
    public final List<Integer> legs;

    /** Sites on the way other than its ends. */
    public final int[] transit;

    /** Metres times threat of the loaded drive. */
    public final long risk;

    /** Day of departure from the base and of arrival at the hub; -1 where the trip cannot be. */
    public final int[] departs;

    public final int[] arrives;

    /** Threat of the days that begin on the road. */
    public final int[] exposure;

    /**
     * Positions in a table of slots by leg and day, in rising order, of a trip that goes the same
     * way; and by how many days the trip is later than that one.
     */
    public final int[][] slots;

    public final int[] later;

    /** For each day the first dispatch that departs on it or later, or the number of days. */
    public final int[] dispatchFor;

    Path(int from, int hub, List<Integer> legs, Barred barred, Paces paces) {
      this.legs = legs;
      this.departs = new int[days];
      this.arrives = new int[days];
      this.exposure = new int[days];
      this.slots = new int[days][];
      this.later = new int[days];
      this.dispatchFor = new int[days];
      var back = Paces.reversed(legs);
      int[] nodes = new int[legs.size() + 1];
      nodes[0] = from;
      long sum = 0;
      for (int i = 0; i < legs.size(); i++) {
        var leg = problem.legs().get(legs.get(i));
        nodes[i + 1] = leg.other(nodes[i]);
        sum += leg.metres() * leg.threat();
      }
      this.risk = sum;
      this.transit =
          Arrays.stream(nodes, 1, legs.size())
              .filter(n -> n >= 0 && n != from && n != hub)
              .toArray();
      int[] reversed = new int[nodes.length];
      for (int i = 0; i < nodes.length; i++) {
        reversed[i] = nodes[nodes.length - 1 - i];
      }
      boolean closed = Arrays.stream(transit).anyMatch(Model.this::isClosing);
      Arrays.fill(departs, -1);
      Arrays.fill(arrives, -1);
      Trip trip = null;
      for (int p = problem.firstDay(); p < days && !closed; p++) {
        trip = trip != null && trip.lasts(p) ? trip : trip(p, back, paces);
        if (trip != null) {
          tabulate(p, trip, back, nodes, reversed, barred);
        }
      }
      int next = days;
      int p = days - 1;
      for (int d = days - 1; d >= 0; d--) {
        while (p >= 0 && (departs[p] < 0 || departs[p] >= d)) {
          next = departs[p] < 0 ? next : p;
          p--;
        }
        dispatchFor[d] = next;
      }
    }

    /** The round trip of a dispatch, or null if it is not back by the horizon. */
    private Trip trip(int p, List<Integer> back, Paces paces) {
      var out = paces.drive(back, p);
      if (out == null) {
        return null;
      }
      var home = paces.drive(legs, out.arrival() + problem.convoy().loadingDays() + 1);
      return home == null ? null : new Trip(p, out, home, back, legs);
    }

    private void tabulate(
        int p, Trip trip, List<Integer> back, int[] nodes, int[] reversed, Barred barred) {
      int shift = p - trip.dispatched;
      if (!isOpen(trip.out, shift, back, reversed, barred)
          || !isOpen(trip.home, shift, legs, nodes, barred)) {
        return;
      }
      departs[p] = trip.departs + shift;
      arrives[p] = trip.home.arrival() + shift;
      exposure[p] = trip.exposure;
      slots[p] = trip.slots;
      later[p] = shift;
    }
  }

  /** The ways from one hub to another. */
  public record Link(int from, int to, Way[] ways) {}

  /** A road on which trucks and escorts change their hub, with the drive of every day. */
  public final class Way {
    public final List<Integer> legs;

    /** Sites on the way other than its beginning, its end included. */
    public final int[] passed;

    /** Day of arrival of each dispatch; -1 where the drive cannot be. */
    public final int[] arrives;

    /** Positions in the table of slots by leg and day of each drive. */
    public final int[][] slots;

    Way(int from, int to, List<Integer> legs, Barred barred, Paces paces) {
      this.legs = legs;
      this.arrives = new int[days];
      this.slots = new int[days][];
      int[] nodes = new int[legs.size() + 1];
      nodes[0] = from;
      for (int i = 0; i < legs.size(); i++) {
        nodes[i + 1] = problem.legs().get(legs.get(i)).other(nodes[i]);
      }
      this.passed = Arrays.stream(nodes, 1, nodes.length).filter(n -> n >= 0).toArray();
      boolean closed = Arrays.stream(passed).anyMatch(Model.this::isClosing);
      Arrays.fill(arrives, -1);
      Paces.Drive drive = null;
      int driven = 0;
      for (int p = problem.firstDay(); p < days && !closed; p++) {
        boolean same = drive != null && drive.arrival() + p - driven <= seasonEnd[driven];
        driven = same ? driven : p;
        drive = same ? drive : paces.drive(legs, p);
        if (drive != null && isOpen(drive, p - driven, legs, nodes, barred)) {
          arrives[p] = drive.arrival() + p - driven;
          slots[p] = slots(drive, p - driven);
        }
      }
    }

    private int[] slots(Paces.Drive drive, int later) {
      return IntStream.range(0, legs.size())
          .filter(i -> slotOfLeg[legs.get(i)] >= 0)
          .map(i -> slotOfLeg[legs.get(i)] * days + drive.first()[i] + later)
          .toArray();
    }

    boolean isUsable() {
      return Arrays.stream(arrives).anyMatch(a -> a >= 0);
    }
  }

  /** Whether nothing bars a drive, so many days later, on the days on which it is there. */
  private static boolean isOpen(
      Paces.Drive drive, int later, List<Integer> way, int[] nodes, Barred barred) {
    for (int i = 0; i < way.size(); i++) {
      int first = drive.first()[i] + later;
      int last = drive.last()[i] + later;
      if (barred.legDays[way.get(i)][last + 1] > barred.legDays[way.get(i)][first]
          || nodes[i] >= 0 && barred.road[nodes[i]][first]
          || nodes[i + 1] >= 0 && barred.road[nodes[i + 1]][last]) {
        return false;
      }
    }
    return true;
  }

  /** A round trip; one some days later is the same as long as the season does not change. */
  private final class Trip {
    final int dispatched;
    final int departs;
    final Paces.Drive out;
    final Paces.Drive home;
    final int exposure;
    final int[] slots;

    Trip(
        int dispatched, Paces.Drive out, Paces.Drive home, List<Integer> back, List<Integer> legs) {
      this.dispatched = dispatched;
      this.departs = home.first()[0];
      this.out = out;
      this.home = home;
      int threat = 0;
      for (int d = departs + 1; d <= home.arrival(); d++) {
        threat += problem.legs().get(legs.get(home.legAtDawn(d))).threat();
      }
      this.exposure = threat;
      int[] taken = new int[2 * legs.size()];
      int n = 0;
      for (int i = 0; i < legs.size(); i++) {
        n = take(taken, n, back.get(i), out.first()[i]);
        n = take(taken, n, legs.get(i), home.first()[i]);
      }
      this.slots = Arrays.copyOf(taken, n);
      Arrays.sort(slots);
    }

    private int take(int[] taken, int n, int leg, int day) {
      if (slotOfLeg[leg] >= 0) {
        taken[n++] = slotOfLeg[leg] * days + day;
      }
      return n;
    }

    boolean lasts(int p) {
      return p + home.arrival() - dispatched <= seasonEnd[dispatched];
    }
  }

  /**
   * A type of aircraft that can serve a spoke.
   *
   * @param there how many, at most, are there for it on each day
   */
  public record Carrier(int type, int seats, int sorties, int[] there) {}

  /** A base that drains to a hub, as the planner sees it. */
  public final class Spoke {
    public final int index;
    public final Site site;
    public final int hub;
    public final Path[] paths;

    /** Whether the paths are all the simple roads there are. */
    public final boolean allRoads;

    public final Carrier[] carriers;
    public final boolean[] airBarred;
    public final int maxVehicles;
    public final int maxLoads;

    /** Travellers but for the rear party. */
    public final int people;

    public final int rear;

    /** Vehicles on which the rear party drives. */
    public final int rearVehicles;

    /** Its loads in the order in which they leave, without the vehicles of the rear party. */
    public final LoadOrder cargo;

    /** Of the vehicles that a rear party keeps, those that a final convoy takes along. */
    public final int ownRear;

    /** Movements that stay as they are. */
    public final List<Movement> fixed;

    /** For each number of loads still to go, the first day on which they can have been packed. */
    public final int[] packedOn;

    Spoke(int index, Barred barred, Roads roads, Paces paces, Model like) {
      this.index = index;
      this.site = problem.sites().get(index);
      this.hub = site.hub();
      var shortest = roads.shortest(index, hub, Problem.PATHS + 1);
      this.allRoads = shortest.size() <= Problem.PATHS;
      var considered = new ArrayList<Path>();
      for (var legs : shortest.subList(0, Math.min(Problem.PATHS, shortest.size()))) {
        considered.add(path(legs, barred, paces, like));
      }
      addWaysRound(considered, barred, roads, paces, like);
      this.paths = considered.toArray(new Path[0]);
      this.maxVehicles = problem.maxVehicles(site);
      this.maxLoads = problem.sites().get(hub).storage();
      this.fixed = problem.fixed().stream().filter(m -> m.site() == index).toList();
      this.rear = Math.max(0, site.rearParty() - riders(true));
      this.people = Math.max(0, site.travellers() - site.rearParty() - riders(false));
      int seats = problem.convoy().seatsPerVehicle();
      this.rearVehicles = (rear + seats - 1) / seats;
      int gone = vehiclesOfFixedFinals();
      int all = (site.rearParty() + seats - 1) / seats;
      boolean flown = fixed.stream().anyMatch(m -> m.kind() == Plan.Kind.FINAL_AIRLIFT);
      int kept = flown ? Math.max(rearVehicles, all - gone) : rearVehicles;
      this.cargo = new LoadOrder(site.lots(), kept, gone());
      this.ownRear = Math.min(cargo.keptLoads, rearVehicles);
      this.packedOn = packedOn();
      this.airBarred = new boolean[days];
      for (int d = 0; d < days; d++) {
        airBarred[d] = barred.air[index][d] || barred.air[hub][d];
      }
      this.carriers = carriers(paces);
    }

    private Path path(List<Integer> legs, Barred barred, Paces paces, Model like) {
      if (like != null && like.goesAs(problem) && like.spokes[index] != null) {
        for (var path : like.spokes[index].paths) {
          boolean same = like.spokes[index].hub == hub && path.legs.equals(legs);
          if (same && legs.stream().allMatch(i -> isSame(like.problem, i))) {
            return path;
          }
        }
      }
      return new Path(index, hub, legs, barred, paces);
    }

    private boolean isSame(Problem other, int leg) {
      return other.legs().get(leg) == problem.legs().get(leg);
    }

    private int riders(boolean last) {
      return fixed.stream()
          .filter(m -> m.kind().isFinal() == last)
          .mapToInt(Movement::people)
          .sum();
    }

    private int vehiclesOfFixedFinals() {
      return fixed.stream()
          .filter(m -> m.kind() == Plan.Kind.FINAL_CONVOY)
          .mapToInt(Movement::vehicles)
          .sum();
    }

    private int[] gone() {
      int[] gone = new int[site.lots().size()];
      for (var movement : fixed) {
        for (var cargo : movement.cargo()) {
          for (int lot = 0; lot < gone.length; lot++) {
            if (site.lots().get(lot).asset().equals(cargo.asset())) {
              gone[lot] = Math.min(site.lots().get(lot).loads(), gone[lot] + cargo.loads());
            }
          }
        }
      }
      return gone;
    }

    /** Loads of fixed convoys are packed before they go, so they come off what others may take. */
    private int[] packedOn() {
      int[] on = new int[cargo.loads() + 1];
      if (fixed.isEmpty()) {
        for (int k = 0; k < on.length; k++) {
          on[k] = (k + site.packing() - 1) / site.packing();
        }
        return on;
      }
      long[] spare = new long[days];
      long least = Long.MAX_VALUE;
      for (int d = days - 1; d >= 0; d--) {
        int day = d;
        long taken =
            fixed.stream()
                .filter(m -> m.kind() == Plan.Kind.CONVOY && m.departs() <= day)
                .mapToLong(Movement::loads)
                .sum();
        least = Math.min(least, (long) site.packing() * d - taken);
        spare[d] = least;
      }
      int day = 0;
      for (int k = 0; k < on.length; k++) {
        while (day < days && spare[day] < k) {
          day++;
        }
        on[k] = k == 0 ? 0 : day;
      }
      return on;
    }

    /**
     * Where all the shortest roads lead through one base, a road around it: that base may have to
     * be closed first.
     */
    private void addWaysRound(
        List<Path> considered, Barred barred, Roads roads, Paces paces, Model like) {
      if (allRoads) {
        return;
      }
      for (int place : considered.get(0).transit) {
        boolean onAll =
            considered.stream().allMatch(p -> Arrays.stream(p.transit).anyMatch(t -> t == place));
        var round = onAll ? roads.avoiding(index, hub, place) : null;
        if (round != null) {
          considered.add(path(round, barred, paces, like));
        }
      }
    }

    private Carrier[] carriers(Paces paces) {
      var end = problem.sites().get(hub);
      double distance = Paces.distanceKm(site, end);
      var able = new ArrayList<Carrier>();
      for (int t = 0; t < problem.aircraft().size(); t++) {
        var type = problem.aircraft().get(t);
        int sorties = type.seats() < 1 ? 0 : paces.sorties(type, site, end);
        boolean reaches = type.rangeKm() >= (site.airfield().fuel() ? distance : 2 * distance);
        boolean lands = canLand(type, site.airfield()) && canLand(type, end.airfield());
        int field = Math.min(site.airfield().sortiesPerDay(), end.airfield().sortiesPerDay());
        if (sorties > 0 && reaches && lands && field > 0) {
          able.add(new Carrier(t, type.seats(), Math.min(sorties, field), there(t)));
        }
      }
      able.sort(Comparator.comparingInt((Carrier c) -> -c.seats() * c.sorties()));
      return able.toArray(new Carrier[0]);
    }

    /** Air services between a base and its hub run as long as anybody flies from the base. */
    private int[] there(int type) {
      int[] there = problem.aircraft().get(type).available().clone();
      for (var service : problem.airServices()) {
        boolean between =
            (service.from() == index || service.from() == hub)
                && (service.to() == index || service.to() == hub);
        int last = Math.min(service.until(), problem.aircraft().get(type).lastDay());
        for (int d = 0; d <= Math.min(last, days - 1); d++) {
          there[d] -= between && service.type() == type ? service.aircraft() : 0;
        }
      }
      return Arrays.stream(there).map(n -> Math.max(0, n)).toArray();
    }

    private boolean canLand(Problem.AircraftType type, Problem.Airfield field) {
      return type.rotaryWing()
          || field.runwayM() >= type.minRunwayM() && type.surfaces().contains(field.surface());
    }

    public boolean hasRoad() {
      return paths.length > 0;
    }
  }
}
