package org.drawdown.engine.decoder;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/**
 * A serial schedule generation scheme (Kolisch 1996): takes the convoys in the order of the keys
 * and puts each on the first day on which every rule holds. What it builds is therefore always
 * valid, or it says what it could not place. One decoder serves one thread.
 */
public final class Decoder {

  /** More than any objective: added for each thing that could not be placed by the horizon. */
  public static final long UNPLACED = 1L << 50;

  /** More than any objective: added where bases close after the last day on which they may. */
  public static final long LATE = 1L << 49;

  /** Added for each day that a base closes after that, so that a search sees the way. */
  private static final long PAST = 1L << 35;

  /** Capped so that the sum cannot overflow a long. */
  private static final long MOST_COUNTED = 8_000;

  private static final int CHANGE = Term.CHANGE.ordinal();

  private final Model model;
  private final Problem problem;
  private final int days;
  private final int sites;
  private final ConvoySizes sizes;
  private final long[] weight = new long[Term.values().length];
  private final Past past;
  private final Changes[] changes;
  private final Resources resources;
  private final HubFlow[] hubs;

  private final Waits waits;
  private final PartialSchedule now;
  private final PartialSchedule held;
  private int[] heldSites;
  private int heldFrom;

  /** The plan as built: for each site and convoy the day of its dispatch. */
  public final int[][] dispatched;

  /** For each site and convoy the people in it. */
  public final int[][] riders;

  /** For each site and final convoy the day of its dispatch. */
  public final int[][] finalDispatched;

  /** Trucks and escorts that change their hub in the plan as built. */
  public final Repositioned repositioned;

  /** The airlifts of the plan as built. */
  public final Flights flights = new Flights();

  /** A decoder for a mission, which holds nothing yet. */
  public Decoder(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.days = model.days;
    this.sites = model.sites;
    this.sizes = new ConvoySizes(model);
    for (var term : Term.values()) {
      weight[term.ordinal()] = problem.weight(term);
    }
    past = new Past(model);
    resources = new Resources(model, past);
    repositioned = new Repositioned(model);
    changes = new Changes[sites];
    hubs = new HubFlow[sites];
    waits = new Waits(model);
    now = new PartialSchedule(sites);
    held = new PartialSchedule(sites);
    dispatched = new int[sites][0];
    riders = new int[sites][0];
    finalDispatched = new int[sites][0];
    for (int s = 0; s < sites; s++) {
      if (problem.sites().get(s).isHub()) {
        hubs[s] = new HubFlow(model, s, past);
      }
      if (problem.history() != null) {
        changes[s] = new Changes(problem, s);
      }
    }
  }

  /** How many vehicles and people convoys have. */
  public ConvoySizes sizes() {
    return sizes;
  }

  /** Trucks that a hub of the last plan can do without from a day on; may be below 0. */
  public int trucksToSpare(int hub, int day) {
    return resources.trucksToSpare(hub, day);
  }

  /** Escorts that a hub of the last plan can do without from a day on; may be below 0. */
  public int escortsToSpare(int hub, int day) {
    return resources.escortsToSpare(hub, day);
  }

  /** The first day of a site's DRAWDOWN, or a later one if it has none. */
  public int started(int site) {
    return now.started[site];
  }

  /** The day on which a spoke's last movement sets out, or its handover begins if it has none. */
  public int firstFinal(Keys keys, int s) {
    if (model.spokes[s].rear > 0 && !keys.finalByAir[s]) {
      return Arrays.stream(finalDispatched[s], 0, sizes.finalConvoys(model.spokes[s]))
          .min()
          .orElseThrow();
    }
    int first = now.handover[s];
    for (int f = flights.count - 1; f >= 0; f--) {
      first = flights.site[f] == s && flights.rear[f] ? flights.day[f] : first;
    }
    return first;
  }

  /** The first day of a site's HANDOVER. */
  public int handover(int site) {
    return now.handover[site];
  }

  /** The day on which a site closes. */
  public int closedOn(int site) {
    return now.closedOn[site];
  }

  /**
   * Builds the plan of these keys and returns its objective; from {@link #LATE} on, bases of it
   * close too late, and from {@link #UNPLACED} on it is not complete.
   */
  public long decode(Keys keys) {
    begin(keys);
    for (int s = 0; s < sites; s++) {
      waits.read(keys, s);
      waits.block(s, now.blockers, 1);
    }
    closeReady(keys);
    place(keys, 0, keys.length);
    return finish();
  }

