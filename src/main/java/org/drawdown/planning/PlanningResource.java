package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drawdown.common.Contract;
import org.drawdown.common.Preference;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Writes;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleView;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The door to planning: ask for a schedule, follow it, stop it. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class PlanningResource {

  private static final Duration LOOK = Duration.ofMillis(250);

  private final Desk desk;
  private final Solver solver;
  private final Followed followed;
  private final ScheduleView view;
  private final Contract contract;
  private final Representations representations;
  private final Writes writes;

  PlanningResource(
      Desk desk,
      Solver solver,
      Followed followed,
      ScheduleView view,
      Contract contract,
      Representations representations,
      Writes writes) {
    this.desk = desk;
    this.solver = solver;
    this.followed = followed;
    this.view = view;
    this.contract = contract;
    this.representations = representations;
    this.writes = writes;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Blocking
  public Uni<Response> plan(
      JsonNode body,
      @Context SecurityContext user,
      @Context UriInfo uri,
      @HeaderParam("Prefer") String preference) {
    var accepted = writes.inTransaction(() -> writes.once(body, () -> accept(body, user, uri)));
    int wait = Preference.waitSeconds(preference);
    return wait == 0 || accepted.getLocation() == null
        ? Uni.createFrom().item(accepted)
        : done(accepted, Duration.ofSeconds(wait));
  }

  private Response accept(JsonNode body, SecurityContext user, UriInfo uri) {
    contract.require("ScheduleRequest", body);
    var schedule = desk.accept(body, user.getUserPrincipal().getName());
    return representations
        .written(Response.Status.ACCEPTED, view.of(schedule))
        .location(uri.getAbsolutePathBuilder().path(schedule.id()).build())
        .build();
  }

  /** The schedule once it is done, or what has been accepted if that takes too long. */
  private Uni<Response> done(Response accepted, Duration patience) {
    var path = accepted.getLocation().getPath();
    var id = path.substring(path.lastIndexOf('/') + 1);
    return look(() -> followed.schedule(id), Followed::isUnderWay)
        .select()
        .first(patience)
        .collect()
        .last()
        .map(
            schedule ->
                schedule == null || Followed.isUnderWay(schedule)
                    ? accepted
                    : representations
                        .written(Response.Status.CREATED, schedule)
                        .location(accepted.getLocation())
                        .header("Preference-Applied", "wait=" + patience.toSeconds())
                        .build());
  }

  /** Looks again and again, the last time when it is not under way any more. */
  private static Multi<JsonNode> look(Supplier<JsonNode> at, Predicate<JsonNode> isUnderWay) {
    return Uni.createFrom()
        .item(at)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(LOOK)
        .whilst(isUnderWay);
  }

  @GET
  @Path("{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  public Multi<JsonNode> follow(@PathParam("id") String id) {
    // Before the stream begins an unknown id is still a 404.
    followed.progress(id);
    return look(() -> followed.progress(id), Followed::isUnderWay).skip().repetitions();
  }

  @DELETE
  @Path("{id}/solve")
  @RolesAllowed(Roles.PLANNER)
  public Response stop(@PathParam("id") String id) {
    var answer = writes.inTransaction(() -> writes.change(() -> stopped(desk.stop(id))));
    if (!writes.areTried()) {
      solver.stop(id);
    }
    return answer;
  }

  private Response stopped(Schedule schedule) {
    return representations.written(Response.Status.ACCEPTED, view.of(schedule)).build();
  }
}
