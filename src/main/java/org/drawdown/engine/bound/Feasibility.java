package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/**
 * Facts each of which alone makes every plan impossible: no way in or out, pools that never
 * suffice, bases that wait for themselves.
 */
final class Feasibility {

  private final Model model;
  private final Problem problem;
  private final Trips trips;
  private final Past past;
  private final boolean mayLeave;
  private final List<Proof> conflicts = new ArrayList<>();

  Feasibility(Model model, Trips trips, Past past) {
    this.model = model;
    this.past = past;
    this.problem = model.problem;
    this.trips = trips;
    this.mayLeave = problem.mayLeaveBehind() || problem.hardDeadline();
    for (var spoke : model.spokes) {
      if (spoke != null) {
        check(spoke, trips.firstDeparture(spoke));
      }
    }
    checkFlights();
    new Precedence(model).conflicts(conflicts);
    checkPools();
  }

  /** The facts; empty if none was found. */
  List<Proof> conflicts() {
    return conflicts;
  }

  private void conflict(Rule rule, int site) {
    conflicts.add(new Proof(rule, site));
  }

  /** The days that all convoys together need of trucks and escorts, against what the pools have. */
  private void checkPools() {
    // Of each group of hubs: days of trucks, of escorts, and the same up to the last departure.
    var needs = new long[model.sites][4];
    var windows = new Windows(model, trips, past, conflicts);
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hasRoad()) {
        int trip = trips.shortest(spoke, true);
        int seats = problem.convoy().seatsPerVehicle();
        boolean drives = spoke.carriers.length == 0;
        int loads = mayLeave ? 0 : spoke.cargo.loads();
        int vehicles = drives ? Math.max(loads, (spoke.people + seats - 1) / seats) : loads;
        int last = drives ? spoke.rearVehicles : 0;
        long before = convoys(vehicles, spoke.maxVehicles);
        if (loads > 0 && spoke.maxLoads > 0) {
          before = Math.max(before, convoys(loads, spoke.maxLoads));
        }
        long convoys = before + convoys(last, spoke.maxVehicles);
        int own = spoke.cargo.loads() - spoke.cargo.truckloads[spoke.cargo.loads()];
        int boxes = mayLeave ? 0 : spoke.cargo.truckloads[spoke.cargo.loads()];
        long trucksBefore = Math.max(boxes, vehicles - own);
        long trucks = trucksBefore + Math.max(0, last - spoke.ownRear);
        int inTime = trips.shortest(spoke, false);
        int group = group(spoke.hub);
        needs[group][0] += trucks * trip;
        needs[group][1] += convoys * trip * problem.convoy().escorts();
        needs[group][2] += trucks * inTime;
        needs[group][3] += convoys * inTime * problem.convoy().escorts();
        windows.add(spoke, trucksBefore, before);
      }
    }
    windows.check();
    for (int group = 0; group < model.sites; group++) {
      int[] trucks = pool(past.trucks, group);
      int[] escorts = pool(past.escorts, group);
      poolSuffices(Rule.TRUCKS, trucks, needs[group][0], problem.horizon());
      poolSuffices(Rule.ESCORTS, escorts, needs[group][1], problem.horizon());
      if (problem.hardDeadline()) {
        int end = Math.min(problem.horizon(), problem.deadline());
        poolSuffices(Rule.TRUCKS, trucks, needs[group][2], end);
        poolSuffices(Rule.ESCORTS, escorts, needs[group][3], end);
      }
    }
  }

  /** Hubs that can help one another out have one number, that of the first of them. */
  private int group(int hub) {
    int first = hub;
    for (int h = hub - 1; h >= 0; h--) {
      first = model.areJoined(h, hub) ? h : first;
    }
    return first;
  }

  /** What the hubs of a group have together on each day, those that history has overdrawn aside. */
  private int[] pool(int[][] byHub, int group) {
    int[] sum = new int[model.days];
    for (int h = 0; h < model.sites; h++) {
      if (problem.sites().get(h).isHub() && group(h) == group) {
        for (int d = 0; d < model.days; d++) {
          sum[d] = Math.min(Problem.UNLIMITED, sum[d] + Math.max(0, byHub[h][d]));
        }
      }
    }
    return sum;
  }

  /** The last day on which those of a spoke can leave who are not of its rear party. */
  private int lastDay(Model.Spoke spoke) {
    int end =
        problem.hardDeadline()
            ? Math.min(problem.deadline(), problem.horizon())
            : problem.horizon();
    return end - spoke.site.handoverDays() - (spoke.site.rearParty() > 0 ? 1 : 0);
  }

  /** Those whom no convoy can fetch in time fly, alone and together: are there the seats? */
  private void checkFlights() {
    long people = 0;
    int last = -1;
    for (var spoke : model.spokes) {
      if (spoke == null || spoke.people == 0) {
        continue;
      }
      int end = lastDay(spoke);
      boolean drives = spoke.hasRoad() && trips.firstDeparture(spoke) <= end;
      if (drives) {
        continue;
      }
      people += spoke.people;
      last = Math.max(last, end);
      long seats = seatsBy(spoke, end);
      if (seats < spoke.people) {
        // Those whom no convoy can fetch in time have to fly, and the seats until then are too few.
        conflict(Rule.HORIZON, spoke.index);
      }
    }
    long fleet = 0;
    for (int d = problem.firstDay(); d <= Math.min(last, problem.horizon()); d++) {
      for (int t = 0; t < problem.aircraft().size(); t++) {
        fleet += (long) problem.aircraft().get(t).available()[d] * mostSeats(t);
      }
    }
    if (people > fleet) {
      // All who have to fly are more than all aircraft together have seats for.
      conflict(Rule.AIRCRAFT, -1);
    }
  }

  private long mostSeats(int type) {
    long most = 0;
    for (var spoke : model.spokes) {
      if (spoke != null) {
        for (var c : spoke.carriers) {
          most = c.type() == type ? Math.max(most, (long) c.seats() * c.sorties()) : most;
        }
      }
    }
    return most;
  }

  /** People who can fly from a spoke by a day if all aircraft fly for it. */
  private long seatsBy(Model.Spoke spoke, int last) {
    int field =
        Math.min(
            spoke.site.airfield().sortiesPerDay(),
            problem.sites().get(spoke.hub).airfield().sortiesPerDay());
    int best = Arrays.stream(spoke.carriers).mapToInt(Model.Carrier::seats).max().orElse(0);
    long seats = 0;
    for (int d = problem.firstDay(); d <= Math.min(last, problem.horizon()); d++) {
      long here = 0;
      for (var c : spoke.carriers) {
        here += (long) c.there()[d] * c.seats() * c.sorties();
      }
      seats += spoke.airBarred[d] ? 0 : Math.min(here, (long) field * best);
    }
    return seats;
  }

  private static long convoys(int vehicles, int most) {
    return (vehicles + most - 1) / most;
  }

  private void poolSuffices(Rule rule, int[] pool, long needed, int end) {
    long there = Arrays.stream(pool, 0, end + 1).mapToLong(n -> Math.max(0, n)).sum();
    if (needed > there) {
      // The convoys need more days of the pool than it has.
      conflict(rule, -1);
    }
  }

  private void check(Model.Spoke spoke, int firstDeparture) {
    var site = spoke.site;
    var code = site.code();
    boolean mustDrive = mustMove(spoke, false);
    int travellers = spoke.people + spoke.rear;
    boolean mustLeave = mustDrive || travellers > 0;
    boolean flies = airSeats(spoke) >= travellers;
    boolean needsRoad = mustDrive || mustLeave && !flies;
    if (!needsRoad) {
      return;
    }
    if (!spoke.hasRoad()) {
      // No road leads to the hub.
      conflict(Rule.ALL_MOVED_ONCE, spoke.index);
      return;
    }
    if (firstDeparture >= model.days && spoke.allRoads) {
      // On no day can a convoy go and come back.
      conflict(Rule.RESTRICTIONS, spoke.index);
    }
    if (most(model.possibleEscorts[spoke.hub]) < problem.convoy().escorts()) {
      // The pool never has the escorts of one convoy.
      conflict(Rule.ESCORTS, spoke.index);
    }
    boolean needsTrucks = mustMove(spoke, true) || airSeats(spoke) + ownSeats(spoke) < travellers;
    if (needsTrucks && most(model.possibleTrucks[spoke.hub]) == 0) {
      // The pool never has a truck.
      conflict(Rule.TRUCKS, spoke.index);
    }
    if (mustDrive && spoke.maxLoads == 0) {
      // The yard of the hub has no room for one load.
      conflict(Rule.HUB_STORAGE, spoke.index);
    }
  }

  private static int most(int[] pool) {
    return Arrays.stream(pool).max().orElse(0);
  }

  /** Whether a spoke has loads still to go that may not stay; if asked, such as need trucks. */
  private boolean mustMove(Model.Spoke spoke, boolean byTruck) {
    var cargo = spoke.cargo;
    for (int i = 0; i < cargo.lots.length; i++) {
      boolean there = cargo.gone[i] + cargo.kept[i] < cargo.lots[i].loads();
      if (there && mustMove(cargo.lots[i]) && !(byTruck && cargo.lots[i].selfDeploying())) {
        return true;
      }
    }
    return false;
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
          seats += (long) c.there()[d] * c.seats() * c.sorties();
        }
      }
    }
    return seats;
  }

  /** People who can ride on the vehicles of a spoke that drive themselves. */
  private long ownSeats(Model.Spoke spoke) {
    int own =
        spoke.cargo.loads() - spoke.cargo.truckloads[spoke.cargo.loads()] + spoke.cargo.keptLoads;
    return (long) own * problem.convoy().seatsPerVehicle();
  }
}
