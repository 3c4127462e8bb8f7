package org.drawdown.mission;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** The door to the assets. */
@Path("assets")
class AssetsResource extends CollectionResource {

  AssetsResource() {
    super(Collection.ASSETS, Map.of());
  }

  @Override
  Items.Query query(MultivaluedMap<String, String> filters) {
    return new Items.Query()
        .equal("base", filters.getFirst("base"))
        .equal("category", filters.getFirst("category"))
        .equal("ownership", filters.getFirst("ownership"))
        .equal("disposition", filters.getFirst("disposition"))
        .equal("type", filters.getFirst("type"));
  }
}
