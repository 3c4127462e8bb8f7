package org.drawdown.mission.places;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the routes. */
@Path("routes")
class RoutesResource extends ListResource<Route, Dataset.Route> {

  private final RouteRepository routes;

  RoutesResource(RouteRepository routes, Tools tools) {
    super(routes, tools);
    this.routes = routes;
  }

  @Override
  protected Page<Route> page(Parameters filters, PageRequest request) {
    return routes.page(filters.text("from"), filters.text("to"), filters.text("mode"), request);
  }
}
