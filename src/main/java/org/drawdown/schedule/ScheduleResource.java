package org.drawdown.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.write.Write;
import org.drawdown.audit.AuditTrail;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;

/** The door to the schedules. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class ScheduleResource {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final RequestBodies bodies;
  private final ETags tags;
  private final AuditTrail trail;

  ScheduleResource(
      ScheduleRepository schedules,
      ScheduleViews views,
      RequestBodies bodies,
      ETags tags,
      AuditTrail trail) {
    this.trail = trail;
    this.schedules = schedules;
    this.views = views;
    this.bodies = bodies;
    this.tags = tags;
  }

  /** What of a schedule can be changed. */
  @ContractSchema("ScheduleChange")
  record Change(String name) {}

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<ScheduleView> list(@Context UriInfo uri) {
    var state = uri.getQueryParameters().getFirst("state");
    return schedules
        .page(state == null ? null : ScheduleState.valueOf(state), PageRequest.of(uri))
        .map(views::view);
  }

  @GET
  @Path("{id}")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Formats.SVG, MediaType.TEXT_HTML})
  public ScheduleView get(@PathParam("id") String id) {
    return views.view(schedules.get(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public ScheduleView change(@PathParam("id") String id, MergePatch patch) {
    var schedule = present(id);
    var was = views.view(schedule);
    schedule.rename(bodies.patched(new Change(schedule.name()), patch, "").name());
    schedules.flush();
    trail.changed("schedules", schedule.id(), was, views.view(schedule));
    return views.view(schedule);
  }

  @DELETE
  @Path("{id}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public void delete(@PathParam("id") String id) {
    var schedule = present(id);
    schedule.mustBeIdle();
    trail.changed("schedules", schedule.id(), views.view(schedule), null);
    schedules.remove(schedule);
  }

  /** The schedule that a client means to change. */
  private Schedule present(String id) {
    var schedule = schedules.get(id);
    tags.requireMatch(() -> views.view(schedule));
    return schedule;
  }
}
