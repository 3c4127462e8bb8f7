package org.drawdown.engine;

/** The terms of the objective: a plan minimises the sum of amount times weight. */
public enum Term {
  /** Person-days that travellers stay in the country after the deadline, at most 30 for each. */
  PEOPLE_LATE(1000),
  /**
   * Days, at most 60, by which each load leaves its spoke after the earlier of window's end and
   * deadline, times 6 less its priority.
   */
  LOADS_LATE(100),
  /** For each load left behind 6 less its priority, twice that if contingent-owned. */
  WRITE_OFF(3000),
  /** Days by which each base closes after its window's end. */
  PHASE_LATE(5000),
  /** Days by which each base closes before its window's beginning: nobody is there yet to sign. */
  EARLY(2000),
  /** Person-days times the threat level where the day begins. */
  EXPOSURE(1),
  /** Vehicle-kilometres of the loaded drives times the legs' threat levels, in hundreds. */
  CONVOY_RISK(1),
  /**
   * Truck-days times 10, escort-days times 20, aircraft-days times 100, and days on which a base is
   * open times 50.
   */
  COST(1),
  /** Days from the start to the last closing of a base that does not stay for liquidation. */
  COMPLETION(500),
  /**
   * Days, up to the deadline, on which services are missed that end with a base and that nobody has
   * taken over; 0 in all presets but one.
   */
  SERVICE_LOSS(0),
  /** Movements moved, added or dropped against the plan that a replan is based on. */
  CHANGE(200);

  private final long balanced;

  Term(long balanced) {
    this.balanced = balanced;
  }

  /** The weight of this term in the preset BALANCED. */
  public long balanced() {
    return balanced;
  }
}
