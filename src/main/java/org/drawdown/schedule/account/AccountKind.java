package org.drawdown.schedule.account;

/**
 * The accounts of a schedule.
 *
 * @param <T> its rows
 */
public record AccountKind<T>(String name, Class<T> row) {

  /** Loads and people that leave each hub, by day. */
  public static final AccountKind<OnwardFlow> ONWARD =
      new AccountKind<>("ONWARD", OnwardFlow.class);

  /** How each base is handed over. */
  public static final AccountKind<Handover> HANDOVERS =
      new AccountKind<>("HANDOVERS", Handover.class);

  /** People and loads still in place, by day. */
  public static final AccountKind<Strength> STRENGTH =
      new AccountKind<>("STRENGTH", Strength.class);

  /** How much of what there is is used by day. */
  public static final AccountKind<Utilisation> UTILISATION =
      new AccountKind<>("UTILISATION", Utilisation.class);

  /** When the plan no longer needs something. */
  public static final AccountKind<Release> RELEASES = new AccountKind<>("RELEASES", Release.class);

  /** Why each date is what it is; one row. */
  public static final AccountKind<ExplanationDocument> EXPLANATION =
      new AccountKind<>("EXPLANATION", ExplanationDocument.class);

  /** When each base closes if it goes first; one row for each. */
  public static final AccountKind<EarliestClosing> EARLIEST =
      new AccountKind<>("EARLIEST", EarliestClosing.class);

  /** Loads and people that each hub could ship and fly, by day; for replans. */
  public static final AccountKind<HubCapacity> CAPACITIES =
      new AccountKind<>("CAPACITIES", HubCapacity.class);
}
