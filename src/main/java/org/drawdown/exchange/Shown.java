package org.drawdown.exchange;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.whole.MissionData;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.account.AccountKind;
import org.drawdown.schedule.account.AccountRepository;
import org.drawdown.schedule.account.ExplanationDocument;
import org.drawdown.schedule.stage.StageDocument;
import org.drawdown.schedule.stage.StageRepository;

/** What stands around an answer: the schedule that it is of, and the mission's data. */
@Singleton
class Shown {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final StageRepository stages;
  private final AccountRepository accounts;
  private final MissionData mission;

  Shown(
      ScheduleRepository schedules,
      ScheduleViews views,
      StageRepository stages,
      AccountRepository accounts,
      MissionData mission) {
    this.schedules = schedules;
    this.views = views;
    this.stages = stages;
    this.accounts = accounts;
    this.mission = mission;
  }

  /**
   * The mission, and the moment of which the answer is.
   *
   * @param made when the plan was asked for; the beginning of the epoch where it is of no plan
   */
  record Around(Dataset dataset, Instant made) {

    /** A place by its name, where it has one. */
    String name(String code) {
      return dataset.bases().stream()
          .filter(b -> b.code().equals(code) && b.name() != null)
          .map(Dataset.Base::name)
          .findFirst()
          .orElse(code);
    }

    /** The place of a base, an exit or a waypoint; null where it is not known. */
    Dataset.Point place(String code) {
      for (var base : dataset.bases()) {
        if (base.code().equals(code)) {
          return base.location();
        }
      }
      for (var waypoint : dataset.waypoints()) {
        if (waypoint.code().equals(code)) {
          return waypoint.location();
        }
      }
      for (var exit : dataset.exits()) {
        if (exit.code().equals(code)) {
          return exit.location();
        }
      }
      return null;
    }

    /** A route by its id; null if there is none. */
    Dataset.Route route(String id) {
      return dataset.routes().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }
  }

  /** The stages of a schedule, and what stands around them. */
  record Stages(String schedule, List<StageDocument> rows, Around around) {}

  /**
   * People and loads by day.
   *
   * @param people by ISO date, in order
   */
  record Curve(
      String schedule, Map<String, Integer> people, Map<String, Integer> loads, Around around) {}

  /**
   * What stands around an answer.
   *
   * @param schedule that it is of; null for the mission's data
   */
  @Snapshot
  Around around(String schedule) {
    return schedule == null
        ? new Around(mission.dataset(), Instant.EPOCH)
        : around(schedules.get(schedule));
  }

  private Around around(Schedule schedule) {
    return new Around(views.dataset(schedule), schedule.createdAt());
  }

  /** The stages of a schedule; 409 if it has no plan. */
  @Snapshot
  Stages stages(String id) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    return new Stages(schedule.name(), stages.of(schedule), around(schedule));
  }

  /** The explanation of a schedule; 409 if it has no plan. */
  @Snapshot
  ExplanationDocument explanation(String id) {
    return accounts.rows(schedules.get(id), AccountKind.EXPLANATION).get(0);
  }

  /**
   * Who and what is still there by day.
   *
   * @param base code of the base that is meant; null for all, and the road
   */
  @Snapshot
  Curve curve(String id, String base) {
    var schedule = schedules.get(id);
    var people = new TreeMap<String, Integer>();
    var loads = new TreeMap<String, Integer>();
    for (var row : accounts.rows(schedule, AccountKind.STRENGTH)) {
      if (base == null || base.equals(row.base())) {
        people.merge(row.date().toString(), row.people(), Integer::sum);
        loads.merge(row.date().toString(), row.loads(), Integer::sum);
      }
    }
    return new Curve(schedule.name(), people, loads, around(schedule));
  }
}
