package org.drawdown.schedule.request;

import java.time.LocalDate;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * A request to plan; null where the request does not say.
 *
 * @param basedOn the schedule to go on from, or {@code active}
 * @param asOf the day from which to replan
 * @param frozenDays days from {@code asOf} on in which what is planned stays
 * @param pins ids of movements that stay
 */
@ContractSchema("ScheduleRequest")
public record ScheduleRequest(
    String name,
    Assumptions assumptions,
    Objective objective,
    Solve solve,
    String basedOn,
    LocalDate asOf,
    Integer frozenDays,
    List<String> pins) {

  /** The plan before, and the part of it that stays. */
  public Continuation continuation() {
    return new Continuation(basedOn, asOf, frozenDays, pins);
  }
}
