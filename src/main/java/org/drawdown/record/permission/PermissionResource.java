package org.drawdown.record.permission;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Formats;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.language.Messages;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.PermissionAnswer;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.RecordRule;

/** The door to permissions. */
@Path("permissions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class PermissionResource {

  /** Days that a movement officer looks ahead unless the client says otherwise. */
  private static final int AHEAD = 14;

  private static final Map<String, Function<PermissionView, ? extends Comparable<?>>> FIELDS =
      Map.of(
          "id", p -> p.permission().id(),
          "requestedAt", p -> p.permission().requestedAt());

  private final RecordedMission mission;
  private final Permissions permissions;
  private final PermissionNeeds needs;
  private final PermissionFilings filings;
  private final Recorder recorder;
  private final Clock clock;

  PermissionResource(
      RecordedMission mission,
      Permissions permissions,
      PermissionNeeds needs,
      PermissionFilings filings,
      Recorder recorder,
      Clock clock) {
    this.mission = mission;
    this.permissions = permissions;
    this.needs = needs;
    this.filings = filings;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Needs, what is overdue first. */
  record Needs(LocalDate from, LocalDate to, List<Need> items) {}

  /** Statistics of a window, by one criterion. */
  record Statistics(LocalDate from, LocalDate to, String by, List<Statistic> items) {}

  private LocalDate today() {
    return mission.opening().day(clock.instant());
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<PermissionView> list(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var state = query.value("state", PermissionState::valueOf);
    var kind = query.value("kind", Permission.Kind::valueOf);
    var found =
        permissions.of(mission.ledger()).values().stream()
            .map(this::view)
            .filter(p -> state == null || p.state() == state)
            .filter(p -> kind == null || p.permission().kind() == kind)
            .toList();
    return ListPage.of(found, PageRequest.of(uri), FIELDS);
  }

  private PermissionView view(Asked asked) {
    return new PermissionView(
        asked.entry().sequence(),
        asked.entry().recordedAt(),
        asked.entry().actor(),
        asked.state(today()),
        asked.permission(),
        asked.answered());
  }

  private Asked asked(Ledger ledger, String id) {
    var asked = permissions.of(ledger).get(id);
    if (asked == null) {
      throw Refusal.notFound(m -> m.noPermission(id));
    }
    return asked;
  }

  @GET
  @Path("{id}")
  @Snapshot
  public PermissionView get(@PathParam("id") String id) {
    return view(asked(mission.ledger(), id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response ask(Permission permission, @Context UriInfo uri) {
    var filed = recorder.file(filings.of(permission));
    return Response.created(uri.getAbsolutePathBuilder().path(permission.id()).build())
        .entity(filed)
        .build();
  }

  @POST
  @Path("{id}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response answer(
      @PathParam("id") String id, PermissionAnswer answer, @Context UriInfo uri) {
    var asked = asked(recorder.hold(), id);
    var requested = Objects.requireNonNullElse(asked.permission().requested(), 1);
    if (answer.granted() != null && answer.granted() > requested) {
      throw Refusal.unprocessable("/granted", m -> m.moreGranted(requested));
    }
    if (answer.outcome() == PermissionAnswer.Outcome.PARTIAL && answer.granted() == null) {
      throw Refusal.invalid("/granted", Messages::partialSaysHowMany);
    }
    if (asked.answer() != null && answer.corrects() == null) {
      throw Refusal.conflict(
          RecordRule.ALREADY_ANSWERED.name(),
          m -> m.alreadyAnswered(id, asked.answered().outcome()),
          null);
    }
    if (answer.at().isBefore(asked.permission().requestedAt())) {
      throw Refusal.invalid("/at", Messages::answeredBeforeAsked);
    }
    var filed = recorder.file(new Recorder.Filing(answer, null, null, id, List.of()));
    var place = uri.getBaseUriBuilder().path("permissions").path(id).build();
    return Response.created(place).entity(filed).build();
  }

  @GET
  @Path("needed")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Formats.CALENDAR})
  public Needs needed(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var edge = mission.ledger().asOf();
    var from = query.day("from");
    if (from == null) {
      from = edge == null ? mission.opening().startDate() : edge;
    }
    var to = query.day("to") == null ? from.plusDays(AHEAD) : query.day("to");
    return new Needs(from, to, needs.between(from, to));
  }

  @GET
  @Path("statistics")
  @Snapshot
  public Statistics statistics(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var from = query.day("from");
    var to = query.day("to");
    var by = query.text("by") == null ? "authority" : query.text("by");
    var sums = new TreeMap<String, Statistic.Sum>();
    for (var asked : permissions.of(mission.ledger()).values()) {
      var day = asked.entry().day();
      if ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to))) {
        for (var key : keys(asked, by)) {
          sums.computeIfAbsent(key, k -> new Statistic.Sum()).add(asked, asked.state(today()));
        }
      }
    }
    var items = new ArrayList<Statistic>();
    sums.forEach((key, sum) -> items.add(sum.done(key)));
    return new Statistics(from, to, by, items);
  }

  private List<String> keys(Asked asked, String by) {
    var permission = asked.permission();
    return switch (by) {
      case "kind" -> List.of(permission.kind().name());
      case "month" -> List.of(asked.entry().day().toString().substring(0, 7));
      case "sector" -> sectors(permission);
      default -> List.of(Objects.toString(permission.authority(), ""));
    };
  }

  private List<String> sectors(Permission permission) {
    var bases = permission.subject().allBases();
    var found =
        mission.opening().bases().values().stream()
            .filter(b -> bases.contains(b.code()))
            .map(b -> Objects.toString(b.sector(), ""))
            .distinct()
            .toList();
    return found.isEmpty() ? List.of("") : found;
  }
}
