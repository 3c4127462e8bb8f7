package org.drawdown.engine.search;

import java.util.Arrays;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.core.Timeline;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/**
 * A serial schedule generation scheme (Kolisch 1996): takes the convoys in the order of the keys
 * and puts each on the first day on which every rule holds. What it builds is therefore always
 * valid, or it says what it could not place. One decoder serves one thread.
 */
final class Decoder {

  /** More than any objective: added for each thing that could not be placed by the horizon. */
  static final long UNPLACED = 1L << 50;

  private static final int CHANGE = Term.CHANGE.ordinal();
  private static final int LONGEST_PEOPLE_LATE = 30;

  private final Model model;
  private final Problem problem;
  private final int days;
  private final int sites;
  private final int escortsEach;
  private final int largestPool;
  private final long[] weight = new long[Term.values().length];

  private final Timeline trucksLeft;
  private final Timeline escortsLeft;
  private final int[] slotsUsed;
  private final int[][] aircraftUsed;
  private final int[][] fieldUsed;
  private final int[][] loadsArriving;
  private final int[][] peopleArriving;
  private final int[][] yard;
  private final boolean[] yardBinds;

  private final Past past;
  private final Changes[] changes;

  /** The yards as the fixed movements alone fill them, by hub. */
  private final int[][] pastYard;

  /** What to take back before the next plan is built. */
  private final UndoLog slotLog = new UndoLog();

  private final UndoLog aircraftLog = new UndoLog();
  private final UndoLog fieldLog = new UndoLog();

  private final int[] lastPass;
  private final int[] blockers;
  private final int[] lastBlocked;
  private final boolean[] waiting;
  private final boolean[] closed;
  private final long[][] convoysPass;
  private final long[][] endPasses;
  private final int[] placed;
  private final int[] vehiclesPlaced;
  private final int[] peoplePlaced;

  /** The plan as built: for each site and convoy its dispatch and people, its handover, its end. */
  final int[][] dispatched;

  final int[][] riders;
  final int[][] finalDispatched;
  final int[] started;
  final int[] handover;
  final int[] closedOn;
  final Flights flights = new Flights();
  final long[] amount = new long[Term.values().length];
  private long riskTotal;
  private int unplaced;

  /** First site that could not be placed, or -1. */
  int stuck;

  Decoder(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.days = model.days;
    this.sites = model.sites;
    this.escortsEach = problem.convoy().escorts();
    this.largestPool = problem.largestTruckPool();
    for (var term : Term.values()) {
      weight[term.ordinal()] = problem.weight(term);
    }
    past = new Past(model);
    changes = new Changes[sites];
    pastYard = new int[sites][];
    trucksLeft = new Timeline(past.trucks);
    escortsLeft = new Timeline(past.escorts);
    slotsUsed = past.slots.clone();
    aircraftUsed = past.aircraft;
    fieldUsed = past.fields;
    loadsArriving = new int[sites][];
    peopleArriving = new int[sites][];
    yard = new int[sites][];
    yardBinds = new boolean[sites];
    lastPass = new int[sites];
    blockers = new int[sites];
    lastBlocked = new int[sites];
    waiting = new boolean[sites];
    closed = new boolean[sites];
    convoysPass = new long[sites][(sites + 63) / 64];
    endPasses = new long[sites][(sites + 63) / 64];
    placed = new int[sites];
    vehiclesPlaced = new int[sites];
    peoplePlaced = new int[sites];
    dispatched = new int[sites][0];
    riders = new int[sites][0];
    finalDispatched = new int[sites][0];
    started = new int[sites];
    handover = new int[sites];
    closedOn = new int[sites];
    int[] arriving = new int[sites];
    for (var spoke : model.spokes) {
      if (spoke != null) {
        arriving[spoke.hub] += spoke.site.loads();
        changes[spoke.index] = problem.history() == null ? null : new Changes(problem, spoke.index);
      }
    }
    for (int s = 0; s < sites; s++) {
      var site = problem.sites().get(s);
      if (site.isHub()) {
        loadsArriving[s] = new int[days];
        peopleArriving[s] = new int[days];
        yard[s] = new int[days];
        yardBinds[s] = arriving[s] > site.storage();
        pastYard[s] = new int[days];
        for (int d = 0; d < days; d++) {
          int before = d == 0 ? 0 : Math.max(0, pastYard[s][d - 1] - model.onward[s][d]);
          pastYard[s][d] = before + past.loadsArriving[s][d];
        }
      }
    }
  }

