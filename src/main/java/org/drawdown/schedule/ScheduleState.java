package org.drawdown.schedule;

/** The life of a schedule. */
public enum ScheduleState {
  /** It waits for a free planner. */
  QUEUED,
  /** A planner works on it. */
  SOLVING,
  /** It has a plan that the verifier passed. */
  READY,
  /** A planner wants it in force. */
  SUBMITTED,
  /** Somebody else has agreed. */
  APPROVED,
  /** It is in force. */
  ACTIVE,
  /** It was in force, and another is. */
  SUPERSEDED,
  /** An approver has declined it. */
  REJECTED,
  /** A planner has taken it back. */
  WITHDRAWN,
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
    return isValid() || this == UNRESOLVED;
  }

  /** Whether it has a plan that breaks no rule, whatever became of it. */
  public boolean isValid() {
    return switch (this) {
      case READY, SUBMITTED, APPROVED, ACTIVE, SUPERSEDED, REJECTED, WITHDRAWN -> true;
      default -> false;
    };
  }

  /** Whether it stays for good: it is in force, or was. */
  public boolean isOfRecord() {
    return this == ACTIVE || this == SUPERSEDED;
  }

  /** Whether a planner works on it, or will. */
  public boolean isUnderWay() {
    return this == QUEUED || this == SOLVING;
  }
}
