package org.drawdown.schedule.comparison;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.drawdown.api.problem.Refusal;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.ScheduleRepository;

/** The door to comparisons. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class ComparisonResource {

  private final ScheduleRepository schedules;
  private final Comparer comparer;

  ComparisonResource(ScheduleRepository schedules, Comparer comparer) {
    this.schedules = schedules;
    this.comparer = comparer;
  }

  @GET
  @Path("{id}/comparison")
  @Snapshot
  public Comparison compare(@PathParam("id") String id, @QueryParam("with") String with) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var other =
        schedules
            .findByIdOrActive(with)
            .orElseThrow(() -> Refusal.invalid("/query/with", ScheduleRepository.none(with)));
    if (!other.state().hasPlan()) {
      throw Refusal.invalid("/query/with", m -> m.baseHasNoPlan(other.state()));
    }
    return comparer.compare(schedule, other);
  }
}
