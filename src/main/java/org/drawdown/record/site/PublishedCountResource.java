package org.drawdown.record.site;

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
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.EntryView;
import org.drawdown.record.RecordDoor;
import org.drawdown.record.RecordRepository;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.PublishedCount;
import org.drawdown.record.ledger.EntryKind;

/** The door to figures that were published for the whole mission. */
@Path("counts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class PublishedCountResource extends RecordDoor {

  private final RecordedMission mission;
  private final RecordRepository entries;

  PublishedCountResource(RecordedMission mission, RecordRepository entries, Recorder recorder) {
    super(recorder);
    this.mission = mission;
    this.entries = entries;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<EntryView> list(@Context UriInfo uri) {
    return entries.page(
        mission.code(),
        new RecordRepository.Filter(EntryKind.PUBLISHED_COUNT, null, null, null, null),
        PageRequest.of(uri));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response publish(PublishedCount count, @Context UriInfo uri) {
    return created(Recorder.Filing.at(null, count), uri);
  }
}
