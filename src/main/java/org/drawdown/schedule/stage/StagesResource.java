package org.drawdown.schedule.stage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.ScheduleRepository;

/** The door to the stages of a schedule. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class StagesResource {

  private final ScheduleRepository schedules;
  private final StageRepository stages;

  StagesResource(ScheduleRepository schedules, StageRepository stages) {
    this.schedules = schedules;
    this.stages = stages;
  }

  @GET
  @Path("{id}/stages")
  @Snapshot
  @Produces({
    MediaType.APPLICATION_JSON,
    Csv.MEDIA_TYPE,
    Xlsx.MEDIA_TYPE,
    Formats.CALENDAR,
    Formats.PROJECT
  })
  public Page<StageDocument> list(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var query = new Parameters(uri);
    var filter =
        new StageRepository.Filter(
            query.text("base"),
            query.value("stage", Stage::valueOf),
            query.value("phase", Integer::valueOf),
            query.text("sector"),
            query.day("on"),
            query.day("from"),
            query.day("to"));
    return stages.page(schedule, filter, PageRequest.of(uri)).map(PlannedStage::document);
  }
}
