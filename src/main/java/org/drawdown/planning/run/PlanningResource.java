package org.drawdown.planning.run;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.DryRun;
import org.drawdown.api.answer.Preference;
import org.drawdown.api.write.Idempotency;
import org.drawdown.platform.Roles;
import org.drawdown.schedule.ScheduleView;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The door to planning: ask for a schedule, follow its run, stop it. */
@Path("schedules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class PlanningResource {

  private static final String APPLIED = "Preference-Applied";
  private static final Duration LOOK = Duration.ofMillis(250);

  private final PlanRequests requests;
  private final PlanningJob planner;
  private final RunProgress progress;
  private final AnswerBodies bodies;

  PlanningResource(
      PlanRequests requests, PlanningJob planner, RunProgress progress, AnswerBodies bodies) {
    this.requests = requests;
    this.planner = planner;
    this.progress = progress;
    this.bodies = bodies;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Blocking
  public Uni<Response> plan(ScheduleRequest request, @Context HttpHeaders headers) {
    var accepted = requests.accept(request);
    int wait = Preference.waitSeconds(headers.getRequestHeader("Prefer"));
    return wait == 0 || accepted.getLocation() == null
        ? Uni.createFrom().item(accepted)
        : done(accepted, Duration.ofSeconds(wait));
  }

  /** The schedule once it is done, or what has been accepted if that takes too long. */
  private Uni<Response> done(Response accepted, Duration patience) {
    var location = accepted.getLocation();
    var id = location.getPath().substring(location.getPath().lastIndexOf('/') + 1);
    return poll(() -> progress.schedule(id), schedule -> schedule.state().isUnderWay())
        .select()
        .first(patience)
        .collect()
        .last()
        .map(
            schedule ->
                schedule == null || schedule.state().isUnderWay()
                    ? Response.fromResponse(accepted)
                        .header(APPLIED, "wait=" + patience.toSeconds())
                        .build()
                    : created(schedule, accepted, patience));
  }

  private static Response created(ScheduleView schedule, Response accepted, Duration patience) {
    return Response.created(accepted.getLocation())
        .header(Idempotency.REPLAYED, accepted.getHeaderString(Idempotency.REPLAYED))
        .entity(schedule)
        .header(APPLIED, "wait=" + patience.toSeconds())
        .build();
  }

  /** Polls until the run has ended, and emits the final state too. */
  private static <T> Multi<T> poll(Supplier<T> state, Predicate<T> isUnderWay) {
    return Uni.createFrom()
        .item(state)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(LOOK)
        .whilst(isUnderWay);
  }

  @GET
  @Path("{id}/progress")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = "Cache-Control", value = "no-cache")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Blocking
  public Multi<OutboundSseEvent> follow(@PathParam("id") String id, @Context Sse sse) {
    // Before the stream begins an unknown id is still a 404.
    progress.progress(id);
    var stream = new ProgressStream(() -> progress.progress(id), bodies);
    return poll(stream::look, stream::goesOn)
        .select()
        .where(Optional::isPresent)
        .map(Optional::get)
        .map(said -> event(said, sse));
  }

  private static OutboundSseEvent event(ProgressStream.Said said, Sse sse) {
    return said.data() == null
        ? sse.newEventBuilder().comment("nothing new").build()
        : sse.newEventBuilder().data(String.class, said.data()).build();
  }

  /** How many runs were taken out of the queue. */
  record Cleared(int cancelled) {}

  @DELETE
  @Path("queue")
  @RolesAllowed(Roles.PLANNER)
  public Cleared clear(@Context SecurityContext user) {
    return requests.clear(user);
  }

  @DELETE
  @Path("{id}/solve")
  @RolesAllowed(Roles.PLANNER)
  public Response stop(@PathParam("id") String id, @Context UriInfo uri) {
    var schedule = requests.stop(id);
    if (DryRun.isAsked(uri)) {
      return Response.ok(schedule).build();
    }
    planner.stop(schedule.id());
    return Response.accepted(schedule).build();
  }
}
