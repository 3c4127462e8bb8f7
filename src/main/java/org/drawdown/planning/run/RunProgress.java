package org.drawdown.planning.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.drawdown.schedule.Progress;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleView;
import org.drawdown.schedule.ScheduleViews;

/** How runs go, as the database tells it, so that any replica can say. */
@ApplicationScoped
class RunProgress {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;

  RunProgress(ScheduleRepository schedules, ScheduleViews views) {
    this.schedules = schedules;
    this.views = views;
  }

  /** A schedule as it now is. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  ScheduleView schedule(String id) {
    return views.view(schedules.get(id));
  }

  /** The progress of a schedule; 404 if there is none. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Progress progress(String id) {
    return views.progress(schedules.get(id));
  }
}
