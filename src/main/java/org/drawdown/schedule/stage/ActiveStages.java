package org.drawdown.schedule.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.mission.places.BaseStages;
import org.drawdown.mission.whole.MissionData.DatasetReplaced;
import org.drawdown.schedule.ScheduleRepository;

/** The schedule in force, as the mission's data and its changes see it. */
@ApplicationScoped
class ActiveStages implements BaseStages {

  private final ScheduleRepository schedules;
  private final StageRepository stages;
  private final Clock clock;

  ActiveStages(ScheduleRepository schedules, StageRepository stages, Clock clock) {
    this.clock = clock;
    this.schedules = schedules;
    this.stages = stages;
  }

  @Override
  public Set<String> basesIn(String stage, LocalDate day) {
    return schedules
        .findActive()
        .map(active -> stages.basesIn(active, Stage.valueOf(stage), day))
        .orElse(Set.of());
  }

  /** A plan of another mission is not in force. */
  void leaveForce(@Observes DatasetReplaced event) {
    schedules.deactivate(clock.instant());
  }
}
