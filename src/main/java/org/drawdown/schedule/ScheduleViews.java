package org.drawdown.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.drawdown.dataset.Dataset;
import org.drawdown.platform.StoredJson;
import org.drawdown.schedule.request.AskedFor;
import org.drawdown.schedule.result.ScheduleResult;

/** Shows schedules. */
@ApplicationScoped
public class ScheduleViews {

  private final ScheduleRepository schedules;
  private final Closures closures;
  private final DatasetCopyRepository copies;
  private final StoredJson json;

  ScheduleViews(
      ScheduleRepository schedules,
      Closures closures,
      DatasetCopyRepository copies,
      StoredJson json) {
    this.copies = copies;
    this.schedules = schedules;
    this.closures = closures;
    this.json = json;
  }

  /** The request behind a schedule. */
  public AskedFor askedFor(Schedule schedule) {
    return json.read(schedule.request(), AskedFor.class);
  }

  /** The result of a schedule. */
  public ScheduleResult result(Schedule schedule) {
    return json.read(schedule.result(), ScheduleResult.class);
  }

  /** The consent of the host State to a schedule; null while there is none. */
  public Agreement agreement(Schedule schedule) {
    return json.read(schedule.agreement(), Agreement.class);
  }

  /** The dataset that a schedule is made from. */
  public Dataset dataset(Schedule schedule) {
    return copies.dataset(schedule.dataset());
  }

  /** The day on which the days of a schedule begin. */
  public LocalDate startDate(Schedule schedule) {
    return dataset(schedule).mission().startDate();
  }

  /** How the run of a schedule goes. */
  public Progress progress(Schedule schedule) {
    return schedule.progress(schedules.placeInQueue(schedule));
  }

  private static List<ScheduleView.NotCarriedOver> notCarriedOver(List<String> left) {
    return left.isEmpty()
        ? null
        : left.stream()
            .map(name -> new ScheduleView.NotCarriedOver(name, m -> m.notCarriedOver(name)))
            .toList();
  }

  /** A schedule as clients see it. */
  public ScheduleView view(Schedule schedule) {
    var asked = askedFor(schedule);
    var result = result(schedule);
    boolean planned = schedule.state().hasPlan();
    return new ScheduleView(
        schedule.id(),
        schedule.name(),
        schedule.state(),
        schedule.origin(),
        schedule.isActive(),
        schedule.createdAt(),
        schedule.createdBy(),
        schedule.life(),
        schedule.recordSequence(),
        asked.assumptions(),
        notCarriedOver(asked.left()),
        asked.objective(),
        asked.solve(),
        schedule.continuation(),
        schedule.startFrom() == null ? null : schedule.startFrom().id(),
        planned || schedule.state().isUnderWay() ? progress(schedule) : null,
        planned ? closures.of(schedule) : null,
        result.terms(),
        result.certificate(),
        planned ? Optional.ofNullable(schedule.completion()) : null,
        result.atRisk(),
        result.leftBehind(),
        result.changes(),
        result.conflicts(),
        result.violations(),
        result.warnings(),
        result.failure() == null ? null : result.failure().text(),
        result.statistics());
  }
}
