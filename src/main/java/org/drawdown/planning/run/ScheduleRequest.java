package org.drawdown.planning.run;

import java.time.LocalDate;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Continuation;
import org.drawdown.schedule.request.Objective;
import org.drawdown.schedule.request.Solve;

/**
 * A request to plan; null where the request does not say.
 *
 * @param basedOn the schedule to go on from, or {@code active}
 * @param asOf the day from which to replan
 * @param frozenDays days from {@code asOf} on in which what is planned stays
 * @param startFrom the schedule at whose plan the search begins, or {@code active}
 * @param plan edited by hand, to be kept as it is
 * @param pins ids of movements that stay
 */
@ContractSchema("ScheduleRequest")
record ScheduleRequest(
    String name,
    Assumptions assumptions,
    Objective objective,
    Solve solve,
    String basedOn,
    LocalDate asOf,
    Integer frozenDays,
    List<String> pins,
    String startFrom,
    PlanDocument plan) {

  /** The plan before, and the part of it that stays. */
  public Continuation continuation() {
    return new Continuation(basedOn, asOf, frozenDays, pins);
  }
}
