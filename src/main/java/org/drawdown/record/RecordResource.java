package org.drawdown.record;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.record.ledger.EntryKind;

/** The door to the record as it was filed. */
@Path("record")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class RecordResource {

  private final RecordedMission mission;
  private final RecordRepository entries;

  RecordResource(RecordedMission mission, RecordRepository entries) {
    this.mission = mission;
    this.entries = entries;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<RecordedEntry> list(@Context UriInfo uri) {
    var query = new Parameters(uri);
    var filter =
        new RecordRepository.Filter(
            query.value("kind", EntryKind::valueOf),
            query.text("base"),
            query.text("movement"),
            query.day("from"),
            query.day("to"));
    return entries.rows(mission.code(), filter, PageRequest.of(uri));
  }

  @GET
  @Path("{sequence}")
  @Snapshot
  public RecordedEntry get(@PathParam("sequence") long sequence) {
    return entries.recorded(mission.code(), sequence);
  }
}
