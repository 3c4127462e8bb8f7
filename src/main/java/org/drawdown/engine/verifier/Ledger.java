package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.engine.History;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Plan.StageSpan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Term;

/**
 * The books of a plan: who and what is where on every day, what every day uses, and what the whole
 * costs. It takes a plan as it is, valid or not; what lies outside the horizon is not booked.
 */
public final class Ledger {

  private static final int LONGEST_PEOPLE_LATE = 30;
  private static final int LONGEST_LOADS_LATE = 60;
  private static final int TRUCK_DAY = 10;
  private static final int ESCORT_DAY = 20;
  private static final int AIRCRAFT_DAY = 100;
  private static final int OPEN_DAY = 50;
  private static final int METRES_OF_RISK = 100_000;
  private static final int LOWEST_PRIORITY = 5;

  private final Problem problem;
  private final Plan plan;
  private final Paces paces;
  private final int days;
  private final List<OnwardDay> onward = new ArrayList<>();
  private final int[][] peopleAt;
  private final int[][] loadsAt;
  private final int[] onRoad;
  private final int[] loadsOnRoad;
  private final int[][] trucks;
  private final int[][] escorts;
  private final int[][] trucksThere;
  private final int[][] escortsThere;
  private final int[][] aircraft;
  private final int[][] fields;
  private final int[][] legs;
  private final int[] lastPass;
  private final int[] lastFlow;
  private final int[] lastFlowUnguarded;
  private final int[] firstFlow;
  private final boolean[] cleared;
  private final Map<Term, Long> terms = new EnumMap<>(Term.class);

  /**
   * Loads and people that a hub ships and flies on a day, and those that wait there in the evening.
   */
  public record OnwardDay(
      int site, int day, int loadsShipped, int loadsInYard, int peopleFlown, int peopleWaiting) {}

  public Ledger(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    this.paces = new Paces(problem);
    this.days = problem.horizon() + 1;
    int sites = problem.sites().size();
    peopleAt = new int[sites][days];
    loadsAt = new int[sites][days];
    onRoad = new int[days];
    loadsOnRoad = new int[days];
    trucks = new int[sites][days];
    escorts = new int[sites][days];
    trucksThere = copy(problem.trucks());
    escortsThere = copy(problem.escorts());
    aircraft = new int[problem.aircraft().size()][days];
    fields = new int[sites][days];
    legs = new int[problem.legs().size()][days];
    lastPass = new int[sites];
    Arrays.fill(lastPass, -1);
    lastFlow = new int[sites];
    lastFlowUnguarded = new int[sites];
    firstFlow = new int[sites];
    cleared = new boolean[sites];
    for (var term : Term.values()) {
      terms.put(term, 0L);
    }
    long risk = 0;
    for (var movement : plan.movements()) {
      risk += book(movement);
    }
    add(Term.CONVOY_RISK, risk / METRES_OF_RISK);
    add(Term.CHANGE, changes());
    for (var left : plan.leftBehind()) {
      var lot = lot(left.site(), left.asset());
      add(
          Term.WRITE_OFF,
          (LOWEST_PRIORITY + 1L - lot.priority()) * (lot.contingentOwned() ? 2 : 1) * left.loads());
    }
    for (int s = 0; s < sites; s++) {
      if (problem.sites().get(s).isHub()) {
        bookHub(s);
      } else {
        bookSpoke(s);
      }
      bookStages(s);
    }
  }

  private int[][] copy(int[][] pool) {
    int[][] copy = new int[pool.length][];
    for (int s = 0; s < copy.length; s++) {
      copy[s] = Arrays.copyOf(pool[s], days);
    }
    return copy;
  }

  /** Amount of every term. */
  public Map<Term, Long> terms() {
    return Map.copyOf(terms);
  }

  /** The sum of the terms by their weights. */
  public long objective() {
    return terms.entrySet().stream()
        .mapToLong(e -> e.getValue() * problem.weight(e.getKey()))
        .sum();
  }

  /** The hubs' flows by hub and day, until each hub is closed. */
  public List<OnwardDay> onward() {
    return List.copyOf(onward);
  }