  /**
   * Builds the plan of these keys and returns its objective; from {@link #UNPLACED} on, the plan is
   * not complete.
   */
  long decode(Keys keys) {
    reset(keys);
    for (int i = 0; i < keys.length; i++) {
      int s = keys.order[i];
      if (placed[s] < keys.convoys[s]) {
        placeConvoy(keys, model.spokes[s]);
        if (placed[s] == keys.convoys[s]) {
          release(keys, convoysPass[s]);
        }
      } else {
        waiting[s] = true;
        closeWaiting(keys, s);
      }
    }
    for (int s = 0; s < sites; s++) {
      if (!closed[s]) {
        unplaced++;
        stuck = stuck < 0 ? s : stuck;
      }
    }
    amount[Term.CONVOY_RISK.ordinal()] = riskTotal / 100_000;
    long objective = unplaced * UNPLACED;
    for (int t = 0; t < amount.length; t++) {
      objective += amount[t] * weight[t];
    }
    return objective;
  }

  private void reset(Keys keys) {
    trucksLeft.reset(past.trucks);
    escortsLeft.reset(past.escorts);
    slotLog.undo(slotsUsed);
    aircraftLog.undo(aircraftUsed);
    fieldLog.undo(fieldUsed);
    flights.clear();
    System.arraycopy(past.lastPass, 0, lastPass, 0, sites);
    Arrays.fill(blockers, 0);
    Arrays.fill(lastBlocked, -1);
    Arrays.fill(closed, false);
    System.arraycopy(past.started, 0, started, 0, sites);
    Arrays.fill(placed, 0);
    Arrays.fill(vehiclesPlaced, 0);
    Arrays.fill(peoplePlaced, 0);
    System.arraycopy(past.amount, 0, amount, 0, amount.length);
    riskTotal = past.risk;
    unplaced = 0;
    stuck = -1;
    for (int s = 0; s < sites; s++) {
      var site = problem.sites().get(s);
      waiting[s] = site.isHub();
      Arrays.fill(convoysPass[s], 0);
      Arrays.fill(endPasses[s], 0);
      if (site.isHub()) {
        System.arraycopy(past.loadsArriving[s], 0, loadsArriving[s], 0, days);
        System.arraycopy(past.peopleArriving[s], 0, peopleArriving[s], 0, days);
        if (yardBinds[s]) {
          System.arraycopy(pastYard[s], 0, yard[s], 0, days);
        }
      } else if (dispatched[s].length < keys.convoys[s]) {
        dispatched[s] = new int[keys.convoys[s] + 4];
        riders[s] = new int[keys.convoys[s] + 4];
      }
    }
    countBlockers(keys);
  }

  /**
   * A base waits with its handover for the convoys that pass through it, and for the closing of
   * those whose final movement does, that end at it, or that are its outposts.
   */
  private void countBlockers(Keys keys) {
    for (int s = 0; s < sites; s++) {
      var spoke = model.spokes[s];
      int parent = problem.sites().get(s).parent();
      if (parent >= 0) {
        mark(endPasses[s], s, parent);
      }
      if (spoke == null) {
        continue;
      }
      mark(endPasses[s], s, spoke.hub);
      if (spoke.hasRoad()) {
        for (int i = 0; i < keys.convoys[s]; i++) {
          markAll(convoysPass[s], s, spoke.paths[keys.path[s][i]].transit);
        }
        if (spoke.rear > 0 && !keys.finalByAir[s]) {
          markAll(endPasses[s], s, spoke.paths[keys.finalPath[s]].transit);
        }
      }
    }
    for (int s = 0; s < sites; s++) {
      block(convoysPass[s]);
      block(endPasses[s]);
    }
    for (int s = 0; s < sites; s++) {
      if (waiting[s]) {
        closeWaiting(keys, s);
      }
    }
  }

  private void mark(long[] set, int site, int passed) {
    if (site != passed) {
      set[passed >> 6] |= 1L << passed;
    }
  }

  private void markAll(long[] set, int site, int[] passed) {
    for (int p : passed) {
      mark(set, site, p);
    }
  }

