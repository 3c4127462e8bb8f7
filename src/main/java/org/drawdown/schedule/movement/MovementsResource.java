package org.drawdown.schedule.movement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.ScheduleRepository;

/** The door to the movements of a schedule. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class MovementsResource {

  private final ScheduleRepository schedules;
  private final MovementRepository movements;

  MovementsResource(ScheduleRepository schedules, MovementRepository movements) {
    this.schedules = schedules;
    this.movements = movements;
  }

  @GET
  @Path("{id}/movements")
  @Snapshot
  public Page<MovementDocument> list(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var query = new Parameters(uri);
    var filter =
        new MovementRepository.Filter(
            query.text("base"),
            query.text("destination"),
            query.text("touching"),
            query.text("mode"),
            query.text("kind"),
            query.text("asset"),
            query.day("on"),
            query.day("from"),
            query.day("to"));
    return movements.page(schedule, filter, PageRequest.of(uri)).map(PlannedMovement::document);
  }
}
