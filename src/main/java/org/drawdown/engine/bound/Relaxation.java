package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Bound;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.LoadOrder;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

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

  private final Model model;
  private final Problem problem;
  private final Trips trips;
  private final boolean mayLeave;
  private final List<Proof> conflicts = new ArrayList<>();
  private final int[] handover;
  private final int[] closedOn;
  private final long[] amount = new long[Term.values().length];
  private long risk;

  /** Of each hub the person-days of its rear party, and the days that it is late. */
  private final long[] rearDays;

  private final long[] rearLate;

  /** The cost of the loads of each spoke by the weights. */
  private final double[] loadsAlone;

  public Relaxation(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.trips = new Trips(model);
    var past = new Past(model);
    conflicts.addAll(new Feasibility(model, trips, past).conflicts());
    this.mayLeave = problem.mayLeaveBehind() || problem.hardDeadline();
    this.handover = new int[model.sites];
    this.closedOn = new int[model.sites];
    this.rearDays = new long[model.sites];
    this.rearLate = new long[model.sites];
    this.loadsAlone = new double[model.sites];
    for (var term : List.of(Term.LOADS_LATE, Term.COST)) {
      amount[term.ordinal()] += past.amount[term.ordinal()];
    }
    risk += past.risk;
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
  }

  /** Facts each of which alone makes every plan impossible; empty if none was found. */
  public List<Proof> proofs() {
    return List.copyOf(conflicts);
  }

  /** The bound; of no meaning where there are conflicts. */
  public Bound bound() {
    long[] sum = amount.clone();
    sum[Term.CONVOY_RISK.ordinal()] = risk / ObjectiveFigures.METRES_OF_RISK;
    int completion = 0;
    for (int s = 0; s < model.sites; s++) {
      var site = problem.sites().get(s);
      sum[Term.COST.ordinal()] += (long) ObjectiveFigures.OPEN_DAY * (closedOn[s] + 1);
      sum[Term.PHASE_LATE.ordinal()] += site.daysLate(closedOn[s]);
      if (!site.liquidation()) {
        completion = Math.max(completion, closedOn[s]);
      }
    }
    sum[Term.COMPLETION.ordinal()] = completion;
    long objective = 0;
    for (var term : Term.values()) {
      objective += sum[term.ordinal()] * problem.weight(term);
    }
    return new Bound(objective, Bound.Relaxed.BASES_APART, completion, Bound.Relaxed.BASES_APART);
  }

  /** A day on or before which the handover of a site cannot begin. */
  int earliestHandover(int site) {
    return handover[site];
  }

  /**
   * The least cost of the hubs whatever comes to them: their open days, their lateness, their own
   * staff and rear parties; and the completion of the mission.
   */
  long hubsAlone() {
    long sum = 0;
    int completion = 0;
    for (int s = 0; s < model.sites; s++) {
      var site = problem.sites().get(s);
      completion = site.liquidation() ? completion : Math.max(completion, closedOn[s]);
      if (model.spokes[s] == null) {
        sum += (long) ObjectiveFigures.OPEN_DAY * (closedOn[s] + 1) * problem.weight(Term.COST);
        sum += site.daysLate(closedOn[s]) * problem.weight(Term.PHASE_LATE);
        sum += rearLate[s] * problem.weight(Term.PEOPLE_LATE);
        long exposure = rearDays[s] + model.nationalStaff[s] * (separated(handover[s]) + 1L);
        sum += site.threat() * exposure * problem.weight(Term.EXPOSURE);
      }
    }
    return sum + completion * problem.weight(Term.COMPLETION);
  }

  /** The day on which national staff separate if a handover begins on a day. */
  private int separated(int begins) {
    return Math.max(0, Math.min(begins, problem.contractsEnd() + 1));
  }

  /** The least cost of the loads of a spoke if none may stay: trucks, risk and lateness. */
  double loadsAlone(Model.Spoke spoke) {
    return loadsAlone[spoke.index];
  }

  private void relax(Model.Spoke spoke) {
    var site = spoke.site;
    int trip = trips.shortest(spoke, true);
    int firstDeparture = trips.firstDeparture(spoke);
    int before = mayLeave ? 0 : spoke.cargo.loads();
    int loads = mayLeave ? 0 : loadsToHub(spoke);
    int last = trips.emptied(spoke);
    if (before > 0 && spoke.hasRoad()) {
      last = Math.max(last, trips.departure(spoke, spoke.packedOn[before]));
      last = Math.max(last, truckDaysReach(spoke, before));
    }
    last = Math.min(last, problem.horizon());
    handover[spoke.index] = last + 1;
    refuseIfBegun(spoke.index);
    int signed = last + 1 + site.handoverDays();
    closedOn[spoke.index] = spoke.rear == 0 ? signed - 1 : trips.leaves(spoke, signed);
    if (closedOn[spoke.index] > problem.horizon()) {
      closedOn[spoke.index] = problem.horizon();
      // Even with all trucks, escorts and aircraft to itself it closes after the horizon.
      conflict(Rule.HORIZON, spoke.index);
    } else if (problem.hardDeadline() && closedOn[spoke.index] > problem.deadline()) {
      // Even with all its loads left behind it closes after the hard deadline.
      conflict(Rule.HORIZON, spoke.index);
    }
    if (!spoke.hasRoad() || loads == 0) {
      return;
    }
    int convoys = (spoke.cargo.loads() + spoke.maxVehicles - 1) / spoke.maxVehicles;
    long cost =
        ObjectiveFigures.poolDays(
            spoke.cargo.truckloads[spoke.cargo.loads()],
            problem.convoy().escorts() * convoys,
            trip);
    long metresTimesThreat =
        loads
            * (spoke.allRoads
                ? Arrays.stream(spoke.paths).mapToLong(p -> p.risk).min().orElse(0)
                : (long) trips.least(spoke, leg -> (double) leg.metres() * leg.threat()));
    long late = loadsLate(spoke, spoke.cargo, firstDeparture);
    amount[Term.COST.ordinal()] += cost;
    amount[Term.LOADS_LATE.ordinal()] += late;
    risk += metresTimesThreat;
    loadsAlone[spoke.index] =
        (double) cost * problem.weight(Term.COST)
            + (double) late * problem.weight(Term.LOADS_LATE)
            + metresTimesThreat
                / (double) ObjectiveFigures.METRES_OF_RISK
                * problem.weight(Term.CONVOY_RISK);
  }

  /** A handover that has begun cannot wait for what is still to leave. */
  private void refuseIfBegun(int site) {
    int begun = problem.history() == null ? -1 : problem.history().handovers().get(site);
    if (begun >= 0 && handover[site] > begun) {
      conflict(Rule.PINNED, site);
    }
  }

  /** Loads that come to the hub, at least: the vehicles of a rear party that may fly may stay. */
  private static int loadsToHub(Model.Spoke spoke) {
    return spoke.cargo.loads() + (spoke.carriers.length == 0 ? spoke.ownRear : 0);
  }

  private void conflict(Rule rule, int site) {
    conflicts.add(new Proof(rule, site));
  }

  /** The first day by which the pool has had the truck-days that lie before the departures. */
  private int truckDaysReach(Model.Spoke spoke, int loads) {
    int trucks = spoke.cargo.truckloads[loads];
    long needed = (long) trucks * trips.shortest(spoke, false);
    long had = 0;
    for (int d = problem.firstDay(); d < model.days; d++) {
      had += model.possibleTrucks[spoke.hub][d];
      if (had >= needed) {
        return d;
      }
    }
    return Trips.NEVER / 2;
  }

  private long loadsLate(Model.Spoke spoke, LoadOrder cargo, int firstDeparture) {
    int due = spoke.site.due(problem.deadline());
    long sum = 0;
    for (int i = 0; i < cargo.loads(); i++) {
      int departs = Math.max(firstDeparture, spoke.packedOn[i + 1]);
      int late = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, departs - due));
      sum += (long) late * (cargo.weight[i + 1] - cargo.weight[i]);
    }
    return sum;
  }

  private void relaxHub(int h) {
    var hub = problem.sites().get(h);
    // What can go onward from a day on at the earliest.
    long[] loads = new long[model.days + 1];
    long[] people = new long[model.days + 1];
    loads[Math.min(1, model.days)] += hub.loads();
    people[0] += hub.travellers() - hub.rearParty();
    int lowest = hub.threat();
    long spokesExposure = 0;
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hub == h) {
        arrive(spoke, loads, people);
        lowest = Math.min(lowest, trips.lowestThreat(spoke));
      }
    }
    for (var movement : problem.fixed()) {
      if (movement.hub() == h) {
        int next = Math.min(model.days, movement.arrives() + 1);
        loads[next] += movement.loads();
        people[next] += movement.people();
        // They may have left a base, or driven a road, that drains to another hub now.
        lowest = Math.min(lowest, problem.sites().get(movement.site()).threat());
        for (int leg : movement.legs()) {
          lowest = Math.min(lowest, problem.legs().get(leg).threat());
        }
      }
    }
    int flown = flowEnds(model.charter[h], people);
    int shipped = flowEnds(model.onward[h], loads);
    int last = Math.max(flown, shipped);
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hub == h) {
        spokesExposure += exposure(spoke, lowest);
        last = Math.max(last, lastArrival(spoke));
      }
    }
    boolean stuck = flown >= Trips.NEVER || shipped >= Trips.NEVER;
    if (stuck) {
      // A hub cannot ship its loads, or fly its people home, within the horizon.
      conflict(Rule.HORIZON, h);
      last = problem.horizon();
    }
    handover[h] = last + 1;
    refuseIfBegun(h);
    int signed = handover[h] + hub.handoverDays();
    int end = hub.rearParty() == 0 ? signed - 1 : signed;
    if (end > problem.horizon()) {
      if (!stuck) {
        // A hub cannot be handed over within the horizon.
        conflict(Rule.HORIZON, h);
      }
      end = problem.horizon();
      signed = Math.min(signed, end);
    }
    rearDays[h] = (long) hub.rearParty() * signed;
    int left = hub.rearParty();
    int[] seats = model.charter[h];
    boolean atOnce = Arrays.stream(seats, signed, model.days).anyMatch(n -> n >= hub.rearParty());
    for (int d = signed; d < model.days && left > 0; d++) {
      rearDays[h] += left;
      int fly = atOnce ? (seats[d] >= left ? left : 0) : Math.min(seats[d], left);
      if (!hub.liquidation()) {
        rearLate[h] += (long) fly * daysLate(d);
      }
      left -= fly;
      end = d;
    }
    if (left > 0) {
      // A hub cannot fly its rear party home after its handover.
      conflict(Rule.HORIZON, h);
    }
    closedOn[h] = end;
    amount[Term.PEOPLE_LATE.ordinal()] += rearLate[h];
    long queue = queueExposure(h, people);
    amount[Term.EXPOSURE.ordinal()] +=
        lowest * queue
            + spokesExposure
            + hub.threat() * rearDays[h]
            + (long) hub.threat() * hub.nationalStaff() * (separated(handover[h]) + 1L);
  }

  /**
   * The first day on which a hub can have taken onward what the last movement of a spoke brings, -1
   * if none has to come. What arrives on a day goes on the next.
   */
  private int lastArrival(Model.Spoke spoke) {
    if (spoke.rear > 0) {
      return closedOn[spoke.index] + 1;
    }
    boolean comes = spoke.people > 0 || !mayLeave && spoke.cargo.loads() > 0;
    return comes ? handover[spoke.index] : -1;
  }

  /**
   * The exposure of the people of a spoke above the lowest threat, and of its national staff in
   * full.
   */
  private long exposure(Model.Spoke spoke, int lowest) {
    int first =
        spoke.carriers.length > 0 ? 0 : Math.min(problem.horizon(), trips.firstDeparture(spoke));
    int more = spoke.site.threat() - lowest;
    return (long) more * spoke.people * (first + 1L)
        + (long) more * spoke.rear * (closedOn[spoke.index] + 1L)
        + (long) spoke.site.threat()
            * spoke.site.nationalStaff()
            * (separated(handover[spoke.index]) + 1L);
  }

  /** Loads and people of a spoke come to its hub, each as early as any plan could bring them. */
  private void arrive(Model.Spoke spoke, long[] loads, long[] people) {
    if (!mayLeave && spoke.hasRoad()) {
      int before = 0;
      for (int i = 1; i <= spoke.cargo.loads(); i++) {
        boolean sameDay = i < spoke.cargo.loads() && spoke.packedOn[i + 1] == spoke.packedOn[i];
        if (!sameDay) {
          loads[next(trips.arrival(spoke, spoke.packedOn[i]))] += i - before;
          before = i;
        }
      }
    } else if (!mayLeave) {
      loads[model.days] += spoke.cargo.loads();
    }
    if (spoke.people > 0) {
      people[next(comes(spoke, problem.firstDay()))] += spoke.people;
    }
    if (spoke.rear > 0) {
      int last = next(comes(spoke, closedOn[spoke.index]));
      people[last] += spoke.rear;
      loads[last] += loadsToHub(spoke) - spoke.cargo.loads();
    }
  }

  private int next(int day) {
    return Math.min(model.days, day + 1);
  }

  /** The first day on which people who leave a spoke on or after a day can be at its hub. */
  private int comes(Model.Spoke spoke, int from) {
    int byAir = trips.flies(spoke, from);
    return spoke.hasRoad() ? Math.min(byAir, trips.arrival(spoke, from)) : byAir;
  }

  /** The day on which a flow can have taken all that comes, -1 for nothing, or NEVER. */
  private int flowEnds(int[] capacity, long[] comes) {
    long left = 0;
    int last = -1;
    for (int d = 0; d < model.days; d++) {
      left += comes[d];
      if (left > 0 && capacity[d] > 0) {
        left -= Math.min(left, capacity[d]);
        last = d;
      }
    }
    return left + comes[model.days] > 0 ? Trips.NEVER : last;
  }

  private int daysLate(int day) {
    return Math.max(0, Math.min(ObjectiveFigures.LONGEST_PEOPLE_LATE, day - problem.deadline()));
  }

  /**
   * Person-days until all have flown who come to a hub as early as can be, and those late of them.
   */
  private long queueExposure(int h, long[] comes) {
    long here = 0;
    long away = Arrays.stream(comes).sum();
    long days = 0;
    for (int d = 0; d < model.days && here + away > 0; d++) {
      here += comes[d];
      away -= comes[d];
      days += here + away;
      long flown = Math.min(here, model.charter[h][d]);
      here -= flown;
      amount[Term.PEOPLE_LATE.ordinal()] += flown * daysLate(d);
    }
    return days;
  }
}
