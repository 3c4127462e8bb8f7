package org.drawdown.mission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.drawdown.common.Contract;
import org.drawdown.common.MergePatch;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Writes;

/** The door to the mission itself. */
@Path("mission")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class MissionResource {

  private final MissionData data;
  private final Contract contract;
  private final Representations representations;
  private final Writes writes;

  MissionResource(
      MissionData data, Contract contract, Representations representations, Writes writes) {
    this.data = data;
    this.contract = contract;
    this.representations = representations;
    this.writes = writes;
  }

  @GET
  @Transactional
  public Response get(@Context Request request) {
    return representations.answer(data.mission(), request);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response replace(JsonNode body, @Context HttpHeaders headers) {
    return writes.change(
        () -> {
          data.lock();
          representations.requireMatch(headers, data.mission());
          data.replaceMission((ObjectNode) contract.require("Mission", body));
          return representations.written(Response.Status.OK, data.mission()).build();
        });
  }

  @PATCH
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Roles.PLANNER)
  @Transactional
  public Response change(JsonNode patch, @Context HttpHeaders headers) {
    return writes.change(
        () -> {
          data.lock();
          var present = data.mission();
          representations.requireMatch(headers, present);
          contract.require("Patch", patch);
          data.replaceMission((ObjectNode) MergePatch.apply(present, patch));
          return representations.written(Response.Status.OK, data.mission()).build();
        });
  }
}
