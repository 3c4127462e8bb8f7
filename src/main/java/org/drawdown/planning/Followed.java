package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.ScheduleView;

/** How a run goes, as the database tells it, so that any replica can say. */
@ApplicationScoped
class Followed {

  private final ScheduleRepository schedules;
  private final ScheduleView view;
  private final ObjectMapper mapper;

  Followed(ScheduleRepository schedules, ScheduleView view, ObjectMapper mapper) {
    this.schedules = schedules;
    this.view = view;
    this.mapper = mapper;
  }

  /** Whether what was found is still queued or worked on. */
  static boolean isUnderWay(JsonNode found) {
    return ScheduleState.valueOf(found.path("state").asText()).isUnderWay();
  }

  /** A schedule as it now is. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  JsonNode schedule(String id) {
    return view.of(schedules.get(id));
  }

  /** The progress of a schedule; 404 if there is none. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  JsonNode progress(String id) {
    var schedule = schedules.get(id);
    var known = view.of(schedule).path("progress");
    var progress =
        known.isObject()
            ? (ObjectNode) known
            : mapper.createObjectNode().put("seconds", 0).put("iterations", 0);
    return progress.put("state", schedule.state().name());
  }
}
