package org.drawdown.engine.decoder;

import java.util.Arrays;
import org.drawdown.engine.Problem;
import org.drawdown.engine.core.Timeline;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/** Trucks, escorts, slots on legs, aircraft and airfields that are left while a plan is built. */
final class Resources {

  private final Model model;
  private final Problem problem;
  private final int days;
  private final int escortsEach;
  private final Past past;

  /** By hub; null where a site has no pool. */
  private final Timeline[] trucks;

  private final Timeline[] escorts;
  private final Timeline[] heldTrucks;
  private final Timeline[] heldEscorts;

  /** For each air service its last day as far as bases are closed by now. */
  private final int[] serviceEnds;

  private final int[] heldServiceEnds;
  private final int[] slotsUsed;
  private final int[] aircraftUsed;
  private final int[] fieldUsed;
  private final UndoLog slots;
  private final UndoLog aircraft;
  private final UndoLog fields;

  Resources(Model model, Past past) {
    this.model = model;
    this.problem = model.problem;
    this.days = model.days;
    this.escortsEach = problem.convoy().escorts();
    this.past = past;
    this.trucks = timelines(past.trucks);
    this.escorts = timelines(past.escorts);
    this.heldTrucks = timelines(past.trucks);
    this.heldEscorts = timelines(past.escorts);
    this.serviceEnds = new int[problem.airServices().size()];
    this.heldServiceEnds = new int[serviceEnds.length];
    startServices();
    this.slotsUsed = past.slots.clone();
    this.aircraftUsed = flat(past.aircraft);
    this.fieldUsed = flat(past.fields);
    this.slots = new UndoLog(slotsUsed);
    this.aircraft = new UndoLog(aircraftUsed);
    this.fields = new UndoLog(fieldUsed);
  }

  private Timeline[] timelines(int[][] pool) {
    var timelines = new Timeline[pool.length];
    for (int s = 0; s < pool.length; s++) {
      timelines[s] = problem.sites().get(s).isHub() ? new Timeline(pool[s]) : null;
    }
    return timelines;
  }

  private void startServices() {
    for (int i = 0; i < serviceEnds.length; i++) {
      var service = problem.airServices().get(i);
      int last = problem.aircraft().get(service.type()).lastDay();
      serviceEnds[i] = Math.min(service.until(), last);
    }
  }

  /** Air services from or to a site end with its closing. */
  void endServices(int site, int closedOn) {
    for (int i = 0; i < serviceEnds.length; i++) {
      var service = problem.airServices().get(i);
      if (service.from() == site || service.to() == site) {
        serviceEnds[i] = Math.min(serviceEnds[i], closedOn);
      }
    }
  }

  private static int[] flat(int[][] rows) {
    return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
  }

  /** Back to what the fixed movements alone take. */
  void clear() {
    for (int s = 0; s < trucks.length; s++) {
      if (trucks[s] != null) {
        trucks[s].reset(past.trucks[s]);
        escorts[s].reset(past.escorts[s]);
      }
    }
    startServices();
    slots.clear();
    aircraft.clear();
    fields.clear();
  }

  /** From here on {@link #reset} leads back to what is taken now. */
  void hold() {
    copy(trucks, heldTrucks);
    copy(escorts, heldEscorts);
    System.arraycopy(serviceEnds, 0, heldServiceEnds, 0, serviceEnds.length);
    slots.hold();
    aircraft.hold();
    fields.hold();
  }

  void reset() {
    copy(heldTrucks, trucks);
    copy(heldEscorts, escorts);
    System.arraycopy(heldServiceEnds, 0, serviceEnds, 0, serviceEnds.length);
    slots.reset();
    aircraft.reset();
    fields.reset();
  }

  private static void copy(Timeline[] from, Timeline[] to) {
    for (int s = 0; s < from.length; s++) {
      if (from[s] != null) {
        to[s].copyFrom(from[s]);
      }
    }
  }

  /** The first dispatch, not before a day, that departs late enough and breaks no rule; or -1. */
  int first(
      Model.Path path,
      int notBefore,
      int earliestDeparture,
      int needed,
      int at,
      HubFlow hub,
      int loads) {
    var trucksHere = trucks[at];
    var escortsHere = escorts[at];
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
      int conflict = escortsHere.lastShortage(p, arrives, escortsEach);
      int before = conflict < 0 ? p : conflict + 1;
      conflict = Math.max(conflict, trucksHere.lastShortage(before, arrives, needed));
      if (conflict >= 0) {
        p = conflict + 1;
      } else if (slotsFree(path.slots[p], path.later[p]) && hub.holds(arrives, loads)) {
        return p;
      } else {
        p++;
      }
    }
    return -1;
  }

  private boolean slotsFree(int[] taken, int later) {
    int others = 0;
    for (int i = 0; i < taken.length; i++) {
      others = i > 0 && taken[i - 1] == taken[i] ? others + 1 : 0;
      if (slotsUsed[taken[i] + later] + others >= model.slotLimit[taken[i] / days]) {
        return false;
      }
    }
    return true;
  }

  /** A convoy takes its trucks, escorts and slots. */
  void take(Model.Path path, int p, int needed, int at) {
    trucks[at].take(p, path.arrives[p], needed);
    escorts[at].take(p, path.arrives[p], escortsEach);
    for (int slot : path.slots[p]) {
      slots.add(slot + path.later[p], 1);
    }
  }

  /** The first day, from one on, on which a drive from hub to hub finds its roads open; or -1. */
  int firstDrive(Model.Way way, int notBefore) {
    for (int p = notBefore; p < days; p++) {
      if (way.arrives[p] >= 0 && slotsFree(way.slots[p], 0)) {
        return p;
      }
    }
    return -1;
  }

  /** Trucks that a hub can do without from a day on. */
  int trucksToSpare(int hub, int day) {
    return trucks[hub].least(day);
  }

  /** Escorts that a hub can do without from a day on. */
  int escortsToSpare(int hub, int day) {
    return escorts[hub].least(day);
  }

  /** Trucks and escorts change their hub. */
  void reposition(Model.Link link, Model.Way way, int p, int ofTrucks, int ofEscorts) {
    trucks[link.from()].take(p, days - 1, ofTrucks);
    escorts[link.from()].take(p, days - 1, ofEscorts);
    trucks[link.to()].take(way.arrives[p] + 1, days - 1, -ofTrucks);
    escorts[link.to()].take(way.arrives[p] + 1, days - 1, -ofEscorts);
    for (int slot : way.slots[p]) {
      slots.add(slot, 1);
    }
  }

  /** Sorties that the airfields of a spoke and of its hub have left on a day. */
  int sortiesLeft(Model.Spoke spoke, int day) {
    return Math.min(
        spoke.site.airfield().sortiesPerDay() - fieldUsed[spoke.index * days + day],
        problem.sites().get(spoke.hub).airfield().sortiesPerDay()
            - fieldUsed[spoke.hub * days + day]);
  }

  int aircraftLeft(int type, int day) {
    int there = problem.aircraft().get(type).available()[day];
    for (int i = 0; i < serviceEnds.length; i++) {
      var service = problem.airServices().get(i);
      if (service.type() == type && day <= serviceEnds[i]) {
        there -= service.aircraft();
      }
    }
    return there - aircraftUsed[type * days + day];
  }

  /** A flight takes its aircraft, and its sorties at both ends. */
  void fly(Model.Spoke spoke, int day, int type, int count, int sorties) {
    aircraft.add(type * days + day, count);
    fields.add(spoke.index * days + day, sorties);
    fields.add(spoke.hub * days + day, sorties);
  }
}
