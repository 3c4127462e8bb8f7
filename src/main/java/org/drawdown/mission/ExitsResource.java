package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the exits. */
@Path("exits")
class ExitsResource extends CollectionResource {

  ExitsResource() {
    super(Collection.EXITS, Map.of("code", "id"));
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .equal("kind", filters.getFirst("kind"))
        .equal("country", filters.getFirst("country"));
  }
}
