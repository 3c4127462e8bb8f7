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
import org.drawdown.common.Contract;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
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

  PlanningResource(
      Desk desk,
      Solver solver,
      Followed followed,
      ScheduleView view,
      Contract contract,
      Representations representations) {
    this.desk = desk;
    this.solver = solver;
    this.followed = followed;
    this.view = view;
    this.contract = contract;
    this.representations = representations;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  public Response plan(JsonNode body, @Context SecurityContext user, @Context UriInfo uri) {
    contract.require("ScheduleRequest", body);
    var schedule = desk.accept(body, user.getUserPrincipal().getName());
    return representations
        .written(Response.Status.ACCEPTED, view.of(schedule))
        .location(uri.getAbsolutePathBuilder().path(schedule.id()).build())
        .build();
  }

  @GET
  @Path("{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  public Multi<JsonNode> follow(@PathParam("id") String id) {
    // Before the stream begins an unknown id is still a 404.
    followed.progress(id);
    return Uni.createFrom()
        .item(() -> followed.progress(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(LOOK)
        .whilst(
            progress ->
                progress.path("state").asText().equals("QUEUED")
                    || progress.path("state").asText().equals("SOLVING"))
        .skip()
        .repetitions();
  }

  @DELETE
  @Path("{id}/solve")
  @RolesAllowed(Roles.PLANNER)
  public Response stop(@PathParam("id") String id) {
    var schedule = desk.stop(id);
    solver.stop(schedule.id());
    return representations.written(Response.Status.ACCEPTED, view.of(schedule)).build();
  }
}
