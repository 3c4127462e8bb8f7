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
  /** Neither a plan nor a proof was found; its best plan breaks rules that are named. */
  UNRESOLVED,
  /** It ended by a fault of the service. */
  FAILED,
  /** It was stopped before it had a plan. */
  CANCELLED;

  /** Whether it has a plan to look at, valid or not. */
  public boolean hasPlan() {
    return this == READY || this == UNRESOLVED;
  }

  /** Whether a planner works on it, or will. */
  public boolean isUnderWay() {
    return this == QUEUED || this == SOLVING;
  }
}