  /** People at a site in the evening of a day: its own and, at a hub, those who wait. */
  public int people(int site, int day) {
    return peopleAt[site][day];
  }

  /** Loads at a site in the evening of a day: its own and, at a hub, its yard. */
  public int loads(int site, int day) {
    return loadsAt[site][day];
  }

  /** People on the road in the evening of a day. */
  public int peopleOnRoad(int day) {
    return onRoad[day];
  }

  /** Loads on the road in the evening of a day. */
  public int loadsOnRoad(int day) {
    return loadsOnRoad[day];
  }

  /** Trucks of a hub in use on each day. */
  public int[] trucks(int hub) {
    return trucks[hub].clone();
  }

  /** Escorts of a hub in use on each day. */
  public int[] escorts(int hub) {
    return escorts[hub].clone();
  }

  /**
   * Trucks that stand at a hub or are out for it on each day: those of its windows, and what came
   * from other hubs less what went there. Below 0 where more has gone than there was.
   */
  public int[] trucksThere(int hub) {
    return trucksThere[hub].clone();
  }

  /** Escorts that stand at a hub or are out for it on each day, counted as its trucks. */
  public int[] escortsThere(int hub) {
    return escortsThere[hub].clone();
  }

  /**
   * Aircraft of a type on each day that fly airlifts or are free for them: those that are there and
   * not on air services.
   */
  public int[] aircraftThere(int type) {
    int[] there = problem.aircraft().get(type).available().clone();
    for (var service : problem.airServices()) {
      for (int d = 0; d <= lastDay(service) && service.type() == type; d++) {
        there[d] = Math.max(0, there[d] - service.aircraft());
      }
    }
    return there;
  }

  /** The last day of an air service under the plan, within the horizon. */
  public int lastDay(Problem.AirService service) {
    int last = Math.min(days - 1, service.until());
    last = Math.min(last, problem.aircraft().get(service.type()).lastDay());
    for (int end : new int[] {service.from(), service.to()}) {
      last = closedOn(end) < 0 ? last : Math.min(last, closedOn(end));
    }
    return last;
  }

  /** The last day on which a movement that passes through a site or ends there arrives, or -1. */
  public int lastPass(int site) {
    return lastPass[site];
  }

  /** Aircraft of a type that fly on each day. */
  public int[] aircraft(int type) {
    return aircraft[type].clone();
  }

  /** Sorties at a site's airfield on each day. */
  public int[] sorties(int site) {
    return fields[site].clone();
  }

  /** Convoys that start on a leg on each day. */
  public int[] starts(int leg) {
    return legs[leg].clone();
  }

  /**
   * The last day on which a hub ships a load or flies somebody of other than its rear party, -1 if
   * none.
   */
  int lastFlow(int hub) {
    return lastFlow[hub];
  }

  /** {@link #lastFlow} if a hub's guard might leave as soon as it has seats. */
  int lastFlowUnguarded(int hub) {
    return lastFlowUnguarded[hub];
  }

  /** The first day of {@link #lastFlow}'s kind, or {@link Problem#UNLIMITED}. */
  int firstFlow(int hub) {
    return firstFlow[hub];
  }

  /** Whether a hub ships and flies all by the horizon. */
  boolean isCleared(int hub) {
    return cleared[hub];
  }

  /** The day on which a site is closed, -1 where the plan has no such stage. */
  public int closedOn(int site) {
    return span(site, Stage.CLOSED) == null ? -1 : span(site, Stage.CLOSED).from() - 1;
  }

  /** The stage of a site; null where the plan has no such stage. */
  public StageSpan span(int site, Stage stage) {
    return plan.stages().stream()
        .filter(s -> s.site() == site && s.stage() == stage)
        .findFirst()
        .orElse(null);
  }

  private Problem.Lot lot(int site, String asset) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  private boolean within(int day) {
    return day >= 0 && day < days;
  }

  private void add(Term term, long amount) {
    terms.merge(term, amount, Long::sum);
  }

