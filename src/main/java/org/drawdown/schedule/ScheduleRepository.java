package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** The schedules. */
@ApplicationScoped
public class ScheduleRepository implements PanacheRepositoryBase<Schedule, String> {

  /** The id that stands for the schedule in force. */
  public static final String ACTIVE = "active";

  private static final SortKey<Schedule> ID = SortKey.key("r.id", Schedule::id);
  private static final Map<String, SortKey<Schedule>> SORTS =
      Map.of(
          "createdAt", SortKey.instant("r.createdAt", Schedule::createdAt),
          "name", SortKey.text("r.name", Schedule::name));

  /** The schedule of an id; 404 if there is none. */
  public Schedule get(String id) {
    return findByIdOrActive(id).orElseThrow(() -> Refusal.notFound(none(id)));
  }

  /** That there is no schedule of an id. */
  public static Text none(String id) {
    return ACTIVE.equals(id) ? Messages::noActiveSchedule : m -> m.noSchedule(id);
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

  /** Which place a queued schedule has in the queue, from 1; null if it is not queued. */
  Long placeInQueue(Schedule schedule) {
    return schedule.state() != ScheduleState.QUEUED
        ? null
        : count(
            "state = ?1 and (createdAt < ?2 or createdAt = ?2 and id <= ?3)",
            ScheduleState.QUEUED,
            schedule.createdAt(),
            schedule.id());
  }

  /** A page of those in a state, or in any if it is null; the latest first unless sorted. */
  Page<Schedule> page(ScheduleState state, PageRequest request) {
    boolean latestFirst = request.sort() == null;
    return new RowQuery<>(this, Schedule.class)
        .equal("r.state", state)
        .page(
            request,
            SORTS.get(latestFirst ? "createdAt" : request.field()),
            latestFirst || request.descending(),
            ID);
  }
}
