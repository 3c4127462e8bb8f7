package org.drawdown.record;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.record.Recorder.Filing;

/** What doors have in common through which something is filed. */
public abstract class RecordDoor {

  private final Recorder recorder;

  protected RecordDoor(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Files what happened; 201 with the entry, and where it is. */
  protected Response created(Filing filing, UriInfo uri) {
    var filed = recorder.file(filing);
    var place = uri.getBaseUriBuilder().path("record").path(String.valueOf(filed.sequence()));
    return Response.created(place.build()).entity(filed).build();
  }
}
