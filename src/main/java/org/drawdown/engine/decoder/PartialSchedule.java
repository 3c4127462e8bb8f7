package org.drawdown.engine.decoder;

import java.util.Arrays;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Past;

/** How far a plan is built: what has been placed and closed, and what it costs by now. */
final class PartialSchedule {

  /** For each site the last day on which a movement passes through or arrives. */
  final int[] lastPass;

  /** For each site how many others it waits for before its handover, and until when it did. */
  final int[] blockers;

  final int[] lastBlocked;
  final boolean[] waiting;
  final boolean[] closed;

  /** Convoys, vehicles and people of each site that have their place. */
  final int[] placed;

  final int[] vehicles;
  final int[] people;

  final int[] started;
  final int[] handover;
  final int[] closedOn;
  final long[] amount = new long[Term.values().length];
  long risk;
  int unplaced;
  long daysPast;
  int flights;

  PartialSchedule(int sites) {
    lastPass = new int[sites];
    blockers = new int[sites];
    lastBlocked = new int[sites];
    waiting = new boolean[sites];
    closed = new boolean[sites];
    placed = new int[sites];
    vehicles = new int[sites];
    people = new int[sites];
    started = new int[sites];
    handover = new int[sites];
    closedOn = new int[sites];
  }

  /** Nothing but the fixed movements has its place. */
  void begin(Past past) {
    System.arraycopy(past.lastPass, 0, lastPass, 0, lastPass.length);
    System.arraycopy(past.started, 0, started, 0, started.length);
    System.arraycopy(past.amount, 0, amount, 0, amount.length);
    Arrays.fill(blockers, 0);
    Arrays.fill(lastBlocked, -1);
    Arrays.fill(waiting, false);
    Arrays.fill(closed, false);
    Arrays.fill(placed, 0);
    Arrays.fill(vehicles, 0);
    Arrays.fill(people, 0);
    risk = past.risk;
    unplaced = 0;
    daysPast = 0;
    flights = 0;
  }

  void copyFrom(PartialSchedule other) {
    int n = lastPass.length;
    System.arraycopy(other.lastPass, 0, lastPass, 0, n);
    System.arraycopy(other.blockers, 0, blockers, 0, n);
    System.arraycopy(other.lastBlocked, 0, lastBlocked, 0, n);
    System.arraycopy(other.waiting, 0, waiting, 0, n);
    System.arraycopy(other.closed, 0, closed, 0, n);
    System.arraycopy(other.placed, 0, placed, 0, n);
    System.arraycopy(other.vehicles, 0, vehicles, 0, n);
    System.arraycopy(other.people, 0, people, 0, n);
    System.arraycopy(other.started, 0, started, 0, n);
    System.arraycopy(other.handover, 0, handover, 0, n);
    System.arraycopy(other.closedOn, 0, closedOn, 0, n);
    System.arraycopy(other.amount, 0, amount, 0, amount.length);
    risk = other.risk;
    unplaced = other.unplaced;
    daysPast = other.daysPast;
    flights = other.flights;
  }
}