  /** Movements moved, added or dropped against the plan that it is based on. */
  private long changes() {
    if (problem.history() == null) {
      return 0;
    }
    var before = new HashMap<String, Movement>();
    problem.history().base().forEach(m -> before.put(m.id(), m));
    long changed = 0;
    for (var m : plan.movements()) {
      var was = before.remove(m.id());
      changed += was == null || History.differs(m, was) ? 1 : 0;
    }
    return changed + before.size();
  }

  /** Books a movement and returns its vehicles times metres times threat. */
  private long book(Movement m) {
    var site = problem.sites().get(m.site());
    add(Term.EXPOSURE, (long) m.people() * site.threat() * Math.max(0, m.departs() + 1L));
    if (m.flight() != null) {
      add(Term.COST, (long) AIRCRAFT_DAY * m.flight().count());
      if (within(m.departs())) {
        for (int t = 0; t < aircraft.length; t++) {
          if (problem.aircraft().get(t).type().equals(m.flight().type())) {
            aircraft[t][m.departs()] += m.flight().count();
          }
        }
        fields[m.site()][m.departs()] += m.flight().count() * m.flight().sorties();
        fields[m.hub()][m.departs()] += m.flight().count() * m.flight().sorties();
      }
    }
    passes(m);
    if (!m.kind().drives()) {
      return 0;
    }
    long each = (long) TRUCK_DAY * m.trucks() + (long) ESCORT_DAY * m.escorts();
    add(Term.COST, each * Math.max(0, m.arrives() - m.dispatched() + 1));
    if (m.kind() == Plan.Kind.REPOSITION) {
      reposition(m);
      return 0;
    }
    for (int d = Math.max(0, m.dispatched()); d <= Math.min(days - 1, m.arrives()); d++) {
      trucks[m.hub()][d] += m.trucks();
      escorts[m.hub()][d] += m.escorts();
    }
    for (int d = Math.max(0, m.departs()); d < Math.min(days, m.arrives()); d++) {
      onRoad[d] += m.people();
      loadsOnRoad[d] += m.loads();
    }
    bookLate(m, site);
    return bookDrives(m);
  }

  private void passes(Movement m) {
    int place = m.site();
    for (int leg : m.legs()) {
      place = problem.legs().get(leg).other(place);
      if (place >= 0) {
        lastPass[place] = Math.max(lastPass[place], m.arrives());
      }
    }
    lastPass[m.hub()] = Math.max(lastPass[m.hub()], m.arrives());
  }

  /** What leaves a hub is gone from that day on, and what comes is there from the day after. */
  private void reposition(Movement m) {
    for (int d = Math.max(0, m.dispatched()); d < days; d++) {
      trucksThere[m.site()][d] -= m.trucks();
      escortsThere[m.site()][d] -= m.escorts();
    }
    for (int d = Math.max(0, m.arrives() + 1); d < days; d++) {
      trucksThere[m.hub()][d] += m.trucks();
      escortsThere[m.hub()][d] += m.escorts();
    }
    var drive = m.legs().isEmpty() ? null : paces.drive(m.legs(), Math.max(0, m.dispatched()));
    for (int i = 0; drive != null && i < m.legs().size(); i++) {
      legs[m.legs().get(i)][drive.first()[i]]++;
    }
  }

  private void bookLate(Movement m, Site site) {
    int due = Math.min(site.windowEnd(), problem.deadline());
    int late = Math.min(LONGEST_LOADS_LATE, Math.max(0, m.departs() - due));
    for (var cargo : m.cargo()) {
      add(
          Term.LOADS_LATE,
          (long) late
              * (LOWEST_PRIORITY + 1 - lot(m.site(), cargo.asset()).priority())
              * cargo.loads());
    }
  }