  private void block(long[] set) {
    for (int word = 0; word < set.length; word++) {
      for (long bits = set[word]; bits != 0; bits &= bits - 1) {
        blockers[word * 64 + Long.numberOfTrailingZeros(bits)]++;
      }
    }
  }

  private void release(Keys keys, long[] set) {
    for (int word = 0; word < set.length; word++) {
      for (long bits = set[word]; bits != 0; bits &= bits - 1) {
        int t = word * 64 + Long.numberOfTrailingZeros(bits);
        if (--blockers[t] == 0 && waiting[t]) {
          closeWaiting(keys, t);
        }
      }
    }
  }

  /** The sites that the last keys could not close, because each waits for another. */
  boolean[] waiting() {
    boolean[] open = new boolean[sites];
    for (int s = 0; s < sites; s++) {
      open[s] = !closed[s];
    }
    return open;
  }

  /** Vehicles that leave a spoke before its final movement, empty trucks for people included. */
  int vehicles(Keys keys, Model.Spoke spoke) {
    int loads = loads(keys, spoke);
    return keys.byTruck[spoke.index] ? Math.max(loads, seatsNeeded(spoke)) : loads;
  }

  private int seatsNeeded(Model.Spoke spoke) {
    int seats = problem.convoy().seatsPerVehicle();
    return (spoke.people + seats - 1) / seats;
  }

  /** Loads that leave a spoke before its final movement. */
  int loads(Keys keys, Model.Spoke spoke) {
    return Math.max(0, cargo(keys, spoke).loads() - keys.left[spoke.index]);
  }

  /** The order of leaving that goes with the way in which the rear party leaves. */
  Model.Cargo cargo(Keys keys, Model.Spoke spoke) {
    return keys.finalByAir[spoke.index] ? spoke.byAir : spoke.byRoad;
  }

  private void placeConvoy(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    int k = placed[s]++;
    var cargo = cargo(keys, spoke);
    int total = vehicles(keys, spoke);
    int loads = loads(keys, spoke);
    int before = vehiclesPlaced[s];
    int size = keys.size[s][k];
    int after = Math.min(total, before + size);
    vehiclesPlaced[s] = after;
    int from = Math.min(before, loads);
    int to = Math.min(after, loads);
    int trucks = cargo.truckloads[to] - cargo.truckloads[from] + (after - before) - (to - from);
    dispatched[s][k] = -1;
    int share = share(spoke, total, before, after);
    riders[s][k] = share;
    peoplePlaced[s] += share;
    if (!spoke.hasRoad() || after - before > spoke.maxVehicles || to - from > spoke.maxLoads) {
      fail(s);
      return;
    }
    var path = spoke.paths[keys.path[s][k]];
    int packed = spoke.packedOn[to];
    int earliest =
        Math.max(packed, k > 0 && dispatched[s][k - 1] >= 0 ? previousDeparture(keys, s, k) : 0);
    int p = place(path, keys.notBefore[s][k], earliest, trucks, spoke.hub, to - from);
    if (p < 0) {
      fail(s);
      return;
    }
    dispatched[s][k] = p;
    started[s] = Math.min(started[s], p);
    book(path, p, trucks, spoke.hub, to - from, share);
    int departs = path.departs[p];
    int due = due(spoke);
    amount[Term.LOADS_LATE.ordinal()] +=
        (long) (cargo.weight[to] - cargo.weight[from])
            * Math.max(0, Math.min(Model.LONGEST_LOADS_LATE, departs - due));
    account(spoke, path, p, trucks, after - before, share);
    if (changes[s] != null) {
      amount[CHANGE] += changes[s].convoy(Kind.CONVOY, k, p, path, after - before);
    }
  }

  private int previousDeparture(Keys keys, int s, int k) {
    return model.spokes[s].paths[keys.path[s][k - 1]].departs[dispatched[s][k - 1]];
  }

  /** People ride in proportion to the vehicles, rounded to nearest, at most the seats. */
  private int share(Model.Spoke spoke, int total, int before, int after) {
    long people = spoke.people - peoplePlaced[spoke.index];
    long seats = (long) (after - before) * problem.convoy().seatsPerVehicle();
    if (after == total) {
      return (int) Math.min(people, seats);
    }
    long vehicles = total - before;
    return (int) Math.min(seats, (2 * people * (after - before) + vehicles) / (2 * vehicles));
  }

