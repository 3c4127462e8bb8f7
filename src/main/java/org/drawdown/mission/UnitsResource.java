package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the units. */
@Path("units")
class UnitsResource extends CollectionResource {

  UnitsResource() {
    super(Collection.UNITS, Map.of());
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .equal("base", filters.getFirst("base"))
        .equal("country", filters.getFirst("country"))
        .equal("category", filters.getFirst("category"));
  }
}
