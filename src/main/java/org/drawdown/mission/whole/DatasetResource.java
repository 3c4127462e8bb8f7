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
import java.util.List;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.Warnings;
import org.drawdown.platform.Roles;

/** The door to the mission as one document. */
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class DatasetResource {

  private final MissionData data;
  private final ETags tags;

  DatasetResource(MissionData data, ETags tags) {
    this.data = data;
    this.tags = tags;
  }

  /** A dataset that has been put, and what is probably wrong with it. */
  record Received(
      @JsonUnwrapped Dataset dataset,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> warnings) {}

  @GET
  public Dataset export() {
    return data.dataset();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Write
  public Response replace(Dataset document) {
    tags.requireMatch(data::heldDataset);
    var kept = data.replace(document);
    var warnings = Warnings.of(kept);
    var answer = Response.ok(new Received(kept, warnings));
    // The tag is that of the dataset alone, which is what If-Match will be compared with.
    return warnings.isEmpty() ? answer.build() : answer.tag(tags.tag(kept)).build();
  }
}
