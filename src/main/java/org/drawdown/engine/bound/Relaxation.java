package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Outcome.Conflict;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/**
 * Every base looked at as if it had all trucks, escorts, aircraft and airfields to itself, and
 * every hub as if all its people and loads stood there from the first day. Both only drop rules, so
 * what is impossible here is impossible, and what costs this much here costs at least this much.
 *
 * <p>Where a base has more roads than the planner considers, the best that any road could offer is
 * taken in their place. Three facts make it more than the sum of shortest trips: the hubs' charter
 * and onward rates, the days that packing takes, and the truck-days that must lie before the last
 * departure.
 */
public final class Relaxation {

  private static final String NAME =
      "bases apart, hub rates, packing and truck-days before departure";
  private static final int NEVER = Problem.UNLIMITED;

  private final Model model;
  private final Problem problem;
  private final boolean mayLeave;
  private final List<Conflict> conflicts = new ArrayList<>();
  private final int[] handover;
  private final int[] closedOn;
  private final long[] amount = new long[Term.values().length];
  private long risk;

  public Relaxation(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.mayLeave = problem.mayLeaveBehind() || problem.hardDeadline();
    this.handover = new int[model.sites];
    this.closedOn = new int[model.sites];
    for (int s = 0; s < model.sites; s++) {
      if (model.spokes[s] != null) {
        relax(model.spokes[s]);
      }
    }
    for (int s = 0; s < model.sites; s++) {
      if (model.spokes[s] == null) {
        relaxHub(s);
      }
    }
    new Precedence(model).conflicts(conflicts);
    checkPools();
  }

  /** Facts each of which alone makes every plan impossible; empty if none was found. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /** The bound; of no meaning where there are conflicts. */
  public Bound bound() {
    long[] sum = amount.clone();
    sum[Term.CONVOY_RISK.ordinal()] = risk / 100_000;
    int completion = 0;
    for (int s = 0; s < model.sites; s++) {
      var site = problem.sites().get(s);
      sum[Term.COST.ordinal()] += 50L * (closedOn[s] + 1);
      if (site.phaseEnd() >= 0) {
        sum[Term.PHASE_LATE.ordinal()] += Math.max(0, closedOn[s] - site.phaseEnd());
      }
      if (!site.liquidation()) {
        completion = Math.max(completion, closedOn[s]);
      }
    }
    sum[Term.COMPLETION.ordinal()] = completion;
    long objective = 0;
    for (var term : Term.values()) {
      objective += sum[term.ordinal()] * problem.weight(term);
    }
    return new Bound(objective, NAME, completion, NAME);
  }

  private void relax(Model.Spoke spoke) {
    var site = spoke.site;
    int trip = shortest(spoke, true);
    int firstDeparture = firstDeparture(spoke);
    int loads = mayLeave ? 0 : spoke.site.loads();
    check(spoke, firstDeparture);
    int before = mayLeave ? 0 : Math.min(spoke.byRoad.loads(), spoke.byAir.loads());
    int last = -1;
    if (before > 0) {
      last = Math.max(packedOn(site, before), firstDeparture);
      last = Math.max(last, truckDaysReach(spoke, before));
    }
    handover[spoke.index] = last + 1;
    int signed = last + 1 + site.handoverDays();
    closedOn[spoke.index] = spoke.rear == 0 ? signed - 1 : leaves(spoke, signed);
    if (closedOn[spoke.index] > problem.horizon()) {
      closedOn[spoke.index] = problem.horizon();
      conflict(
          Rule.HORIZON,
          spoke.index,
          "%s cannot be closed by the end of the horizon, even with all trucks, escorts and aircraft to itself"
              .formatted(site.code()));
    } else if (problem.hardDeadline() && closedOn[spoke.index] > problem.deadline()) {
      conflict(
          Rule.HORIZON,
          spoke.index,
          "%s cannot be closed by the hard deadline, even if all its loads are left behind"
              .formatted(site.code()));
    }
    if (!spoke.hasRoad() || loads == 0) {
      return;
    }
    amount[Term.COST.ordinal()] += 10L * trip * spoke.byAir.truckloads[spoke.byAir.loads()];
    risk +=
        loads
            * (spoke.allRoads
                ? Arrays.stream(spoke.paths).mapToLong(p -> p.risk).min().orElse(0)
                : (long) least(spoke, leg -> (double) leg.metres() * leg.threat()));
    amount[Term.LOADS_LATE.ordinal()] +=
        Math.min(
            loadsLate(spoke, spoke.byRoad, firstDeparture),
            loadsLate(spoke, spoke.byAir, firstDeparture));
  }