  private long bookDrives(Movement m) {
    if (m.legs().isEmpty()) {
      return 0;
    }
    var out = m.dispatched() < 0 ? null : paces.drive(Paces.reversed(m.legs()), m.dispatched());
    var home = m.departs() < 0 ? null : paces.drive(m.legs(), m.departs());
    if (out != null) {
      for (int i = 0; i < m.legs().size(); i++) {
        legs[m.legs().get(m.legs().size() - 1 - i)][out.first()[i]]++;
      }
    }
    if (home != null) {
      for (int i = 0; i < m.legs().size(); i++) {
        legs[m.legs().get(i)][home.first()[i]]++;
      }
      for (int d = m.departs() + 1; d <= Math.min(m.arrives(), home.arrival()); d++) {
        int threat = problem.legs().get(m.legs().get(home.legAtDawn(d))).threat();
        add(Term.EXPOSURE, (long) m.people() * threat);
      }
    }
    long risk = 0;
    for (int leg : m.legs()) {
      risk += problem.legs().get(leg).metres() * problem.legs().get(leg).threat();
    }
    return risk * m.vehicles();
  }

  private void bookSpoke(int s) {
    var site = problem.sites().get(s);
    Arrays.fill(peopleAt[s], site.travellers());
    Arrays.fill(loadsAt[s], site.loads());
    for (var m : plan.movements()) {
      if (m.site() == s) {
        for (int d = Math.max(0, m.departs()); d < days; d++) {
          peopleAt[s][d] -= m.people();
          loadsAt[s][d] -= m.loads();
        }
      }
    }
    // Loads left behind belong to the host State from the handover on.
    int left =
        plan.leftBehind().stream()
            .filter(l -> l.site() == s)
            .mapToInt(Plan.LeftBehind::loads)
            .sum();
    var handover = span(s, Stage.HANDOVER);
    for (int d = handover == null ? days : Math.max(0, handover.from()); d < days; d++) {
      loadsAt[s][d] -= left;
    }
  }

  private void bookStages(int s) {
    var site = problem.sites().get(s);
    int closedOn = closedOn(s);
    var handover = span(s, Stage.HANDOVER);
    int separated =
        Math.max(
            0, Math.min(problem.contractsEnd() + 1, handover == null ? days : handover.from()));
    for (int d = 0; d < Math.min(days, separated); d++) {
      peopleAt[s][d] += site.nationalStaff();
    }
    add(Term.EXPOSURE, (long) site.threat() * site.nationalStaff() * (separated + 1L));
    add(Term.COST, (long) OPEN_DAY * (closedOn + 1));
    add(Term.PHASE_LATE, Math.max(0, closedOn - site.windowEnd()));
    add(Term.EARLY, Math.max(0, site.windowFrom() - closedOn));
    for (int until : site.missedUntil()) {
      add(Term.SERVICE_LOSS, Math.max(0, until - closedOn));
    }
    if (!site.liquidation()) {
      terms.merge(Term.COMPLETION, (long) closedOn, Math::max);
    }
  }

  private int capacity(int site, int day, boolean loads) {
    var hub = problem.sites().get(site);
    int full = loads ? hub.onward() : hub.charterSeats();
    int capacity = full;
    for (var r : problem.restrictions()) {
      if ((loads ? r.onward() : r.charter())
          && r.from() <= day
          && day <= r.to()
          && (r.everywhere() || r.sites().contains(site))) {
        capacity = Math.min(capacity, (int) Math.floor(full * r.factor() + 1e-9));
      }
    }
    if (day < problem.firstMove()) {
      capacity = 0;
    }
    return problem.history() == null
        ? capacity
        : problem.history().flow(site, day, loads, capacity);
  }

  /** People whom a hub could fly home on a day; 0 to {@link Problem#UNLIMITED}. */
  public int seats(int hub, int day) {
    return capacity(hub, day, false);
  }

  /** Loads that carriers could take from a hub on a day; 0 to {@link Problem#UNLIMITED}. */
  public int carrierLoads(int hub, int day) {
    return capacity(hub, day, true);
  }

