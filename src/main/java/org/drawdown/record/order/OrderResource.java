package org.drawdown.record.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.drawdown.platform.Roles;
import org.drawdown.platform.database.Snapshot;

/** The door to movement orders: JSON for programs, a page that prints on one sheet for people. */
@Path("movements")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@RolesAllowed(Roles.VIEWER)
class OrderResource {

  private final Orders orders;

  OrderResource(Orders orders) {
    this.orders = orders;
  }

  @GET
  @Path("{id}/order")
  @Snapshot
  public MovementOrder get(@PathParam("id") String id) {
    return orders.of(id);
  }
}
