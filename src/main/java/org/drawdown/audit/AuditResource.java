package org.drawdown.audit;

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

/** The door to the trail of changes. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class AuditResource {

  private final AuditLog log;

  AuditResource(AuditLog log) {
    this.log = log;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
  public Page<AuditEntry> list(@Context UriInfo uri) {
    var query = new Parameters(uri);
    return log.page(
        new AuditLog.Filter(query.text("entity"), query.text("id"), query.text("actor")),
        PageRequest.of(uri));
  }

  @GET
  @Path("verification")
  @Snapshot
  public AuditLog.Verification verify() {
    return log.verify();
  }
}
