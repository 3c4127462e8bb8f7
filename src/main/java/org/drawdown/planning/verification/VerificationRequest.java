package org.drawdown.planning.verification;

import java.time.LocalDate;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.dataset.Dataset;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Continuation;
import org.drawdown.schedule.request.Objective;
import org.drawdown.schedule.result.ScheduleResult.LeftBehind;
import org.drawdown.schedule.stage.StageDocument;

/**
 * A plan to be judged; null where the request does not say.
 *
 * @param dataset that it is a plan of; the present one if null
 */
@ContractSchema("VerificationRequest")
record VerificationRequest(
    List<MovementDocument> movements,
    List<StageDocument> stages,
    List<LeftBehind> leftBehind,
    Assumptions assumptions,
    Objective objective,
    Dataset dataset,
    String basedOn,
    LocalDate asOf,
    Integer frozenDays,
    List<String> pins) {

  /** The plan before, and the part of it that stays. */
  Continuation continuation() {
    return new Continuation(basedOn, asOf, frozenDays, pins);
  }

  /** The plan itself. */
  PlanDocument plan() {
    return new PlanDocument(movements, stages, leftBehind);
  }
}