  /**
   * Builds the plan of the keys as far as it does not depend on some sites, whose places in the
   * order are all from one position on. {@link #decodeRest} goes on from there, as often as wanted,
   * with keys that differ for these sites only.
   */
  public void hold(Keys keys, int[] changing, int from) {
    begin(keys);
    for (int s = 0; s < sites; s++) {
      waits.read(keys, s);
    }
    for (int s : changing) {
      waits.readAnyRoad(s);
    }
    for (int s = 0; s < sites; s++) {
      waits.block(s, now.blockers, 1);
    }
    closeReady(keys);
    place(keys, 0, from);
    for (int s : changing) {
      waits.block(s, now.blockers, -1);
    }
    now.flights = flights.count;
    held.copyFrom(now);
    resources.hold();
    for (var hub : hubs) {
      if (hub != null) {
        hub.hold();
      }
    }
    heldSites = changing;
    heldFrom = from;
  }

  /** Builds the plan on from where it was held, and returns its objective. */
  public long decodeRest(Keys keys) {
    now.copyFrom(held);
    flights.count = now.flights;
    resources.reset();
    for (var hub : hubs) {
      if (hub != null) {
        hub.reset();
      }
    }
    for (int s : heldSites) {
      makeRoom(keys, s);
      waits.read(keys, s);
      waits.block(s, now.blockers, 1);
    }
    closeReady(keys);
    place(keys, heldFrom, keys.length);
    return finish();
  }

  private void begin(Keys keys) {
    resources.clear();
    flights.count = 0;
    now.begin(past);
    reposition(keys.repositions);
    for (int s = 0; s < sites; s++) {
      if (hubs[s] != null) {
        hubs[s].clear();
        now.waiting[s] = true;
      } else {
        makeRoom(keys, s);
      }
    }
  }

  /** Trucks and escorts change their hub, as many as are there. */
  private void reposition(Repositions wishes) {
    repositioned.send(wishes, resources);
    for (int i = 0; i < wishes.count; i++) {
      int p = repositioned.day[i];
      if (p >= 0) {
        var way = model.links.get(wishes.link[i]).ways()[wishes.way[i]];
        for (int t : way.passed) {
          now.lastPass[t] = Math.max(now.lastPass[t], way.arrives[p]);
        }
        now.amount[Term.COST.ordinal()] +=
            ObjectiveFigures.poolDays(
                repositioned.trucks[i], repositioned.escorts[i], way.arrives[p] - p + 1);
      }
    }
    for (int h = 0; problem.history() != null && h < sites; h++) {
      now.amount[CHANGE] += repositioned.changes(wishes, h, changes[h]);
    }
  }

  private void makeRoom(Keys keys, int s) {
    if (dispatched[s].length < keys.convoys[s]) {
      dispatched[s] = new int[keys.convoys[s] + 4];
      riders[s] = new int[keys.convoys[s] + 4];
    }
  }

  private void place(Keys keys, int from, int to) {
    for (int i = from; i < to; i++) {
      int s = keys.order[i];
      if (now.placed[s] < keys.convoys[s]) {
        placeConvoy(keys, model.spokes[s]);
        if (now.placed[s] == keys.convoys[s]) {
          waits.forConvoys(s, t -> release(keys, t));
        }
      } else {
        now.waiting[s] = true;
        closeWaiting(keys, s);
      }
    }
  }

  private long finish() {
    for (int s = 0; s < sites; s++) {
      now.unplaced += now.closed[s] ? 0 : 1;
    }
    now.amount[Term.CONVOY_RISK.ordinal()] = now.risk / ObjectiveFigures.METRES_OF_RISK;
    long objective =
        Math.min(MOST_COUNTED, now.unplaced) * UNPLACED
            + (now.daysPast > 0 ? LATE : 0)
            + Math.min(MOST_COUNTED, now.daysPast) * PAST;
    for (int t = 0; t < weight.length; t++) {
      objective += now.amount[t] * weight[t];
    }
    return objective;
  }

  private void closeReady(Keys keys) {
    for (int s = 0; s < sites; s++) {
      if (now.waiting[s]) {
        closeWaiting(keys, s);
      }
    }
  }

  private void release(Keys keys, int site) {
    if (--now.blockers[site] == 0 && now.waiting[site]) {
      closeWaiting(keys, site);
    }
  }

  /** The sites that the last keys could not close, because each waits for another. */
  public boolean[] waiting() {
    boolean[] open = new boolean[sites];
    for (int s = 0; s < sites; s++) {
      open[s] = !now.closed[s];
    }
    return open;
  }

