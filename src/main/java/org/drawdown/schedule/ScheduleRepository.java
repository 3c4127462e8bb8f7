package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drawdown.common.Page;
import org.drawdown.common.Refusal;

/** Where schedules are kept. */
@ApplicationScoped
public class ScheduleRepository implements PanacheRepositoryBase<Schedule, String> {

  /** The id that stands for the schedule in force. */
  public static final String ACTIVE = "active";

  /** The schedule of an id; 404 if there is none. */
  public Schedule get(String id) {
    if (ACTIVE.equals(id)) {
      return findActive().orElseThrow(() -> Refusal.notFound("No schedule is active"));
    }
    return find("id", id).firstResultOptional().orElseThrow(() -> Refusal.notFound("schedule", id));
  }

  /** The schedule in force, if there is one. */
  public Optional<Schedule> findActive() {
    return find("active", true).firstResultOptional();
  }

  /** Puts a schedule in force and the former one out of it. */
  public void activate(Schedule schedule) {
    deactivate();
    schedule.activate();
  }

  /** Takes the schedule in force, if there is one, out of it. */
  public void deactivate() {
    update("active = false where active = true");
  }

  /** The latest first; the cursor names the last one seen. */
  List<Schedule> page(String state, int limit, String cursor) {
    var query = new StringBuilder("1 = 1");
    var values = new HashMap<String, Object>();
    if (state != null) {
      query.append(" and state = :state");
      values.put("state", ScheduleState.valueOf(state));
    }
    if (cursor != null) {
      var last =
          find("id", Page.read(cursor).replace("\0", ""))
              .firstResultOptional()
              .orElseThrow(Page::noCursor);
      query.append(" and (createdAt < :at or createdAt = :at and id > :id)");
      values.putAll(Map.of("at", last.createdAt(), "id", last.id()));
    }
    return find(query + " order by createdAt desc, id", values).page(0, limit).list();
  }
}