  private void bookHub(int h) {
    var hub = problem.sites().get(h);
    int[] loadsIn = new int[days];
    int[] peopleIn = new int[days];
    for (var m : plan.movements()) {
      if (m.hub() == h && within(m.arrives())) {
        loadsIn[m.arrives()] += m.loads();
        peopleIn[m.arrives()] += m.people();
      }
    }
    lastFlowUnguarded[h] = lastUnguarded(hub, h, loadsIn, peopleIn);
    int closedOn = closedOn(h);
    int[] rearFlown = rearFlights(h, closedOn);
    int rear = hub.rearParty();
    int ownLoads = hub.loads();
    int ownPeople = hub.travellers() - rear;
    int yard = 0;
    int waiting = 0;
    int shippedOwn = 0;
    lastFlow[h] = -1;
    firstFlow[h] = Problem.UNLIMITED;
    for (int d = 0; d < days; d++) {
      add(Term.EXPOSURE, (long) hub.threat() * (waiting + ownPeople + rear));
      int ships = capacity(h, d, true);
      int fromYard = Math.min(ships, yard);
      long packed = Math.min(ownLoads, (long) hub.packing() * d);
      int own = (int) Math.min(ships - fromYard, packed - shippedOwn);
      int seats = capacity(h, d, false);
      int guests = Math.min(seats, waiting);
      int stay = d <= lastPass[h] ? Math.max(0, hub.guard() - hub.rearParty()) : 0;
      int hosts = Math.min(seats - guests, Math.max(0, ownPeople - stay));
      yard += loadsIn[d] - fromYard;
      shippedOwn += own;
      waiting += peopleIn[d] - guests;
      ownPeople -= hosts;
      rear -= rearFlown[d];
      if (fromYard + own + guests + hosts > 0) {
        lastFlow[h] = d;
        firstFlow[h] = Math.min(firstFlow[h], d);
      }
      int late = Math.min(LONGEST_PEOPLE_LATE, Math.max(0, d - problem.deadline()));
      add(
          Term.PEOPLE_LATE,
          (long) late * (guests + hosts + (hub.liquidation() ? 0 : rearFlown[d])));
      peopleAt[h][d] = waiting + ownPeople + rear;
      loadsAt[h][d] = yard + ownLoads - shippedOwn;
      // Also a day on which something only arrives, or stands and cannot leave.
      if (d <= Math.max(closedOn, lastFlow[h]) || yard + waiting > 0) {
        onward.add(
            new OnwardDay(h, d, fromYard + own, yard, guests + hosts + rearFlown[d], waiting));
      }
    }
    cleared[h] = yard == 0 && waiting == 0 && ownPeople == 0 && shippedOwn == ownLoads;
  }

  /** The last day on which a hub would ship or fly anything if its guard were free to leave. */
  private int lastUnguarded(Site hub, int h, int[] loadsIn, int[] peopleIn) {
    int yard = 0;
    int waiting = 0;
    int ownLoads = hub.loads();
    int ownPeople = hub.travellers() - hub.rearParty();
    int last = -1;
    for (int d = 0; d < days; d++) {
      int ships = capacity(h, d, true);
      int seats = capacity(h, d, false);
      int fromYard = Math.min(ships, yard);
      long packed = (long) hub.packing() * d - (hub.loads() - ownLoads);
      int own = (int) Math.min(ships - fromYard, Math.min(ownLoads, Math.max(0, packed)));
      int guests = Math.min(seats, waiting);
      int hosts = Math.min(seats - guests, ownPeople);
      yard += loadsIn[d] - fromYard;
      ownLoads -= own;
      waiting += peopleIn[d] - guests;
      ownPeople -= hosts;
      last = fromYard + own + guests + hosts > 0 ? d : last;
    }
    return last;
  }

  /** A hub's rear party flies on the day of closing, or on the days before it where it must. */
  private int[] rearFlights(int h, int closedOn) {
    int[] flown = new int[days];
    int left = problem.sites().get(h).rearParty();
    if (!within(closedOn)) {
      return flown;
    }
    if (capacity(h, closedOn, false) >= left) {
      flown[closedOn] = left;
      return flown;
    }
    var handover = span(h, Stage.HANDOVER);
    for (int d = handover == null ? closedOn : Math.max(0, handover.to() + 1); d <= closedOn; d++) {
      flown[d] = Math.min(left, capacity(h, d, false));
      left -= flown[d];
    }
    return flown;
  }

  /** The movements of a site in the order of departure. */
  List<Movement> movementsOf(int site) {
    return plan.movements().stream()
        .filter(m -> m.site() == site)
        .sorted(Comparator.comparingInt(Movement::departs).thenComparing(Movement::id))
        .toList();
  }
}