  private void placeConvoy(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    int k = now.placed[s]++;
    var cargo = spoke.cargo;
    int total = sizes.vehicles(keys, spoke);
    int loads = ConvoySizes.loads(keys, spoke);
    int before = now.vehicles[s];
    int after = Math.min(total, before + keys.size[s][k]);
    now.vehicles[s] = after;
    int from = Math.min(before, loads);
    int to = Math.min(after, loads);
    int trucks = cargo.truckloads[to] - cargo.truckloads[from] + (after - before) - (to - from);
    dispatched[s][k] = -1;
    int share = sizes.share(spoke.people - now.people[s], total, before, after);
    riders[s][k] = share;
    now.people[s] += share;
    boolean tooSmall = sizes.isTooSmall(after - before, total - before);
    boolean tooLarge = after - before > spoke.maxVehicles || to - from > spoke.maxLoads;
    if (!spoke.hasRoad() || tooSmall || tooLarge) {
      now.unplaced++;
      return;
    }
    var path = spoke.paths[keys.path[s][k]];
    int packed = spoke.packedOn[to];
    int earliest = packed;
    if (k > 0 && dispatched[s][k - 1] >= 0) {
      // A last convoy below the smallest size goes on a day of its own, so that it is the last.
      int own = after - before < problem.convoy().minVehicles() ? 1 : 0;
      earliest = Math.max(packed, previousDeparture(keys, s, k) + own);
    }
    int p =
        resources.first(
            path, keys.notBefore[s][k], earliest, trucks, spoke.hub, hubs[spoke.hub], to - from);
    while (p >= 0 && fitsIntoAnother(keys, spoke, k, p, after - before, to - from)) {
      p = resources.first(path, p + 1, earliest, trucks, spoke.hub, hubs[spoke.hub], to - from);
    }
    if (p < 0) {
      now.unplaced++;
      return;
    }
    dispatched[s][k] = p;
    now.started[s] = Math.min(now.started[s], p);
    book(path, p, trucks, spoke.hub, to - from, share);
    int late =
        Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, path.departs[p] - due(spoke)));
    now.amount[Term.LOADS_LATE.ordinal()] += (long) (cargo.weight[to] - cargo.weight[from]) * late;
    account(spoke, path, p, trucks, after - before, share);
    if (changes[s] != null) {
      now.amount[CHANGE] += changes[s].convoy(Kind.CONVOY, k, p, path, after - before);
    }
  }

  /** Two convoys that could go as one on the same day and road would need an escort too many. */
  private boolean fitsIntoAnother(
      Keys keys, Model.Spoke spoke, int k, int p, int vehicles, int loads) {
    int s = spoke.index;
    for (int i = k - 1; i >= 0 && dispatched[s][i] >= 0; i--) {
      var path = spoke.paths[keys.path[s][k]];
      boolean together =
          keys.path[s][i] == keys.path[s][k] && path.departs[dispatched[s][i]] == path.departs[p];
      if (together
          && vehicles + keys.size[s][i] <= spoke.maxVehicles
          && loads + keys.size[s][i] <= spoke.maxLoads) {
        return true;
      }
    }
    return false;
  }

  private int previousDeparture(Keys keys, int s, int k) {
    return model.spokes[s].paths[keys.path[s][k - 1]].departs[dispatched[s][k - 1]];
  }

  private int due(Model.Spoke spoke) {
    return spoke.site.due(problem.deadline());
  }

  private void account(
      Model.Spoke spoke, Model.Path path, int p, int trucks, int vehicles, int people) {
    now.amount[Term.COST.ordinal()] +=
        ObjectiveFigures.poolDays(trucks, problem.convoy().escorts(), path.arrives[p] - p + 1);
    now.amount[Term.EXPOSURE.ordinal()] +=
        (long) people * (spoke.site.threat() * (path.departs[p] + 1L) + path.exposure[p]);
    now.risk += vehicles * path.risk;
  }

  private void book(Model.Path path, int p, int trucks, int hub, int loads, int people) {
    int arrives = path.arrives[p];
    resources.take(path, p, trucks, hub);
    for (int t : path.transit) {
      now.lastPass[t] = Math.max(now.lastPass[t], arrives);
    }
    now.lastPass[hub] = Math.max(now.lastPass[hub], arrives);
    hubs[hub].add(arrives, loads, people);
  }

  /** Closes a site that waits for nobody any more, then those that waited only for it. */
  private void closeWaiting(Keys keys, int s) {
    if (now.blockers[s] > 0 || now.closed[s]) {
      return;
    }
    now.closed[s] = true;
    boolean done = model.spokes[s] == null ? closeHub(s) : closeSpoke(keys, model.spokes[s]);
    if (!done) {
      now.unplaced++;
      now.handover[s] = days - 1;
      now.closedOn[s] = days - 1;
    }
    now.daysPast += Math.max(0, now.closedOn[s] - model.lastClosing(s));
    settle(s);
    resources.endServices(s, now.closedOn[s]);
    int parent = problem.sites().get(s).parent();
    if (parent >= 0) {
      now.lastBlocked[parent] = Math.max(now.lastBlocked[parent], now.closedOn[s]);
    }
    waits.forClosing(s, t -> release(keys, t));
  }

  /** The terms that a closing brings. */
  private void settle(int s) {
    var site = problem.sites().get(s);
    now.amount[Term.COST.ordinal()] += (long) ObjectiveFigures.OPEN_DAY * (now.closedOn[s] + 1);
    int separated = Math.max(0, Math.min(problem.contractsEnd() + 1, now.handover[s]));
    now.amount[Term.EXPOSURE.ordinal()] +=
        (long) site.threat() * model.nationalStaff[s] * (separated + 1L);
    now.amount[Term.PHASE_LATE.ordinal()] += site.daysLate(now.closedOn[s]);
    now.amount[Term.EARLY.ordinal()] += Math.max(0, site.windowFrom() - now.closedOn[s]);
    now.amount[Term.SERVICE_LOSS.ordinal()] += site.serviceDays(now.closedOn[s]);
    if (!site.liquidation()) {
      int completion = Term.COMPLETION.ordinal();
      now.amount[completion] = Math.max(now.amount[completion], now.closedOn[s]);
    }
  }

  private boolean closeSpoke(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    for (int k = 0; k < now.placed[s]; k++) {
      if (dispatched[s][k] < 0) {
        return false;
      }
    }
    int lastLeft = past.lastLeft[s];
    if (now.placed[s] > 0) {
      lastLeft = Math.max(lastLeft, previousDeparture(keys, s, now.placed[s]));
    }
    leaveBehind(keys, spoke);
    int lastFlight = fly(spoke, spoke.people - now.people[s], 0, false);
    if (lastFlight == Problem.UNLIMITED || now.vehicles[s] < sizes.vehicles(keys, spoke)) {
      return false;
    }
    lastLeft = Math.max(lastLeft, lastFlight);
    now.handover[s] = Math.max(lastLeft, Math.max(now.lastPass[s], now.lastBlocked[s])) + 1;
    int signed = now.handover[s] + spoke.site.handoverDays();
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
    now.closedOn[s] = end;
    return true;
  }

  /** Whether a handover that had begun when it was replanned begins on the same day. */
  private boolean keepsHandover(int s) {
    int begun = problem.history() == null ? -1 : problem.history().handovers().get(s);
    return begun < 0 || begun == now.handover[s];
  }

  /** Final movements and flights against the plan before, and what of it is dropped. */
  private void countChanges(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    int[] flown = new int[2];
    for (int f = 0; f < flights.count; f++) {
      if (flights.site[f] == s) {
        var kind = flights.rear[f] ? Kind.FINAL_AIRLIFT : Kind.AIRLIFT;
        var type = problem.aircraft().get(flights.type[f]).type();
        now.amount[CHANGE] +=
            changes[s].flight(
                kind,
                flown[flights.rear[f] ? 1 : 0]++,
                flights.day[f],
                type,
                flights.aircraft[f],
                flights.sorties[f]);
      }
    }
    int finals = 0;
    if (spoke.rear > 0 && !keys.finalByAir[s]) {
      int most = sizes.finalConvoy(spoke);
      finals = sizes.finalConvoys(spoke);
      for (int c = 0; c < finals; c++) {
        int vehicles = Math.min(most, spoke.rearVehicles - c * most);
        now.amount[CHANGE] +=
            changes[s].convoy(
                Kind.FINAL_CONVOY,
                c,
                finalDispatched[s][c],
                spoke.paths[keys.finalPath[s]],
                vehicles);
      }
    }
    now.amount[CHANGE] +=
        changes[s].dropped(Kind.CONVOY, now.placed[s])
            + changes[s].dropped(Kind.FINAL_CONVOY, finals)
            + changes[s].dropped(Kind.AIRLIFT, flown[0])
            + changes[s].dropped(Kind.FINAL_AIRLIFT, flown[1]);
  }

  private void leaveBehind(Keys keys, Model.Spoke spoke) {
    var cargo = spoke.cargo;
    int taken = spoke.rear > 0 && !keys.finalByAir[spoke.index] ? spoke.ownRear : 0;
    if (cargo.keptLoads > taken) {
      now.amount[Term.WRITE_OFF.ordinal()] += cargo.keptWriteOff(taken);
    }
    for (int i = ConvoySizes.loads(keys, spoke); i < cargo.loads(); i++) {
      now.amount[Term.WRITE_OFF.ordinal()] += ObjectiveFigures.writeOff(cargo.lots[cargo.lotOf[i]]);
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
    var cargo = spoke.cargo;
    int most = sizes.finalConvoy(spoke);
    int finals = sizes.finalConvoys(spoke);
    if (finalDispatched[s].length < finals) {
      finalDispatched[s] = new int[finals];
    }
    int end = -1;
    int due = due(spoke);
    for (int c = 0; c < finals; c++) {
      int from = c * most;
      int vehicles = Math.min(most, spoke.rearVehicles - from);
      int own = Math.max(0, Math.min(spoke.ownRear, from + vehicles) - from);
      int people = sizes.finalRiders(spoke, c);
      int p =
          resources.first(
              path,
              keys.finalNotBefore[s],
              signed,
              vehicles - own,
              spoke.hub,
              hubs[spoke.hub],
              own);
      finalDispatched[s][c] = p;
      if (p < 0) {
        return -1;
      }
      now.started[s] = Math.min(now.started[s], p);
      book(path, p, vehicles - own, spoke.hub, own, people);
      int departs = path.departs[p];
      int late = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, departs - due));
      now.amount[Term.LOADS_LATE.ordinal()] +=
          (long) ConvoySizes.keptWeight(cargo, from, own) * late;
      account(spoke, path, p, vehicles - own, vehicles, people);
      end = Math.max(end, departs);
    }
    return end;
  }

  /**
   * Flies people in lots from a day on, each lot on the first day on which an aircraft can. Returns
   * the last day flown, -1 if nobody had to, or {@link Problem#UNLIMITED} if not all could.
   */
  private int fly(Model.Spoke spoke, int people, int from, boolean rear) {
    int last = -1;
    int left = people;
    int lot = Math.min(left, problem.air().lotSize());
    int day = Math.max(from, problem.firstDay());
    while (left > 0) {
      day = flyLot(spoke, lot, day, rear);
      if (day == days && lot == 1) {
        return Problem.UNLIMITED;
      }
      boolean flown = day < days;
      left -= flown ? lot : 0;
      last = flown ? Math.max(last, day) : last;
      int next = flown ? Math.min(left, problem.air().lotSize()) : lot / 2;
      boolean goesOn = flown && (next == lot || left >= problem.air().lotSize());
      if (!goesOn) {
        // Where a lot of this size found no room it never will, so only others look anew.
        lot = next;
        day = Math.max(from, problem.firstDay());
      }
    }
    return last;
  }

  /** Flies a lot on the first day, from one on, on which it can; returns the day. */
  private int flyLot(Model.Spoke spoke, int lot, int from, boolean rear) {
    for (int d = from; d < days; d++) {
      if (spoke.airBarred[d]) {
        continue;
      }
      int slots = resources.sortiesLeft(spoke, d);
      for (var c : spoke.carriers) {
        int count = (lot + c.seats() * c.sorties() - 1) / (c.seats() * c.sorties());
        int sorties = (lot + c.seats() * count - 1) / (c.seats() * count);
        if (count * sorties <= slots && count <= resources.aircraftLeft(c.type(), d)) {
          bookFlight(spoke, d, c, count, sorties, lot, rear);
          return d;
        }
      }
    }
    return days;
  }

  private void bookFlight(
      Model.Spoke spoke,
      int day,
      Model.Carrier c,
      int count,
      int sorties,
      int people,
      boolean rear) {
    int s = spoke.index;
    now.started[s] = Math.min(now.started[s], day);
    resources.fly(spoke, day, c.type(), count, count * sorties);
    hubs[spoke.hub].add(day, 0, people);
    now.lastPass[spoke.hub] = Math.max(now.lastPass[spoke.hub], day);
    now.amount[Term.COST.ordinal()] += (long) ObjectiveFigures.AIRCRAFT_DAY * count;
    now.amount[Term.EXPOSURE.ordinal()] += (long) people * spoke.site.threat() * (day + 1L);
    flights.add(s, day, c.type(), count, sorties, people, rear);
  }

  private boolean closeHub(int h) {
    var hub = hubs[h];
    if (!hub.close(now.lastPass[h], now.lastBlocked[h])) {
      return false;
    }
    now.started[h] = Math.min(now.started[h], hub.firstFlow);
    now.handover[h] = hub.handover;
    now.closedOn[h] = hub.closedOn;
    now.amount[Term.EXPOSURE.ordinal()] += hub.personDays * problem.sites().get(h).threat();
    now.amount[Term.PEOPLE_LATE.ordinal()] += hub.late;
    return keepsHandover(h);
  }
}