  private int due(Model.Spoke spoke) {
    int phaseEnd = spoke.site.phaseEnd();
    return phaseEnd < 0 ? problem.deadline() : Math.min(phaseEnd, problem.deadline());
  }

  private void account(
      Model.Spoke spoke, Model.Path path, int p, int trucks, int vehicles, int people) {
    amount[Term.COST.ordinal()] += 10L * trucks * (path.arrives[p] - p + 1);
    amount[Term.EXPOSURE.ordinal()] +=
        (long) people * (spoke.site.threat() * (path.departs[p] + 1L) + path.exposure[p]);
    riskTotal += vehicles * path.risk;
  }

  private void fail(int site) {
    unplaced++;
    stuck = stuck < 0 ? site : stuck;
  }

  /** The first dispatch, not before a day, that departs late enough and breaks no rule; or -1. */
  private int place(
      Model.Path path, int notBefore, int earliestDeparture, int trucks, int hub, int loads) {
    if (earliestDeparture >= days) {
      return -1;
    }
    int p = Math.max(notBefore, path.dispatchFor[earliestDeparture]);
    while (p < days) {
      int arrives = path.arrives[p];
      if (arrives < 0) {
        p++;
        continue;
      }
      int conflict = escortsLeft.lastShortage(p, arrives, escortsEach);
      int before = conflict < 0 ? p : conflict + 1;
      conflict = Math.max(conflict, trucksLeft.lastShortage(before, arrives, trucks));
      if (conflict >= 0) {
        p = conflict + 1;
      } else if (slotsFree(path.slots[p]) && yardHolds(hub, arrives, loads)) {
        return p;
      } else {
        p++;
      }
    }
    return -1;
  }

  private boolean slotsFree(int[] slots) {
    for (int i = 0; i < slots.length; i++) {
      int others = 0;
      for (int j = 0; j < i; j++) {
        others += slots[j] == slots[i] ? 1 : 0;
      }
      if (slotsUsed[slots[i]] + others >= model.slotLimit[slots[i] / days]) {
        return false;
      }
    }
    return true;
  }

  private boolean yardHolds(int hub, int day, int loads) {
    if (!yardBinds[hub] || loads == 0) {
      return true;
    }
    int room = problem.sites().get(hub).storage();
    int more = loads;
    int[] stands = yard[hub];
    int[] ships = model.onward[hub];
    int[] arriving = loadsArriving[hub];
    if (stands[day] + more > room) {
      return false;
    }
    for (int d = day + 1; d < days && more > 0; d++) {
      int now = Math.max(0, stands[d - 1] + more - ships[d]) + arriving[d];
      if (now > room) {
        return false;
      }
      more = now - stands[d];
    }
    return true;
  }

  private void book(Model.Path path, int p, int trucks, int hub, int loads, int people) {
    int arrives = path.arrives[p];
    trucksLeft.take(p, arrives, trucks);
    escortsLeft.take(p, arrives, escortsEach);
    for (int slot : path.slots[p]) {
      slotsUsed[slot]++;
      slotLog.add(slot, 1);
    }
    for (int t : path.transit) {
      lastPass[t] = Math.max(lastPass[t], arrives);
    }
    lastPass[hub] = Math.max(lastPass[hub], arrives);
    loadsArriving[hub][arrives] += loads;
    peopleArriving[hub][arrives] += people;
    if (yardBinds[hub] && loads > 0) {
      int[] stands = yard[hub];
      int more = loads;
      stands[arrives] += more;
      for (int d = arrives + 1; d < days && more > 0; d++) {
        int now = Math.max(0, stands[d - 1] - model.onward[hub][d]) + loadsArriving[hub][d];
        more = now - stands[d];
        stands[d] = now;
      }
    }
  }

  /** Closes a site that waits for nobody any more, then those that waited only for it. */
  private void closeWaiting(Keys keys, int s) {
    if (blockers[s] > 0 || closed[s]) {
      return;
    }
    closed[s] = true;
    boolean done = model.spokes[s] == null ? closeHub(s) : closeSpoke(keys, model.spokes[s]);
    if (!done) {
      fail(s);
      handover[s] = days - 1;
      closedOn[s] = days - 1;
    }
    settle(s);
    int parent = problem.sites().get(s).parent();
    if (parent >= 0) {
      lastBlocked[parent] = Math.max(lastBlocked[parent], closedOn[s]);
    }
    release(keys, endPasses[s]);
  }

