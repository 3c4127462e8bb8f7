package org.drawdown.mission.whole;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Dataset;
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

  @GET
  @Transactional
  public Dataset export() {
    return data.dataset();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Write
  public Dataset replace(Dataset document) {
    tags.requireMatch(data.lockedDataset());
    data.replace(document);
    return data.dataset();
  }
}
