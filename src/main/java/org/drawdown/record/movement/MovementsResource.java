package org.drawdown.record.movement;

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
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.EntryView;
import org.drawdown.record.RecordRepository;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.EntryKind;

/** The door to movements as they really went. */
@Path("movements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class MovementsResource {

  private static final Map<String, Function<MovementView, ? extends Comparable<?>>> FIELDS =
      Map.of(
          "id", MovementView::id,
          "base", MovementView::base,
          "departed", m -> m.departed() == null ? LocalDate.MAX : m.departed());

  private final Movements movements;
  private final Reports reports;
  private final RecordedMission mission;
  private final RecordRepository entries;
  private final Recorder recorder;

  MovementsResource(
      Movements movements,
      Reports reports,
      RecordedMission mission,
      RecordRepository entries,
      Recorder recorder) {
    this.movements = movements;
    this.reports = reports;
    this.mission = mission;
    this.entries = entries;
    this.recorder = recorder;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<MovementView> list(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var base = query.text("base");
    var state = query.value("state", Column.State::valueOf);
    var on = query.day("onRoad");
    var found =
        movements.all().stream()
            .filter(m -> base == null || base.equals(m.base()) || base.equals(m.destination()))
            .filter(m -> state == null || m.state() == state)
            .filter(m -> on == null || isOnRoad(m, on))
            .toList();
    return ListPage.of(found, PageRequest.of(uri), FIELDS);
  }

  private static boolean isOnRoad(MovementView m, LocalDate day) {
    return m.departed() != null
        && !m.departed().isAfter(day)
        && (m.arrived() == null || m.arrived().isAfter(day));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response register(UnplannedMovement movement, @Context UriInfo uri) {
    var filing = reports.registration(movement);
    recorder.file(filing);
    return Response.created(uri.getAbsolutePathBuilder().path(filing.movement()).build())
        .entity(MovementView.of(filing.intended().get(0), null))
        .build();
  }

  @GET
  @Path("{id}")
  @Snapshot
  public MovementView get(@PathParam("id") String id) {
    return movements.view(id);
  }

  @GET
  @Path("{id}/reports")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<EntryView> reports(@PathParam("id") String id, @Context UriInfo uri) {
    movements.intended(id);
    var filter = new RecordRepository.Filter(EntryKind.REPORT, null, id, null, null);
    return entries.page(mission.code(), filter, PageRequest.of(uri));
  }

  @GET
  @Path("{id}/reports/{sequence}")
  @Snapshot
  public EntryView report(@PathParam("id") String id, @PathParam("sequence") long sequence) {
    return entries
        .find(mission.code(), EntryKind.REPORT, id, sequence)
        .orElseThrow(() -> Refusal.notFound(m -> m.noSuchEntry(String.valueOf(sequence))));
  }

  @POST
  @Path("{id}/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response file(@PathParam("id") String id, Report report, @Context UriInfo uri) {
    var filing = reports.filing(id, report, "");
    var incident = reports.incident(id, report);
    if (incident != null) {
      recorder.file(incident);
    }
    var filed = recorder.file(filing);
    var place = uri.getAbsolutePathBuilder().path(String.valueOf(filed.sequence())).build();
    return Response.created(place).entity(filed).build();
  }
}