  /** The terms that a closing brings. */
  private void settle(int s) {
    var site = problem.sites().get(s);
    amount[Term.COST.ordinal()] += 50L * (closedOn[s] + 1);
    amount[Term.EXPOSURE.ordinal()] +=
        (long) site.threat() * model.nationalStaff[s] * (handover[s] + 1L);
    if (site.phaseEnd() >= 0) {
      amount[Term.PHASE_LATE.ordinal()] += Math.max(0, closedOn[s] - site.phaseEnd());
    }
    if (!site.liquidation()) {
      int completion = Term.COMPLETION.ordinal();
      amount[completion] = Math.max(amount[completion], closedOn[s]);
    }
  }

  private boolean closeSpoke(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    for (int k = 0; k < placed[s]; k++) {
      if (dispatched[s][k] < 0) {
        return false;
      }
    }
    int lastLeft = past.lastLeft[s];
    if (placed[s] > 0) {
      lastLeft = Math.max(lastLeft, previousDeparture(keys, s, placed[s]));
    }
    leaveBehind(keys, spoke);
    int lastFlight = fly(spoke, spoke.people - peoplePlaced[s], 0, false);
    if (lastFlight == Problem.UNLIMITED || vehiclesPlaced[s] < vehicles(keys, spoke)) {
      return false;
    }
    lastLeft = Math.max(lastLeft, lastFlight);
    handover[s] = Math.max(lastLeft, Math.max(lastPass[s], lastBlocked[s])) + 1;
    int signed = handover[s] + spoke.site.handoverDays();
    int end = spoke.rear == 0 ? signed - 1 : withdrawRear(keys, spoke, signed);
    if (spoke.rear == 0 && past.lastFinal[s] >= 0) {
      end = past.lastFinal[s];
    }
    if (end < 0 || end >= days || past.firstFinal[s] < signed || !keepsHandover(s)) {
      return false;
    }
    end = Math.max(end, past.lastFinal[s]);
    if (changes[s] != null) {
      countChanges(keys, spoke);
    }
    closedOn[s] = end;
    if (problem.hardDeadline() && end > problem.deadline()) {
      unplaced++;
    }
    return true;
  }

  /** Whether a handover that had begun when it was replanned begins on the same day. */
  private boolean keepsHandover(int s) {
    int begun = problem.history() == null ? -1 : problem.history().handovers().get(s);
    return begun < 0 || begun == handover[s];
  }

  /** Final movements and flights against the plan before, and what of it is dropped. */
  private void countChanges(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    int[] flown = new int[2];
    for (int f = 0; f < flights.count; f++) {
      if (flights.site[f] == s) {
        var kind = flights.rear[f] ? Kind.FINAL_AIRLIFT : Kind.AIRLIFT;
        var type = problem.aircraft().get(flights.type[f]).type();
        amount[CHANGE] +=
            changes[s].flight(
                kind,
                flown[flights.rear[f] ? 1 : 0]++,
                flights.day[f],
                type,
                flights.aircraft[f],
                flights.sorties[f]);
      }
    }
    int columns = 0;
    if (spoke.rear > 0 && !keys.finalByAir[s]) {
      int most = finalColumn(spoke);
      columns = (spoke.rearVehicles + most - 1) / most;
      for (int c = 0; c < columns; c++) {
        int vehicles = Math.min(most, spoke.rearVehicles - c * most);
        amount[CHANGE] +=
            changes[s].convoy(
                Kind.FINAL_CONVOY,
                c,
                finalDispatched[s][c],
                spoke.paths[keys.finalPath[s]],
                vehicles);
      }
    }
    amount[CHANGE] +=
        changes[s].dropped(Kind.CONVOY, placed[s])
            + changes[s].dropped(Kind.FINAL_CONVOY, columns)
            + changes[s].dropped(Kind.AIRLIFT, flown[0])
            + changes[s].dropped(Kind.FINAL_AIRLIFT, flown[1]);
  }

