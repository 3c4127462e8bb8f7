package org.drawdown.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.audit.AuditTrail;
import org.drawdown.language.Messages;
import org.drawdown.platform.Roles;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.ledger.RecordRule;
import org.drawdown.schedule.LifeStep;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleViews;

/** Puts schedules in force, such that no report is ever orphaned. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
class ActivationResource {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final RecordedMission mission;
  private final Recorder recorder;
  private final RecordRepository entries;
  private final AuditTrail trail;
  private final Clock clock;

  ActivationResource(
      ScheduleRepository schedules,
      ScheduleViews views,
      RecordedMission mission,
      Recorder recorder,
      RecordRepository entries,
      AuditTrail trail,
      Clock clock) {
    this.trail = trail;
    this.schedules = schedules;
    this.views = views;
    this.mission = mission;
    this.recorder = recorder;
    this.entries = entries;
    this.clock = clock;
  }

  @POST
  @Path("{id}/activation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response activate(@PathParam("id") String id, LifeStep step) {
    var ledger = recorder.hold();
    var schedule = schedules.lock(id);
    schedule.mustBeApproved();
    refuseIgnorant(schedule, ledger);
    var was = views.view(schedule);
    var former = mission.active().orElse(null);
    var wasInForce = former == null ? null : views.view(former);
    schedules.activate(schedule, clock.instant());
    schedules.flush();
    if (former != null) {
      trail.changed("schedules", former.id(), wasInForce, views.view(former));
    }
    var now = views.view(schedule);
    trail.changed("schedules", schedule.id(), was, now);
    return Response.ok(now).build();
  }

  private void refuseIgnorant(Schedule schedule, Ledger ledger) {
    var active = mission.active();
    if (ledger.entries().isEmpty()) {
      return;
    }
    // The data that it was made from become what there was on the first day.
    var data = new Opening(views.dataset(schedule));
    DataGuard.check(data, entries.after(mission.code(), 0), ledger);
    boolean goesOn =
        active.isPresent()
            && schedule.before() != null
            && schedule.before().id().equals(active.get().id());
    if (active.isPresent() && !goesOn) {
      throw Refusal.conflict(
          RecordRule.RECORD_IGNORED.name(),
          Messages::noSchedulePlansOn,
          new ProblemDetail.About(null, null, active.get().id()));
    }
    long known = schedule.recordSequence() == null ? 0 : schedule.recordSequence();
    var ignored =
        entries.after(mission.code(), known).stream()
            .filter(ActivationResource::changesHistory)
            .map(Entry::sequence)
            .toList();
    if (!ignored.isEmpty()) {
      throw Refusal.conflict(
          RecordRule.RECORD_IGNORED.name(),
          m -> m.recordGoesOn(ignored.size()),
          new ProblemDetail.About(null, ignored, null));
    }
  }

  private static boolean changesHistory(Entry entry) {
    if (entry.kind() == EntryKind.REPORT) {
      var kind = entry.as(Report.class).kind();
      return List.of(Report.Kind.DISPATCHED, Report.Kind.DEPARTED, Report.Kind.VOID).contains(kind);
    }
    return entry.kind() == EntryKind.VACATED
        || entry.kind() == EntryKind.STEP
            && entry.as(SignedStep.class).step() == SignedStep.Step.FORMAL_TRANSFER
            && !entry.as(SignedStep.class).isRefused();
  }
}
