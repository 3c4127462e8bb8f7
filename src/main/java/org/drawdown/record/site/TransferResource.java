package org.drawdown.record.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The door to what stays. */
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class TransferResource {

  private final Handovers handovers;

  TransferResource(Handovers handovers) {
    this.handovers = handovers;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<TransferView> list(@Context UriInfo uri) {
    var query = new Parameters(uri);
    return handovers.transfers(query.text("base"), query.text("receiver"), PageRequest.of(uri));
  }
}
