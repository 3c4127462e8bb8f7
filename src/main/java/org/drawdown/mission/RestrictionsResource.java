package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the restrictions. */
@Path("restrictions")
class RestrictionsResource extends CollectionResource {

  RestrictionsResource() {
    super(Collection.RESTRICTIONS, Map.of("from", "firstDay"));
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .equal("kind", filters.getFirst("kind"))
        .naming("bases", filters.getFirst("base"))
        .naming("routes", filters.getFirst("route"))
        .covering(filters.getFirst("on"));
  }
}
