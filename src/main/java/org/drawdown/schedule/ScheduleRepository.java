package org.drawdown.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<ScheduleState> UNDER_WAY =
      EnumSet.of(ScheduleState.QUEUED, ScheduleState.SOLVING);

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
  public void activate(Schedule schedule, Instant now) {
    deactivate(now);
    schedule.activate(now);
  }

  /** Takes the schedule in force, if there is one, out of it. */
  public void deactivate(Instant now) {
    list("active", true).forEach(s -> s.supersede(now));
    flush();
  }

  /** A schedule, held against other writers; 404 if there is none. */
  public Schedule lock(String id) {
    var schedule = get(id);
    getEntityManager()
        .createNativeQuery("select id from schedule where id = :id for update")
        .setParameter("id", schedule.id())
        .getResultList();
    getEntityManager().refresh(schedule);
    return schedule;
  }

  /** How many of a user's are under way. */
  public long countUnderWay(String user) {
    return count("createdBy = ?1 and state in ?2", user, UNDER_WAY);
  }

  /** Those that wait for a planner; of one user, or of all if that is null. */
  public List<Schedule> queued(String user) {
    return user == null
        ? list("state = ?1 order by due", ScheduleState.QUEUED)
        : list("state = ?1 and createdBy = ?2 order by due", ScheduleState.QUEUED, user);
  }

  /** The place in a queue of the last run under way; of one user, or of all if that is null. */
  public Optional<Instant> lastPlace(String queue, String user) {
    var found =
        user == null
            ? find("queue = ?1 and state in ?2 order by due desc", queue, UNDER_WAY)
            : find(
                "queue = ?1 and state in ?2 and createdBy = ?3 order by due desc",
                queue,
                UNDER_WAY,
                user);
    return found.page(0, 1).firstResultOptional().map(Schedule::due);
  }

  /** The place in a queue of the run that is next. */
  public Optional<Instant> nextPlace(String queue) {
    return find("queue = ?1 and state = ?2 order by due", queue, ScheduleState.QUEUED)
        .page(0, 1)
        .firstResultOptional()
        .map(Schedule::due);
  }

  /** Deletes a schedule and all that it says. */
  void remove(Schedule schedule) {
    var others = continuationsOf(schedule);
    if (!others.isEmpty()) {
      throw Refusal.conflict(m -> m.scheduleGoesOn(String.join(", ", others)));
    }
    delete(schedule);
    flush();
  }

  /** Names of those that go on from a schedule. */
  List<String> continuationsOf(Schedule schedule) {
    return list("basedOn.id = ?1 or startFrom.id = ?1 order by createdAt", schedule.id()).stream()
        .map(Schedule::name)
        .toList();
  }

  /** Which place a queued schedule has in the queue, from 1; null if it is not queued. */
  Long placeInQueue(Schedule schedule) {
    return schedule.state() != ScheduleState.QUEUED || schedule.due() == null
        ? null
        : count(
            "state = ?1 and queue = ?2 and (due < ?3 or due = ?3 and id <= ?4)",
            ScheduleState.QUEUED,
            schedule.queue(),
            schedule.due(),
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
