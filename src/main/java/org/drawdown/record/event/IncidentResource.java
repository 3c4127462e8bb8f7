package org.drawdown.record.event;

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
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.EntryView;
import org.drawdown.record.Incidents;
import org.drawdown.record.RecordRepository;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.movement.Movements;

/** The door to incidents. */
@Path("incidents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class IncidentResource {

  private final RecordedMission mission;
  private final RecordRepository entries;
  private final Recorder recorder;
  private final Movements movements;
  private final Incidents incidents;

  IncidentResource(
      RecordedMission mission,
      RecordRepository entries,
      Recorder recorder,
      Movements movements,
      Incidents incidents) {
    this.mission = mission;
    this.entries = entries;
    this.recorder = recorder;
    this.movements = movements;
    this.incidents = incidents;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<EntryView> incidents(@Context UriInfo uri) {
    var query = new Parameters(uri);
    return entries.page(
        mission.code(),
        new RecordRepository.Filter(
            EntryKind.INCIDENT,
            query.text("base"),
            query.text("movement"),
            query.day("from"),
            query.day("to")),
        PageRequest.of(uri));
  }

  @GET
  @Path("{id}")
  @Snapshot
  public EntryView incident(@PathParam("id") String id) {
    return entries
        .named(mission.code(), EntryKind.INCIDENT, id)
        .orElseThrow(() -> Refusal.notFound(m -> m.noIncident(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response suffer(Incident incident, @Context UriInfo uri) {
    var movement = incident.movement();
    var filing = incidents.filing(incident, movement, movements.named(movement, "/movement"), "");
    var filed = recorder.file(filing);
    return Response.created(uri.getAbsolutePathBuilder().path(filing.name()).build())
        .entity(filed)
        .build();
  }
}
