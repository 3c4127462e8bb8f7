package org.drawdown.mission.whole;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.drawdown.api.page.Parameters;
import org.drawdown.api.page.Xlsx;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;
import org.drawdown.sheet.MissionSheets;
import org.drawdown.sheet.Template;

/** The door to workbooks that are to be filled in. */
@Path("template")
@RolesAllowed(Roles.VIEWER)
class TemplateResource {

  private final MissionData data;
  private final MissionSheets sheets;

  TemplateResource(MissionData data, MissionSheets sheets) {
    this.data = data;
    this.sheets = sheets;
  }

  @GET
  @Snapshot
  @Produces({MediaType.APPLICATION_JSON, Xlsx.MEDIA_TYPE})
  public Template get(@Context UriInfo uri) {
    var lists = new Parameters(uri).several("lists");
    return sheets.template(
        lists == null ? List.of() : lists, data.exists() ? data.dataset() : null);
  }
}
