package org.drawdown.record.movement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.drawdown.api.write.Write;
import org.drawdown.platform.Roles;
import org.drawdown.record.EntryView;
import org.drawdown.record.Recorder;

/** The door to reports of several movements at once. */
@Path("reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportsResource {

  private final Reports reports;
  private final Recorder recorder;

  ReportsResource(Reports reports, Recorder recorder) {
    this.reports = reports;
    this.recorder = recorder;
  }

  /** Reports as they were filed, in the order of the request. */
  record Filed(List<EntryView> reports) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.REPORTER, Roles.PLANNER})
  @Write
  public Response fileAll(ReportList list) {
    var filings = reports.filings(list);
    return Response.status(Response.Status.CREATED)
        .entity(new Filed(recorder.fileAll(filings, "/reports")))
        .build();
  }
}
