package org.drawdown.record.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.drawdown.record.fact.Report;

/** A movement as the reports have it. */
public final class Column {

  /** The states of a movement. */
  public enum State {
    PLANNED,
    DISPATCHED,
    AT_BASE,
    DEPARTED,
    HALTED,
    ARRIVED,
    CANCELLED;

    /** Whether it is on its way with what it carries. */
    public boolean isUnderWay() {
      return this == DEPARTED || this == HALTED;
    }
  }

  private final Intended intended;
  State state = State.PLANNED;
  String destination;
  LocalDate dispatched;
  LocalDate departed;
  LocalDate arrived;
  Instant since;
  Report.Place place;
  LocalDate placeDay;
  Integer vehicles;
  boolean turnedBack;
  int injured;

  /** People and loads that set out, and that arrived. */
  int peopleOut;

  int loadsOut;

  /** The last effective report, 0 where there is none. */
  long last;

  Column(Intended intended) {
    this.intended = intended;
    this.destination = intended.destination();
    this.vehicles = intended.vehicles();
  }

  public Intended intended() {
    return intended;
  }

  public State state() {
    return state;
  }

  /** Where it goes, or went: a base or an exit. */
  public String destination() {
    return destination;
  }

  /** The day on which it set out empty, or null. */
  public LocalDate dispatched() {
    return dispatched;
  }

  /** The day on which it left its base, or null. */
  public LocalDate departed() {
    return departed;
  }

  /** The day on which it arrived, or was back at its base; or null. */
  public LocalDate arrived() {
    return arrived;
  }

  /** When it left its base, or null. */
  public Instant since() {
    return since;
  }

  /** Where it was last seen, or null. */
  public Report.Place place() {
    return place;
  }

  /** The day on which it was last seen at {@link #place()}. */
  public LocalDate placeDay() {
    return placeDay;
  }

  /** Its vehicles, or null where nobody said. */
  public Integer vehicles() {
    return vehicles;
  }

  /** Whether it came back to its base. */
  public boolean turnedBack() {
    return turnedBack;
  }

  /** People injured with it. */
  public int injured() {
    return injured;
  }

  /** People with whom it set out. */
  public int peopleOut() {
    return peopleOut;
  }

  /** Loads with which it set out. */
  public int loadsOut() {
    return loadsOut;
  }
}
