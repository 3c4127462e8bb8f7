package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
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
    return find("id", id)
        .firstResultOptional()
        .orElseThrow(() -> Refusal.notFound("There is no schedule %s", id));
  }

  /** The schedule of an id, or in force, if there is one. */
  public Optional<Schedule> findByIdOrActive(String id) {
    return ACTIVE.equals(id) ? findActive() : find("id", id).firstResultOptional();
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

  /** How many there are in a state, or in any if it is null. */
  long count(ScheduleState state) {
    return state == null ? count() : count("state", state);
  }

  /**
   * Those in a state, or in any if it is null; the latest first unless they are to be sorted
   * otherwise, ties by id. The cursor names the last one seen, so that a page costs the same
   * wherever in the list it is.
   */
  List<Schedule> page(ScheduleState state, Page.Wanted wanted, int limit) {
    var field = wanted.sort() == null ? "createdAt" : wanted.field();
    boolean descending = wanted.sort() == null || wanted.descending();
    var query = new StringBuilder("1 = 1");
    var values = new HashMap<String, Object>();
    if (state != null) {
      query.append(" and state = :state");
      values.put("state", state);
    }
    if (wanted.cursor() != null) {
      var last =
          find("id", Page.read(wanted.cursor()).replace("\0", ""))
              .firstResultOptional()
              .orElseThrow(Page::noCursor);
      query.append(
          " and (%1$s %2$s :last or %1$s = :last and id > :id)"
              .formatted(field, descending ? "<" : ">"));
      values.put("last", field.equals("name") ? last.name() : last.createdAt());
      values.put("id", last.id());
    }
    query.append(" order by %s%s, id".formatted(field, descending ? " desc" : ""));
    return find(query.toString(), values).page(0, limit).list();
  }
}
