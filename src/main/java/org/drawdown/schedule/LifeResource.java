package org.drawdown.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.audit.AuditTrail;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.platform.Roles;
import org.drawdown.platform.StoredJson;
import org.drawdown.platform.database.Snapshot;

/** The door to the life of a schedule from READY to in force. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class LifeResource {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final StoredJson json;
  private final AuditTrail trail;
  private final Clock clock;

  LifeResource(
      ScheduleRepository schedules,
      ScheduleViews views,
      StoredJson json,
      AuditTrail trail,
      Clock clock) {
    this.trail = trail;
    this.schedules = schedules;
    this.views = views;
    this.json = json;
    this.clock = clock;
  }

  private Response changed(Schedule schedule, ScheduleView was) {
    schedules.flush();
    var now = views.view(schedule);
    trail.changed("schedules", schedule.id(), was, now);
    return Response.ok(now).build();
  }

  @POST
  @Path("{id}/submission")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response submit(@PathParam("id") String id, LifeStep step, @Context SecurityContext user) {
    var schedule = schedules.lock(id);
    var was = views.view(schedule);
    schedule.submit(user.getUserPrincipal().getName(), clock.instant());
    return changed(schedule, was);
  }

  @POST
  @Path("{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.APPROVER)
  @Write
  public Response approve(
      @PathParam("id") String id, LifeStep step, @Context SecurityContext user) {
    return decided(id, true, step, user);
  }

  @POST
  @Path("{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.APPROVER)
  @Write
  public Response reject(@PathParam("id") String id, LifeStep step, @Context SecurityContext user) {
    return decided(id, false, step, user);
  }

  private Response decided(String id, boolean approved, LifeStep step, SecurityContext user) {
    var schedule = schedules.lock(id);
    var was = views.view(schedule);
    schedule.decide(approved, user.getUserPrincipal().getName(), step.text(), clock.instant());
    return changed(schedule, was);
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response withdraw(@PathParam("id") String id, LifeStep step) {
    var schedule = schedules.lock(id);
    var was = views.view(schedule);
    schedule.withdraw();
    return changed(schedule, was);
  }

  @GET
  @Path("{id}/agreement")
  @Snapshot
  public Agreement agreement(@PathParam("id") String id) {
    var kept = views.agreement(schedules.get(id));
    if (kept == null) {
      throw Refusal.notFound(Messages::noAgreement);
    }
    return kept;
  }

  @POST
  @Path("{id}/agreement")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Response agree(@PathParam("id") String id, Agreement agreement) {
    var schedule = schedules.lock(id);
    var was = views.view(schedule);
    var codes =
        views.dataset(schedule).bases().stream()
            .map(Dataset.Base::code)
            .collect(Collectors.toSet());
    var faults = new ArrayList<Fault>();
    for (int i = 0; agreement.reservations() != null && i < agreement.reservations().size(); i++) {
      var base = agreement.reservations().get(i).base();
      if (!codes.contains(base)) {
        faults.add(new Fault("/reservations/%d/base".formatted(i), m -> m.noBase(base)));
      }
      var from = agreement.reservations().get(i).notBefore();
      var to = agreement.reservations().get(i).notAfter();
      if (from != null && to != null && to.isBefore(from)) {
        faults.add(
            new Fault(
                "/reservations/%d/notAfter".formatted(i), m -> m.endsBeforeItBegins(to, from)));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    schedule.agree(json.bytes(agreement));
    return changed(schedule, was);
  }
}