  private void leaveBehind(Keys keys, Model.Spoke spoke) {
    if (keys.left[spoke.index] == 0) {
      return;
    }
    var cargo = cargo(keys, spoke);
    for (int i = loads(keys, spoke); i < cargo.loads(); i++) {
      var lot = cargo.lots[cargo.lotOf[i]];
      amount[Term.WRITE_OFF.ordinal()] += (6L - lot.priority()) * (lot.contingentOwned() ? 2 : 1);
    }
  }

  /** The day on which the last of the rear party has left, or -1. */
  private int withdrawRear(Keys keys, Model.Spoke spoke, int signed) {
    int s = spoke.index;
    if (keys.finalByAir[s]) {
      int last = fly(spoke, spoke.rear, Math.max(signed, keys.finalNotBefore[s]), true);
      return last == Problem.UNLIMITED ? -1 : last;
    }
    if (!spoke.hasRoad()) {
      return -1;
    }
    var path = spoke.paths[keys.finalPath[s]];
    var cargo = spoke.byRoad;
    int most = finalColumn(spoke);
    int columns = (spoke.rearVehicles + most - 1) / most;
    if (finalDispatched[s].length < columns) {
      finalDispatched[s] = new int[columns];
    }
    int end = -1;
    int due = due(spoke);
    for (int c = 0; c < columns; c++) {
      int from = c * most;
      int vehicles = Math.min(most, spoke.rearVehicles - from);
      int own = Math.max(0, Math.min(cargo.keptLoads, from + vehicles) - from);
      int people = finalRiders(spoke, c, columns, most);
      int p = place(path, keys.finalNotBefore[s], signed, vehicles - own, spoke.hub, own);
      finalDispatched[s][c] = p;
      if (p < 0) {
        return -1;
      }
      started[s] = Math.min(started[s], p);
      book(path, p, vehicles - own, spoke.hub, own, people);
      int departs = path.departs[p];
      int late = Math.max(0, Math.min(Model.LONGEST_LOADS_LATE, departs - due));
      amount[Term.LOADS_LATE.ordinal()] += (long) keptWeight(cargo, from, own) * late;
      account(spoke, path, p, vehicles - own, vehicles, people);
      end = Math.max(end, departs);
    }
    return end;
  }

  /** Of 6 less priority, what the kept vehicles from one position on add up to. */
  static int keptWeight(Model.Cargo cargo, int from, int count) {
    int sum = 0;
    int at = 0;
    for (int lot = 0; lot < cargo.kept.length; lot++) {
      int here = Math.max(0, Math.min(at + cargo.kept[lot], from + count) - Math.max(at, from));
      sum += here * (6 - cargo.lots[lot].priority());
      at += cargo.kept[lot];
    }
    return sum;
  }

  /** People in one of several final columns: the seats of its vehicles, the last what is left. */
  int finalRiders(Model.Spoke spoke, int column, int columns, int most) {
    int seats = most * problem.convoy().seatsPerVehicle();
    return column < columns - 1 ? seats : spoke.rear - seats * (columns - 1);
  }

  /** Vehicles in each final column but the last: no more than the pool has trucks for. */
  int finalColumn(Model.Spoke spoke) {
    int most = spoke.maxVehicles;
    if (spoke.byRoad.keptLoads > 0) {
      most = Math.min(most, spoke.maxLoads);
    }
    if (spoke.byRoad.keptLoads < spoke.rearVehicles) {
      most = Math.min(most, largestPool);
    }
    return Math.max(1, most);
  }

  /**
   * Flies people in lots from a day on, each lot on the first day on which an aircraft can. Returns
   * the last day flown, -1 if nobody had to, or {@link Problem#UNLIMITED} if not all could.
   */
  private int fly(Model.Spoke spoke, int people, int from, boolean rear) {
    int last = -1;
    int left = people;
    int lotSize = problem.air().lotSize();
    while (left > 0) {
      int day = flyLot(spoke, Math.min(left, lotSize), from, rear);
      if (day < 0) {
        return Problem.UNLIMITED;
      }
      left -= flights.people[flights.count - 1];
      last = Math.max(last, day);
    }
    return last;
  }

