package org.drawdown.schedule.account;

/**
 * The accounts of a schedule.
 *
 * @param <T> its rows
 */
public record AccountKind<T>(String name, Class<T> row) {

  /** What leaves each hub by day. */
  public static final AccountKind<OnwardFlow> ONWARD =
      new AccountKind<>("ONWARD", OnwardFlow.class);

  /** How each base is handed over. */
  public static final AccountKind<Handover> HANDOVERS =
      new AccountKind<>("HANDOVERS", Handover.class);

  /** Who and what is still there by day. */
  public static final AccountKind<Strength> STRENGTH =
      new AccountKind<>("STRENGTH", Strength.class);

  /** How much of what there is is used by day. */
  public static final AccountKind<Utilisation> UTILISATION =
      new AccountKind<>("UTILISATION", Utilisation.class);

  /** When the plan no longer needs something. */
  public static final AccountKind<Release> RELEASES = new AccountKind<>("RELEASES", Release.class);

  /** Why each date is what it is; one row. */
  public static final AccountKind<Explanation> EXPLANATION =
      new AccountKind<>("EXPLANATION", Explanation.class);

  /** What each hub could ship and fly by day, for those who replan. */
  public static final AccountKind<HubCapacity> CAPACITIES =
      new AccountKind<>("CAPACITIES", HubCapacity.class);
}
