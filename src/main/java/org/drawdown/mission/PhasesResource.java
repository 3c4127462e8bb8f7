package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the phases. */
@Path("phases")
class PhasesResource extends CollectionResource {

  PhasesResource() {
    super(Collection.PHASES, Map.of("from", "firstDay"));
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .naming("bases", filters.getFirst("base"))
        .covering(filters.getFirst("on"));
  }
}
