package org.drawdown.planning.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.answer.DryRun;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.schedule.ScheduleView;
import org.drawdown.schedule.ScheduleViews;

/** Accepts requests to plan and to stop, each in a write that is over before anybody waits. */
@ApplicationScoped
class PlanRequests {

  private final RunQueue queue;
  private final ScheduleViews views;
  private final SecurityContext user;
  private final UriInfo uri;

  PlanRequests(RunQueue queue, ScheduleViews views, SecurityContext user, UriInfo uri) {
    this.queue = queue;
    this.views = views;
    this.user = user;
    this.uri = uri;
  }

  /** Queues a request; 202 with the schedule, and where it is. */
  @Write
  Response accept(ScheduleRequest request) {
    var schedule = queue.accept(request, user.getUserPrincipal().getName(), DryRun.isAsked(uri));
    var place = uri.getAbsolutePathBuilder().path(schedule.id()).build();
    return request.plan() == null
        ? Response.accepted(views.view(schedule)).location(place).build()
        : Response.created(place).entity(views.view(schedule)).build();
  }

  /** Cancels what nobody has taken up: of the user, or of everybody for an administrator. */
  @Write
  PlanningResource.Cleared clear(SecurityContext by) {
    var whose = by.isUserInRole(Roles.ADMIN) ? null : by.getUserPrincipal().getName();
    return new PlanningResource.Cleared(queue.clear(whose));
  }

  /** Asks for a run to end. */
  @Write
  ScheduleView stop(String id) {
    return views.view(queue.stop(id));
  }
}
