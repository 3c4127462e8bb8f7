package org.drawdown.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.platform.Roles;

/** The door to the schedules. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class ScheduleResource {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;

  ScheduleResource(ScheduleRepository schedules, ScheduleViews views) {
    this.schedules = schedules;
    this.views = views;
  }

  @GET
  @Transactional
  public Page<ScheduleView> list(@Context UriInfo uri) {
    var state = uri.getQueryParameters().getFirst("state");
    return schedules
        .page(state == null ? null : ScheduleState.valueOf(state), PageRequest.of(uri))
        .map(views::view);
  }

  @GET
  @Path("{id}")
  @Transactional
  public ScheduleView get(@PathParam("id") String id) {
    return views.view(schedules.get(id));
  }
}
