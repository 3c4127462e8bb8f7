package org.drawdown.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the service is measured against: answers that cost nothing but being answered. */
@Path("benchmark")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class BenchmarkResource {

  private static final Map<Integer, byte[]> ANSWERS = new ConcurrentHashMap<>();

  /** The same bytes every time, of a size. */
  @GET
  @Path("{size}")
  @Blocking
  public byte[] constant(@PathParam("size") int size) {
    return ANSWERS.computeIfAbsent(size, n -> ("\"" + "x".repeat(n - 2) + "\"").getBytes());
  }

  /** What was sent, read and written. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Blocking
  public JsonNode echo(JsonNode body) {
    return body;
  }
}
