package org.drawdown.mission.whole;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.page.Xlsx;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.Warnings;
import org.drawdown.platform.Roles;
import org.drawdown.sheet.MissionSheets;
import org.drawdown.sheet.grid.Grid;

/** The door to the mission as one document. */
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class DatasetResource {

  private final MissionData data;
  private final ETags tags;
  private final MissionSheets sheets;

  DatasetResource(MissionData data, ETags tags, MissionSheets sheets) {
    this.sheets = sheets;
    this.data = data;
    this.tags = tags;
  }

  /** A dataset that has been put, and what is probably wrong with it. */
  record Received(
      @JsonUnwrapped Dataset dataset,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> warnings) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Xlsx.MEDIA_TYPE})
  public Dataset export() {
    return data.dataset();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Write
  public Response replace(Dataset document) {
    tags.requireMatch(data::heldDataset);
    return received(data.replace(document), List.of());
  }

  @PUT
  @Consumes(Xlsx.MEDIA_TYPE)
  @RolesAllowed(Roles.ADMIN)
  @Write
  public Response take(Grid workbook) {
    tags.requireMatch(data::heldDataset);
    var taken = sheets.mission(workbook);
    try {
      return received(data.replace(taken.documents().get(0)), taken.warnings());
    } catch (Refusal e) {
      throw taken.placed(e);
    }
  }

  private Response received(Dataset kept, List<Fault> leftOut) {
    var warnings = new ArrayList<Fault>(leftOut);
    warnings.addAll(Warnings.of(kept));
    var answer = Response.ok(new Received(kept, warnings));
    // The tag is that of the dataset alone, which is what If-Match will be compared with.
    return warnings.isEmpty() ? answer.build() : answer.tag(tags.tag(kept)).build();
  }
}
