package org.drawdown.services.air;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.RowFilter;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.services.Courses;

/** The door to who still flies under a schedule, and how its convoys are covered. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class AirResource {

  private static final Map<String, Function<CoveredDay, ? extends Comparable<?>>> COVER =
      Map.of(
          "date", CoveredDay::date,
          "movement", CoveredDay::movement,
          "minutes", CoveredDay::minutes);

  private final ScheduleRepository schedules;
  private final MovementRepository movements;
  private final Courses courses;

  AirResource(ScheduleRepository schedules, MovementRepository movements, Courses courses) {
    this.schedules = schedules;
    this.movements = movements;
    this.courses = courses;
  }

  @GET
  @Path("{id}/air-link")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<AirLink> airLink(@PathParam("id") String id, @Context UriInfo uri) {
    var query = new Parameters(uri);
    var course = courses.of(schedules.get(id));
    var links = new AirLinks(course);
    var base = query.text("base");
    var sector = query.text("sector");
    if (query.text("per") != null) {
      return ListPage.of(links.byWeek(sector, base), PageRequest.of(uri), Map.of());
    }
    var on = query.day("on");
    var rows =
        links.on(on == null ? course.dataset().mission().startDate() : on).stream()
            .filter(r -> base == null || base.equals(r.base()))
            .filter(r -> sector == null || sector.equals(r.sector()))
            .toList();
    return ListPage.of(rows, PageRequest.of(uri), Map.of());
  }

  @GET
  @Path("{id}/cover")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<CoveredDay> cover(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = schedules.get(id);
    var filter =
        RowFilter.on(new Parameters(uri), CoveredDay::date)
            .equal("uncovered", CoveredDay::uncovered);
    var rows =
        new Covers(courses.of(schedule))
            .of(movements.of(schedule)).stream().filter(filter.wanted()).toList();
    return ListPage.of(rows, PageRequest.of(uri), COVER);
  }
}
