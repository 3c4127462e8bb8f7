package org.drawdown.record.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.ListPage;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.write.Write;
import org.drawdown.language.Messages;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.FactNames;
import org.drawdown.record.RecordDoor;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.movement.Movements;

/** The door to losses, and to what may be claimed for them. */
@Path("losses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class LossResource extends RecordDoor {

  private static final Map<String, Function<LossView, ? extends Comparable<?>>> LOSS_FIELDS =
      Map.of(
          "on", LossView::on,
          "valueUsd", LossView::valueUsd,
          "asset", LossView::asset);
  private static final Map<String, Function<ClaimView, ? extends Comparable<?>>> CLAIM_FIELDS =
      Map.of("event", ClaimView::event, "valueUsd", ClaimView::valueUsd);

  private final RecordedMission mission;
  private final Movements movements;

  LossResource(RecordedMission mission, Recorder recorder, Movements movements) {
    super(recorder);
    this.mission = mission;
    this.movements = movements;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<LossView> losses(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var base = query.text("base");
    var event = query.text("event");
    var contributor = query.text("contributor");
    var found =
        mission.ledger().losses().stream()
            .map(l -> LossView.of(l, mission.opening()))
            .filter(l -> base == null || base.equals(l.base()))
            .filter(l -> event == null || event.equals(l.event()))
            .filter(l -> contributor == null || contributor.equals(l.contributor()))
            .toList();
    return ListPage.of(found, PageRequest.of(uri), LOSS_FIELDS);
  }

  @GET
  @Path("claims")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<ClaimView> claims(@Context UriInfo uri) {
    return ListPage.of(Claims.of(mission.ledger()), PageRequest.of(uri), CLAIM_FIELDS);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response lose(Loss loss, @Context UriInfo uri) {
    new FactNames(mission.opening())
        .base(loss.base(), "/base")
        .assets(loss.assets(), "/assets")
        .require((loss.base() == null) != (loss.movement() == null), "", Messages::baseOrMovement)
        .require(loss.isVoid() || saysWhat(loss), "", Messages::lossSaysWhat)
        .refuse();
    return created(
        new Recorder.Filing(
            loss,
            loss.base(),
            loss.movement(),
            null,
            movements.named(loss.movement(), "/movement")),
        uri);
  }

  private static boolean saysWhat(Loss loss) {
    int said = loss.assets() == null ? 0 : 1;
    said += loss.loads() == null ? 0 : 1;
    said += loss.allBut() == null ? 0 : 1;
    return said == 1;
  }
}
