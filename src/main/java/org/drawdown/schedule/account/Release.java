package org.drawdown.schedule.account;

import java.time.LocalDate;
import java.util.List;

/**
 * When the plan no longer needs something; or, of resource COVER, days on which fewer helicopters
 * stand by for a hub than the mission asks for.
 *
 * @param resource AIRCRAFT, TRUCKS, ESCORTS or COVER
 * @param hub the hub that has the trucks or escorts, or lacks the cover; null for aircraft
 * @param number how many are released; of COVER, how many are missing
 * @param releasedOn the day after the last on which the plan needs it; of COVER the day after the
 *     last on which some are missing
 * @param neededFor what for, the last first; empty where the plan does not need it at all
 * @param shortFrom of COVER, the first day on which some are missing; else null
 */
public record Release(
    String resource,
    String asset,
    String type,
    String hub,
    int number,
    LocalDate releasedOn,
    List<Need> neededFor,
    LocalDate shortFrom) {

  /**
   * What something is needed for.
   *
   * @param kind MOVEMENT, SERVICE or COVER
   * @param name the last movement, the air service, or the hub
   * @param until the last day on which it is needed for that
   */
  public record Need(String kind, String name, LocalDate until) {}
}
