package org.drawdown.services;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.Closures;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.situation.ComingClosings;

/** Tells what happens when under a schedule. Use in one snapshot. */
@ApplicationScoped
public class Courses {

  private final ScheduleViews views;
  private final Closures closures;
  private final MovementRepository movements;
  private final AccountRepository accounts;
  private final RecordedMission mission;
  private final ComingClosings coming;

  Courses(
      ScheduleViews views,
      Closures closures,
      MovementRepository movements,
      AccountRepository accounts,
      RecordedMission mission,
      ComingClosings coming) {
    this.views = views;
    this.closures = closures;
    this.movements = movements;
    this.accounts = accounts;
    this.mission = mission;
    this.coming = coming;
  }

  /** The course of a schedule; 409 if it has no plan. */
  public Course of(Schedule schedule) {
    var dataset = views.dataset(schedule);
    var planned = new PlannedPresence(dataset);
    planned.handovers(accounts.rows(schedule, AccountKind.HANDOVERS));
    planned.flows(
        accounts.rows(schedule, AccountKind.STRENGTH), accounts.rows(schedule, AccountKind.ONWARD));
    planned.movements(movements.of(schedule));
    var ledger = mission.ledger();
    boolean recorded =
        ledger.asOf() != null && new Opening(dataset).code().equals(ledger.opening().code());
    return new Course(
        dataset,
        closures.of(schedule),
        planned,
        accounts.rows(schedule, AccountKind.RELEASES),
        recorded ? new RecordedPresence(ledger) : null,
        schedule.isActive() ? coming.byBase() : Map.of());
  }
}
