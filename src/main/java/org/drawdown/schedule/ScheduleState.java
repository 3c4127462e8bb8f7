package org.drawdown.schedule;

/** The life of a schedule. */
public enum ScheduleState {
  /** It waits for a free planner. */
  QUEUED,
  /** A planner works on it. */
  SOLVING,
  /** It has a plan that the verifier passed. */
  READY,
  /** It is proved that there is no plan. */
  INFEASIBLE,
  /** It has neither plan nor proof. */
  FAILED,
  /** It was stopped before it had a plan. */
  CANCELLED;

  /** Whether a planner works on it, or will. */
  public boolean isUnderWay() {
    return this == QUEUED || this == SOLVING;
  }
}
