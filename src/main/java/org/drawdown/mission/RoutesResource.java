package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the routes. */
@Path("routes")
class RoutesResource extends CollectionResource {

  RoutesResource() {
    super(Collection.ROUTES, Map.of());
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .equal("fromPlace", filters.getFirst("from"))
        .equal("toPlace", filters.getFirst("to"))
        .equal("mode", filters.getFirst("mode"));
  }
}
