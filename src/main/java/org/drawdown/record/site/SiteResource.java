package org.drawdown.record.site;

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
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.language.Messages;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.EntryView;
import org.drawdown.record.FactNames;
import org.drawdown.record.RecordDoor;
import org.drawdown.record.RecordRepository;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.Recorder.Filing;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.fact.HeadCount;
import org.drawdown.record.fact.Occupation;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.SitePart;
import org.drawdown.record.fact.Vacating;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.movement.Movements;

/** The door to what happens at bases. */
@Path("bases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class SiteResource extends RecordDoor {

  private final RecordedMission mission;
  private final RecordRepository entries;
  private final Movements movements;
  private final Handovers handovers;
  private final SiteFilings filings;

  SiteResource(
      RecordedMission mission,
      RecordRepository entries,
      Recorder recorder,
      Movements movements,
      Handovers handovers,
      SiteFilings filings) {
    super(recorder);
    this.mission = mission;
    this.entries = entries;
    this.movements = movements;
    this.handovers = handovers;
    this.filings = filings;
  }

  private FactNames names(String code) {
    var opening = mission.opening();
    if (!opening.bases().containsKey(code)) {
      throw Refusal.notFound(m -> m.noBase(code));
    }
    return new FactNames(opening);
  }

  private Response filed(String base, Fact fact, UriInfo uri) {
    return created(Filing.at(base, fact), uri);
  }

  private Page<EntryView> page(EntryKind kind, String base, UriInfo uri) {
    return entries.page(
        mission.code(),
        new RecordRepository.Filter(kind, base, null, null, null),
        PageRequest.of(uri));
  }

  @GET
  @Path("{code}/departures")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<EntryView> departures(@PathParam("code") String code, @Context UriInfo uri) {
    names(code);
    return page(EntryKind.DEPARTURE, code, uri);
  }

  @POST
  @Path("{code}/departures")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response depart(
      @PathParam("code") String code, Departure departure, @Context UriInfo uri) {
    names(code);
    return created(filings.departure(code, departure), uri);
  }

  @GET
  @Path("{code}/counts")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<EntryView> counts(@PathParam("code") String code, @Context UriInfo uri) {
    names(code);
    return page(EntryKind.COUNT, code, uri);
  }

  @POST
  @Path("{code}/counts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response count(@PathParam("code") String code, HeadCount count, @Context UriInfo uri) {
    names(code);
    return created(filings.count(code, count), uri);
  }

  @GET
  @Path("{code}/handover")
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  public HandoverView handover(@PathParam("code") String code) {
    names(code);
    return handovers.of(code);
  }

  @POST
  @Path("{code}/handover/steps")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response sign(@PathParam("code") String code, SignedStep step, @Context UriInfo uri) {
    var names = names(code);
    var transfers = step.transfers() == null ? List.<SignedStep.Transfer>of() : step.transfers();
    for (int i = 0; i < transfers.size(); i++) {
      names.asset(transfers.get(i).asset(), "/transfers/%d/asset".formatted(i));
    }
    names
        .require(
            transfers.isEmpty() || step.step() == SignedStep.Step.INVENTORY,
            "/transfers",
            Messages::onlyAnInventoryTransfers)
        .require(!step.isRefused() || step.reason() != null, "/reason", Messages::refusalSaysWhy)
        .refuse();
    for (int i = 0; i < transfers.size(); i++) {
      refuseGift(transfers.get(i).asset(), "/transfers/%d/asset".formatted(i));
    }
    var intended = new ArrayList<Intended>();
    var with = step.withDeparture() == null ? List.<String>of() : step.withDeparture();
    for (int i = 0; i < with.size(); i++) {
      intended.addAll(movements.named(with.get(i), "/withDeparture/" + i));
    }
    var filed = created(new Filing(step, code, null, null, intended), uri);
    refuseUnsigned(step);
    return filed;
  }

  /** The United Nations give no weapons away. */
  private void refuseGift(String asset, String pointer) {
    var category = mission.opening().asset(asset).category();
    if (List.of("WEAPON", "AMMUNITION", "ARMOURED_VEHICLE", "AIRCRAFT").contains(category)) {
      throw Refusal.unprocessable(pointer, m -> m.notGivenAway(asset, category));
    }
  }

  /** What a transfer is not without; asked last, when all else holds. */
  private static void refuseUnsigned(SignedStep step) {
    if (step.isVoid() || step.isRefused() || step.step() != SignedStep.Step.FORMAL_TRANSFER) {
      return;
    }
    if (step.document() == null) {
      throw Refusal.unprocessable("/document", Messages::transferNeedsIt);
    }
    if (step.signedForMission() == null) {
      throw Refusal.unprocessable("/signedForMission", Messages::transferNeedsIt);
    }
    if (step.signedForHost() == null) {
      throw Refusal.unprocessable("/signedForHost", Messages::transferNeedsIt);
    }
    if (step.receivedBy() == null) {
      throw Refusal.unprocessable("/receivedBy", Messages::transferNeedsIt);
    }
  }

  @POST
  @Path("{code}/handover/parts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response part(@PathParam("code") String code, SitePart part, @Context UriInfo uri) {
    names(code);
    return filed(code, part, uri);
  }

  @POST
  @Path("{code}/vacated")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response vacate(@PathParam("code") String code, Vacating vacating, @Context UriInfo uri) {
    names(code);
    return filed(code, vacating, uri);
  }

  @POST
  @Path("{code}/occupations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response occupy(
      @PathParam("code") String code, Occupation occupation, @Context UriInfo uri) {
    names(code);
    return filed(code, occupation, uri);
  }
}
