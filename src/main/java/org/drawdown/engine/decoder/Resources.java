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

  private final Timeline trucks;
  private final Timeline escorts;
  private final Timeline heldTrucks;
  private final Timeline heldEscorts;
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
    this.trucks = new Timeline(past.trucks);
    this.escorts = new Timeline(past.escorts);
    this.heldTrucks = new Timeline(past.trucks);
    this.heldEscorts = new Timeline(past.escorts);
    this.slotsUsed = past.slots.clone();
    this.aircraftUsed = flat(past.aircraft);
    this.fieldUsed = flat(past.fields);
    this.slots = new UndoLog(slotsUsed);
    this.aircraft = new UndoLog(aircraftUsed);
    this.fields = new UndoLog(fieldUsed);
  }

  private static int[] flat(int[][] rows) {
    return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
  }

  /** Back to what the fixed movements alone take. */
  void clear() {
    trucks.reset(past.trucks);
    escorts.reset(past.escorts);
    slots.clear();
    aircraft.clear();
    fields.clear();
  }

  /** From here on {@link #reset} leads back to what is taken now. */
  void hold() {
    heldTrucks.copyFrom(trucks);
    heldEscorts.copyFrom(escorts);
    slots.hold();
    aircraft.hold();
    fields.hold();
  }

  void reset() {
    trucks.copyFrom(heldTrucks);
    escorts.copyFrom(heldEscorts);
    slots.reset();
    aircraft.reset();
    fields.reset();
  }

  /** The first dispatch, not before a day, that departs late enough and breaks no rule; or -1. */
  int first(
      Model.Path path, int notBefore, int earliestDeparture, int needed, HubFlow hub, int loads) {
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
      int conflict = escorts.lastShortage(p, arrives, escortsEach);
      int before = conflict < 0 ? p : conflict + 1;
      conflict = Math.max(conflict, trucks.lastShortage(before, arrives, needed));
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
  void take(Model.Path path, int p, int needed) {
    trucks.take(p, path.arrives[p], needed);
    escorts.take(p, path.arrives[p], escortsEach);
    for (int slot : path.slots[p]) {
      slots.add(slot + path.later[p], 1);
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
    return problem.aircraft().get(type).available()[day] - aircraftUsed[type * days + day];
  }

  /** A flight takes its aircraft, and its sorties at both ends. */
  void fly(Model.Spoke spoke, int day, int type, int count, int sorties) {
    aircraft.add(type * days + day, count);
    fields.add(spoke.index * days + day, sorties);
    fields.add(spoke.hub * days + day, sorties);
  }
}
