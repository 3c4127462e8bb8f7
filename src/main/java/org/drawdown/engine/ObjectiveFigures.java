package org.drawdown.engine;

/**
 * The numbers of the objective (planning model, "What a plan minimises"). The verifier keeps its
 * own, so that a slip in one shows.
 */
public final class ObjectiveFigures {

  /** Days at most for which a person counts as late. */
  public static final int LONGEST_PEOPLE_LATE = 30;

  /** Days at most for which a load counts as late. */
  public static final int LONGEST_LOADS_LATE = 60;

  /** Cost of a truck for a day. */
  public static final int TRUCK_DAY = 10;

  /** Cost of an escort for a day. */
  public static final int ESCORT_DAY = 20;

  /** Cost of an aircraft for a day. */
  public static final int AIRCRAFT_DAY = 100;

  /** Cost of a day on which a base is open. */
  public static final int OPEN_DAY = 50;

  /** Vehicle-metres times threat that make one of CONVOY_RISK: a hundred kilometres. */
  public static final int METRES_OF_RISK = 100_000;

  private static final int LOWEST_PRIORITY = 5;

  private ObjectiveFigures() {}

  /** What each load of a lot that is left behind adds to WRITE_OFF. */
  public static long writeOff(Problem.Lot lot) {
    return (long) weight(lot.priority()) * (lot.contingentOwned() ? 2 : 1);
  }

  /** The cost of trucks and escorts that are out for some days. */
  public static long poolDays(int trucks, int escorts, int days) {
    return ((long) TRUCK_DAY * trucks + (long) ESCORT_DAY * escorts) * days;
  }

  /**
   * The weight of a load by its priority.
   *
   * @param priority 1 to 5
   * @return 5 for the first priority to 1 for the last
   */
  public static int weight(int priority) {
    return LOWEST_PRIORITY + 1 - priority;
  }
}
