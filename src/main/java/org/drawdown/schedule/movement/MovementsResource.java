package org.drawdown.schedule.movement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.RowFilter;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleViews;

/** The door to the movements of a schedule. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class MovementsResource {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final MovementRepository movements;

  MovementsResource(
      ScheduleRepository schedules, ScheduleViews views, MovementRepository movements) {
    this.schedules = schedules;
    this.views = views;
    this.movements = movements;
  }

  @GET
  @Path("{id}/movements")
  @Snapshot
  @Produces({
    MediaType.APPLICATION_JSON,
    Csv.MEDIA_TYPE,
    Xlsx.MEDIA_TYPE,
    Formats.CALENDAR,
    Formats.GEO
  })
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

  @GET
  @Path("{id}/positions")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE, Formats.GEO})
  public Page<Position> positions(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var filter =
        RowFilter.on(new Parameters(uri), Position::date)
            .equal("movement", Position::movement)
            .equal("base", Position::base);
    var rows = positions(schedule).stream().filter(filter.wanted()).toList();
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  private List<Position> positions(Schedule schedule) {
    var whereabouts = new Whereabouts(views.dataset(schedule));
    var rows = new ArrayList<Position>();
    for (var movement : movements.of(schedule)) {
      var evenings = whereabouts.of(movement);
      var atBaseOn = Whereabouts.atBaseOn(movement, evenings);
      evenings.forEach(e -> rows.add(Position.of(movement, e, atBaseOn)));
    }
    rows.sort(Comparator.comparing(Position::date).thenComparing(Position::movement));
    return rows;
  }

  @GET
  @Path("{id}/strength/roads")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<RoadStrength> roads(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var filter =
        RowFilter.on(new Parameters(uri), RoadStrength::date).equal("route", RoadStrength::route);
    var rows = RoadStrength.of(positions(schedule)).stream().filter(filter.wanted()).toList();
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  @GET
  @Path("{id}/time-phased-data")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<TimePhasedLine> timePhased(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    schedule.mustHavePlan();
    var filter =
        RowFilter.between(
                new Parameters(uri), TimePhasedLine::departs, TimePhasedLine::earliestArrival)
            .equal("base", TimePhasedLine::origin)
            .equal("provider", TimePhasedLine::provider);
    var phasing = new TimePhasing(views.dataset(schedule));
    var rows =
        movements.of(schedule).stream()
            .flatMap(m -> phasing.of(m).stream())
            .filter(filter.wanted())
            .sorted(
                Comparator.comparing(TimePhasedLine::departs)
                    .thenComparing(TimePhasedLine::movement)
                    .thenComparing(TimePhasedLine::line))
            .toList();
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }
}
