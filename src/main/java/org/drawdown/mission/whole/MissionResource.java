package org.drawdown.mission.whole;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.drawdown.api.answer.ETags;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.write.Write;
import org.drawdown.dataset.Dataset;
import org.drawdown.platform.Roles;

/** The door to the mission itself. */
@Path("mission")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class MissionResource {

  private final MissionData data;
  private final RequestBodies bodies;
  private final ETags tags;

  MissionResource(MissionData data, RequestBodies bodies, ETags tags) {
    this.data = data;
    this.bodies = bodies;
    this.tags = tags;
  }

  @GET
  public Dataset.Mission get() {
    return data.dataset().mission();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Dataset.Mission replace(Dataset.Mission document) {
    present();
    return data.replaceMission(document);
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.PLANNER)
  @Write
  public Dataset.Mission change(MergePatch patch) {
    return data.replaceMission(bodies.patched(present(), patch, ""));
  }

  private Dataset.Mission present() {
    var present = data.heldMission();
    tags.requireMatch(() -> present);
    return present;
  }
}