  /** The days that all convoys together need of trucks and escorts, against what the pools have. */
  private void checkPools() {
    long truckDays = 0;
    long escortDays = 0;
    long truckDaysInTime = 0;
    long escortDaysInTime = 0;
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hasRoad()) {
        int trip = shortest(spoke, true);
        int seats = problem.convoy().seatsPerVehicle();
        boolean drives = spoke.carriers.length == 0;
        int loads = mayLeave ? 0 : Math.min(spoke.byRoad.loads(), spoke.byAir.loads());
        int vehicles = drives ? Math.max(loads, (spoke.people + seats - 1) / seats) : loads;
        int last = drives ? spoke.rearVehicles : 0;
        long convoys = columns(vehicles, spoke.maxVehicles) + columns(last, spoke.maxVehicles);
        escortDays += convoys * trip * problem.convoy().escorts();
        escortDaysInTime += convoys * shortest(spoke, false) * problem.convoy().escorts();
        int own = spoke.byAir.loads() - spoke.byAir.truckloads[spoke.byAir.loads()];
        int boxes = mayLeave ? 0 : spoke.byAir.truckloads[spoke.byAir.loads()];
        long trucks = Math.max(boxes, vehicles + last - own);
        truckDays += trip * trucks;
        truckDaysInTime += shortest(spoke, false) * trucks;
      }
    }
    poolSuffices(Rule.TRUCKS, "truck", problem.trucks(), truckDays, problem.horizon());
    poolSuffices(Rule.ESCORTS, "escort", problem.escorts(), escortDays, problem.horizon());
    if (problem.hardDeadline()) {
      int end = Math.min(problem.horizon(), problem.deadline());
      poolSuffices(Rule.TRUCKS, "truck", problem.trucks(), truckDaysInTime, end);
      poolSuffices(Rule.ESCORTS, "escort", problem.escorts(), escortDaysInTime, end);
    }
  }

  private static long columns(int vehicles, int most) {
    return (vehicles + most - 1) / most;
  }

  private void poolSuffices(Rule rule, String what, int[] pool, long needed, int end) {
    long there = Arrays.stream(pool, 0, end + 1).asLongStream().sum();
    if (needed > there) {
      conflict(
          rule,
          -1,
          "the convoys need at least %d %s-days, and the pool has %d until day %d"
              .formatted(needed, what, there, end));
    }
  }

  private void check(Model.Spoke spoke, int firstDeparture) {
    var site = spoke.site;
    var code = site.code();
    boolean mustDrive = site.lots().stream().anyMatch(this::mustMove);
    boolean mustLeave = mustDrive || site.travellers() > 0;
    boolean flies = airSeats(spoke) >= site.travellers();
    boolean needsRoad = mustDrive || mustLeave && !flies;
    if (!needsRoad) {
      return;
    }
    if (!spoke.hasRoad()) {
      conflict(
          Rule.ALL_MOVED_ONCE,
          spoke.index,
          "no road leads from %s to its hub %s%s"
              .formatted(
                  code,
                  problem.sites().get(spoke.hub).code(),
                  mustDrive ? "" : ", and no aircraft can fetch its people"));
      return;
    }
    if (firstDeparture >= model.days && spoke.allRoads) {
      conflict(
          Rule.RESTRICTIONS,
          spoke.index,
          "no convoy can go from %s to %s and back on any day of the horizon"
              .formatted(problem.sites().get(spoke.hub).code(), code));
    }
    if (Arrays.stream(problem.escorts()).max().orElse(0) < problem.convoy().escorts()) {
      conflict(
          Rule.ESCORTS,
          spoke.index,
          "%s needs a convoy, which takes %d of the escorts, and the pool never has as many"
              .formatted(code, problem.convoy().escorts()));
    }
    boolean needsTrucks =
        site.lots().stream().anyMatch(l -> mustMove(l) && !l.selfDeploying())
            || airSeats(spoke) + ownSeats(spoke) < site.travellers();
    if (needsTrucks && problem.largestTruckPool() == 0) {
      conflict(
          Rule.TRUCKS, spoke.index, "%s needs trucks, and the pool never has one".formatted(code));
    }
    if (mustDrive && spoke.maxLoads == 0) {
      conflict(
          Rule.HUB_STORAGE,
          spoke.index,
          "%s has no room for a single load of %s"
              .formatted(problem.sites().get(spoke.hub).code(), code));
    }
  }

  private boolean mustMove(Problem.Lot lot) {
    return !problem.hardDeadline() && (!problem.mayLeaveBehind() || lot.priority() == 1);
  }

  /** People whom aircraft could fetch if all of them flew for this spoke on every day. */
  private long airSeats(Model.Spoke spoke) {
    long seats = 0;
    for (int d = 0; d < model.days; d++) {
      if (!spoke.airBarred[d]) {
        for (var c : spoke.carriers) {
          seats += (long) problem.aircraft().get(c.type()).available()[d] * c.seats() * c.sorties();
        }
      }
    }
    return seats;
  }

  /** People who can ride on the vehicles of a spoke that drive themselves. */
  private long ownSeats(Model.Spoke spoke) {
    int own = spoke.byAir.loads() - spoke.byAir.truckloads[spoke.byAir.loads()];
    return (long) own * problem.convoy().seatsPerVehicle();
  }

  private void conflict(Rule rule, int site, String detail) {
    conflicts.add(new Conflict(rule, site, detail));
  }

  private int packedOn(Site site, int loads) {
    return (loads + site.packing() - 1) / site.packing();
  }

  /** The least sum of a quantity of legs over all roads of a spoke to its hub. */
  private double least(Model.Spoke spoke, ToDoubleFunction<Problem.Leg> quantity) {
    var reached = new HashMap<Integer, Double>(Map.of(spoke.index, 0.0));
    boolean better = true;
    while (better) {
      better = false;
      for (var leg : problem.legs()) {
        for (int from : new int[] {leg.from(), leg.to()}) {
          double there = reached.getOrDefault(from, Double.MAX_VALUE) + quantity.applyAsDouble(leg);
          if (there < reached.getOrDefault(leg.other(from), Double.MAX_VALUE)) {
            reached.put(leg.other(from), there);
            better = true;
          }
        }
      }
    }
    return reached.get(spoke.hub);
  }

  /** Days, at least, of one drive on any road in the best of seasons. */
  private int quickestDrive(Model.Spoke spoke) {
    double days =
        least(
            spoke,
            leg -> (double) leg.metres() / Arrays.stream(leg.metresPerDay()).max().orElseThrow());
    return Math.max(1, (int) Math.ceil(days - 1e-6));
  }

  private int firstDeparture(Model.Spoke spoke) {
    if (!spoke.allRoads) {
      return quickestDrive(spoke) + problem.convoy().loadingDays();
    }
    int first = NEVER;
    for (var path : spoke.paths) {
      int p = path.dispatchFor[0];
      if (p < model.days) {
        first = Math.min(first, path.departs[p]);
      }
    }
    return first;
  }

  /** Days of the shortest round trip, or of its part up to the departure from the base. */
  private int shortest(Model.Spoke spoke, boolean whole) {
    if (!spoke.allRoads) {
      int drive = quickestDrive(spoke);
      return drive + problem.convoy().loadingDays() + (whole ? drive : 1);
    }
    int shortest = NEVER;
    for (var path : spoke.paths) {
      for (int p = 0; p < model.days; p++) {
        if (path.arrives[p] >= 0) {
          shortest = Math.min(shortest, (whole ? path.arrives[p] : path.departs[p]) - p + 1);
        }
      }
    }
    return shortest == NEVER ? 0 : shortest;
  }

  /** The first day by which the pool has had the truck-days that lie before the departures. */
  private int truckDaysReach(Model.Spoke spoke, int loads) {
    int trucks =
        Math.min(
            spoke.byRoad.truckloads[Math.min(loads, spoke.byRoad.loads())],
            spoke.byAir.truckloads[Math.min(loads, spoke.byAir.loads())]);
    long needed = (long) trucks * shortest(spoke, false);
    long had = 0;
    for (int d = 0; d < model.days; d++) {
      had += problem.trucks()[d];
      if (had >= needed) {
        return d;
      }
    }
    return NEVER / 2;
  }

  /** The first day on which somebody can leave a spoke for good on or after a day. */
  private int leaves(Model.Spoke spoke, int from) {
    int first = flies(spoke, from);
    if (!spoke.allRoads) {
      return from;
    }
    for (var path : spoke.paths) {
      if (from < model.days && path.dispatchFor[from] < model.days) {
        first = Math.min(first, path.departs[path.dispatchFor[from]]);
      }
    }
    return first;
  }

  private int flies(Model.Spoke spoke, int from) {
    for (int d = from; d < model.days; d++) {
      if (!spoke.airBarred[d]) {
        for (var c : spoke.carriers) {
          if (problem.aircraft().get(c.type()).available()[d] > 0) {
            return d;
          }
        }
      }
    }
    return NEVER;
  }

  private long loadsLate(Model.Spoke spoke, Model.Cargo cargo, int firstDeparture) {
    int phaseEnd = spoke.site.phaseEnd();
    int due = phaseEnd < 0 ? problem.deadline() : Math.min(phaseEnd, problem.deadline());
    long sum = 0;
    for (int i = 0; i < cargo.loads(); i++) {
      int departs = Math.max(firstDeparture, packedOn(spoke.site, i + 1));
      int late = Math.max(0, Math.min(60, departs - due));
      sum += (long) late * (cargo.weight[i + 1] - cargo.weight[i]);
    }
    return sum;
  }

  private void relaxHub(int h) {
    var hub = problem.sites().get(h);
    long loads = hub.loads();
    long people = hub.travellers() - hub.rearParty();
    int lowest = hub.threat();
    long spokesExposure = 0;
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hub == h) {
        loads += mayLeave ? 0 : spoke.site.loads();
        people += spoke.site.travellers();
        lowest = Math.min(lowest, lowestThreat(spoke));
      }
    }
    int flown = flowEnds(model.charter[h], people, hub, false);
    int shipped = flowEnds(model.onward[h], loads, hub, true);
    int last = Math.max(flown, shipped);
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hub == h) {
        spokesExposure += exposure(spoke, lowest);
        last = Math.max(last, lastArrival(spoke) + 1);
      }
    }
    boolean stuck = flown >= NEVER || shipped >= NEVER;
    if (stuck) {
      conflict(
          Rule.HORIZON,
          h,
          flown >= NEVER
              ? "%s cannot fly %d people home by the end of the horizon"
                  .formatted(hub.code(), people)
              : "%s cannot ship %d loads by the end of the horizon".formatted(hub.code(), loads));
      last = problem.horizon();
    }
    handover[h] = last + 1;
    int end = handover[h] + hub.handoverDays() - (hub.rearParty() == 0 ? 1 : 0);
    if (end > problem.horizon()) {
      if (!stuck) {
        conflict(
            Rule.HORIZON,
            h,
            "%s cannot be handed over by the end of the horizon".formatted(hub.code()));
      }
      end = problem.horizon();
    }
    if (hub.rearParty() > 0
        && Arrays.stream(model.charter[h], Math.min(end, problem.horizon()), model.days).sum()
            < hub.rearParty()) {
      conflict(
          Rule.HORIZON,
          h,
          "%s cannot fly its rear party home after its handover".formatted(hub.code()));
    }
    closedOn[h] = end;
    long queue = queueExposure(h, people);
    amount[Term.EXPOSURE.ordinal()] +=
        lowest * queue
            + spokesExposure
            + (long) hub.threat() * hub.rearParty() * (end + 1L)
            + (long) hub.threat() * hub.nationalStaff() * (handover[h] + 1L);
  }

  /**
   * A day on or before which the last movement of a spoke cannot have arrived, -1 if it has none.
   */
  private int lastArrival(Model.Spoke spoke) {
    return spoke.rear > 0 ? closedOn[spoke.index] : handover[spoke.index] - 1;
  }

  private int lowestThreat(Model.Spoke spoke) {
    int lowest = spoke.site.threat();
    if (!spoke.allRoads) {
      return Math.min(
          lowest, problem.legs().stream().mapToInt(Problem.Leg::threat).min().orElse(1));
    }
    for (var path : spoke.paths) {
      for (int leg : path.legs) {
        lowest = Math.min(lowest, problem.legs().get(leg).threat());
      }
    }
    return lowest;
  }

  /** What the people of a spoke bear above the lowest threat, and its national staff in full. */
  private long exposure(Model.Spoke spoke, int lowest) {
    int first = spoke.carriers.length > 0 ? 0 : Math.min(problem.horizon(), firstDeparture(spoke));
    int more = spoke.site.threat() - lowest;
    return (long) more * spoke.people * (first + 1L)
        + (long) more * spoke.rear * (closedOn[spoke.index] + 1L)
        + (long) spoke.site.threat() * spoke.site.nationalStaff() * (handover[spoke.index] + 1L);
  }

  /** The day on which a hub's flow can have taken all, -1 for nothing, {@link #NEVER} if none. */
  private int flowEnds(int[] capacity, long amountToGo, Site hub, boolean loads) {
    long left = amountToGo;
    for (int d = 0; d < model.days && left > 0; d++) {
      left -= capacity[d];
      if (left <= 0) {
        return loads && hub.loads() > 0 ? Math.max(d, 1) : d;
      }
    }
    return left > 0 ? NEVER : -1;
  }

  /** Person-days until all have flown if all could from day 0, and those late of them. */
  private long queueExposure(int h, long people) {
    long left = people;
    long days = 0;
    for (int d = 0; d < model.days && left > 0; d++) {
      days += left;
      long flown = Math.min(left, model.charter[h][d]);
      left -= flown;
      amount[Term.PEOPLE_LATE.ordinal()] +=
          flown * Math.max(0, Math.min(30, d - problem.deadline()));
    }
    return days;
  }
}
