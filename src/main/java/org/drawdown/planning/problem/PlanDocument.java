package org.drawdown.planning.problem;

import java.util.List;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.result.ScheduleResult.LeftBehind;
import org.drawdown.schedule.stage.StageDocument;

/** A plan as documents: what it is kept as, and what clients send to have it judged. */
public record PlanDocument(
    List<MovementDocument> movements, List<StageDocument> stages, List<LeftBehind> leftBehind) {

  public PlanDocument {
    leftBehind = leftBehind == null ? List.of() : List.copyOf(leftBehind);
  }
}
