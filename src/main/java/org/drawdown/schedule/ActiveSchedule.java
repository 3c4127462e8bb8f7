package org.drawdown.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drawdown.mission.BaseStages;
import org.drawdown.mission.MissionData.DatasetReplaced;

/** The schedule in force, as the mission's data and its changes see it. */
@ApplicationScoped
class ActiveSchedule implements BaseStages {

  private final ScheduleRepository schedules;
  private final ScheduleParts parts;

  ActiveSchedule(ScheduleRepository schedules, ScheduleParts parts) {
    this.schedules = schedules;
    this.parts = parts;
  }

  @Override
  public Set<String> basesIn(String stage, LocalDate day) {
    var rows = Rows.between("from", "to");
    var on = new MultivaluedHashMap<String, String>();
    on.add("on", day.toString());
    var wanted = rows.wanted(on);
    return schedules.findActive().map(s -> parts.get(s, SchedulePart.Name.STAGES)).stream()
        .flatMap(List::stream)
        .filter(row -> wanted.test(row) && row.path("stage").asText().equals(stage))
        .map(row -> row.path("base").asText())
        .collect(Collectors.toSet());
  }

  /** A plan of another mission is not in force. */
  void leaveForce(@Observes DatasetReplaced event) {
    schedules.deactivate();
  }
}
