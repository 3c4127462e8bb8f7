package org.drawdown.mission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.drawdown.common.Contract;
import org.drawdown.common.Representations;
import org.drawdown.common.Roles;
import org.drawdown.common.Writes;

/** The door to the mission as one document. */
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
class DatasetResource {

  private final MissionData data;
  private final Contract contract;
  private final Representations representations;
  private final Writes writes;

  DatasetResource(
      MissionData data, Contract contract, Representations representations, Writes writes) {
    this.data = data;
    this.contract = contract;
    this.representations = representations;
    this.writes = writes;
  }

  @GET
  @Transactional
  public Response export(@Context Request request) {
    return representations.answer(data.dataset(), request);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public Response replace(JsonNode body, @Context HttpHeaders headers) {
    return writes.change(
        () -> {
          representations.requireMatch(headers, data.exists() ? data.lockedDataset() : "");
          data.replace((ObjectNode) contract.require("Dataset", body));
          return representations.written(Response.Status.OK, data.dataset()).build();
        });
  }
}
