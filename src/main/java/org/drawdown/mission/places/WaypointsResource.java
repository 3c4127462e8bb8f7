package org.drawdown.mission.places;

import jakarta.ws.rs.Path;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.Parameters;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.ListResource;

/** The door to the waypoints. */
@Path("waypoints")
class WaypointsResource extends ListResource<Waypoint, Dataset.Waypoint> {

  private final WaypointRepository waypoints;

  WaypointsResource(WaypointRepository waypoints, Tools tools) {
    super(waypoints, tools);
    this.waypoints = waypoints;
  }

  @Override
  protected Page<Waypoint> page(Parameters filters, PageRequest request) {
    return waypoints.page(request);
  }
}
