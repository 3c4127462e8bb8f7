package org.drawdown.situation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.problem.Refusal;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.RecordedMission;

/** The door to the situation. */
@Path("situation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class SituationResource {

  private final Situations situations;
  private final RecordedMission mission;
  private final Clock clock;

  SituationResource(Situations situations, RecordedMission mission, Clock clock) {
    this.situations = situations;
    this.mission = mission;
    this.clock = clock;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  public Situation get(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var on = query.day("on");
    var edge = mission.ledger().asOf();
    if (on == null) {
      on = edge != null ? edge : mission.opening().day(clock.instant());
    }
    var start = mission.opening().startDate();
    refuseBefore(start, on, "/query/on");
    refuseBefore(start, query.day("asOf"), "/query/asOf");
    return situations.on(on, query.day("asOf"));
  }

  private static void refuseBefore(LocalDate start, LocalDate day, String pointer) {
    if (day != null && day.isBefore(start)) {
      throw Refusal.invalid(pointer, m -> m.beforeStart(day, start));
    }
  }
}
