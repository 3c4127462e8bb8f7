package org.drawdown.platform;

/** The roles of users; no role includes another. */
public final class Roles {
  /** Reads. */
  public static final String VIEWER = "viewer";

  /** Writes the record. */
  public static final String REPORTER = "reporter";

  /** Writes the mission's data and plans. */
  public static final String PLANNER = "planner";

  /** Approves plans. */
  public static final String APPROVER = "approver";

  /** Replaces the dataset as a whole. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