  private int flyLot(Model.Spoke spoke, int lot, int from, boolean rear) {
    int s = spoke.index;
    for (int attempt = lot; attempt > 0; attempt /= 2) {
      for (int d = Math.max(from, problem.firstDay()); d < days; d++) {
        if (spoke.airBarred[d]) {
          continue;
        }
        int slots =
            Math.min(
                spoke.site.airfield().sortiesPerDay() - fieldUsed[s][d],
                problem.sites().get(spoke.hub).airfield().sortiesPerDay()
                    - fieldUsed[spoke.hub][d]);
        for (var c : spoke.carriers) {
          int count = (attempt + c.seats() * c.sorties() - 1) / (c.seats() * c.sorties());
          int free = problem.aircraft().get(c.type()).available()[d] - aircraftUsed[c.type()][d];
          if (count <= free && count * c.sorties() <= slots) {
            bookFlight(spoke, d, c, count, attempt, rear);
            return d;
          }
        }
      }
    }
    return -1;
  }

  private void bookFlight(
      Model.Spoke spoke, int day, Model.Carrier c, int count, int people, boolean rear) {
    int s = spoke.index;
    int sorties = count * c.sorties();
    started[s] = Math.min(started[s], day);
    aircraftUsed[c.type()][day] += count;
    aircraftLog.add(c.type() * days + day, count);
    fieldUsed[s][day] += sorties;
    fieldLog.add(s * days + day, sorties);
    fieldUsed[spoke.hub][day] += sorties;
    fieldLog.add(spoke.hub * days + day, sorties);
    peopleArriving[spoke.hub][day] += people;
    lastPass[spoke.hub] = Math.max(lastPass[spoke.hub], day);
    amount[Term.COST.ordinal()] += 100L * count;
    amount[Term.EXPOSURE.ordinal()] += (long) people * spoke.site.threat() * (day + 1L);
    flights.add(s, day, c.type(), count, c.sorties(), people, rear);
  }

  /** Ships the yard and the hub's own, flies people home, hands over; false past the horizon. */
  private boolean closeHub(int h) {
    var site = problem.sites().get(h);
    int[] ships = model.onward[h];
    int[] seats = model.charter[h];
    int ownLoads = model.loads[h];
    int ownPeople = model.travellers[h] - site.rearParty();
    int stands = 0;
    int waits = 0;
    int last = -1;
    int arrivals = lastPass[h];
    long exposure = 0;
    long late = 0;
    long packed = 0;
    int shipped = 0;
    int d = 0;
    while (stands > 0 || waits > 0 || shipped < ownLoads || ownPeople > 0 || d <= arrivals) {
      if (d >= days) {
        return false;
      }
      exposure += waits + ownPeople;
      int out = Math.min(ships[d], stands);
      int own = (int) Math.min(ships[d] - out, Math.min(ownLoads, packed) - shipped);
      stands += loadsArriving[h][d] - out;
      shipped += own;
      int flown = Math.min(seats[d], waits);
      int ownFlown = Math.min(seats[d] - flown, ownPeople);
      waits += peopleArriving[h][d] - flown;
      ownPeople -= ownFlown;
      if (out + own + flown + ownFlown > 0) {
        last = d;
        started[h] = Math.min(started[h], d);
      }
      late += (long) (flown + ownFlown) * daysLate(d);
      packed += site.packing();
      d++;
    }
    handover[h] = Math.max(last, Math.max(lastPass[h], lastBlocked[h])) + 1;
    int rear = site.rearParty();
    int signed = handover[h] + site.handoverDays();
    int end = rear == 0 ? signed - 1 : signed;
    boolean atOnce = rear > 0 && signed < days && model.charterPeak[h][signed] >= rear;
    while (rear > 0 && end < days) {
      int flown = atOnce ? (seats[end] >= rear ? rear : 0) : Math.min(seats[end], rear);
      exposure += rear;
      if (!site.liquidation()) {
        late += (long) flown * daysLate(end);
      }
      rear -= flown;
      end += rear > 0 ? 1 : 0;
    }
    if (end >= days || !keepsHandover(h)) {
      return false;
    }
    closedOn[h] = end;
    exposure += (long) site.rearParty() * signed;
    amount[Term.EXPOSURE.ordinal()] += exposure * site.threat();
    amount[Term.PEOPLE_LATE.ordinal()] += late;
    return true;
  }

  private int daysLate(int day) {
    return Math.max(0, Math.min(LONGEST_PEOPLE_LATE, day - problem.deadline()));
  }
}
