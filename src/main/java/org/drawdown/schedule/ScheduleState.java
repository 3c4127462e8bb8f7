package org.drawdown.schedule;

/** The life of a schedule. */
public enum ScheduleState {
  /** Asked for; nobody works on it yet. */
  QUEUED,
  /** Somebody works on it. */
  SOLVING,
  /** It has a plan that the verifier passed. */
  READY,
  /** It is proved that there is no plan. */
  INFEASIBLE,
  /** Neither plan nor proof. */
  FAILED,
  /** Stopped before it had a plan. */
  CANCELLED;

  /** Whether somebody works on it, or will. */
  public boolean isUnderWay() {
    return this == QUEUED || this == SOLVING;
  }
}
