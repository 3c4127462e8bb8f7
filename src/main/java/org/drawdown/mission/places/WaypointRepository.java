package org.drawdown.mission.places;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.PageRequest;
import org.drawdown.api.page.RowQuery;
import org.drawdown.api.page.SortKey;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.mission.ListKind;
import org.drawdown.mission.MissionList;

/** The waypoints. */
@ApplicationScoped
public class WaypointRepository extends MissionList<Waypoint, Dataset.Waypoint, String> {

  private static final SortKey<Waypoint> CODE = SortKey.key("r.code", Waypoint::code);
  private static final Map<String, SortKey<Waypoint>> SORTS =
      Map.of("code", CODE, "name", SortKey.text("r.name", Waypoint::name));

  WaypointRepository() {
    super(
        new ListKind<>(
            "waypoints",
            Dataset.Waypoint.class,
            "code",
            Dataset.Waypoint::code,
            d -> new Waypoint(d.code()),
            Messages::noWaypoint,
            Messages::waypointTaken));
  }

  /** A page of waypoints. */
  Page<Waypoint> page(PageRequest request) {
    return new RowQuery<>(this, Waypoint.class)
        .page(request, SORTS.get(request.sort() == null ? "code" : request.field()), CODE);
  }

  /** Bases, exits and waypoints share their codes. */
  @Override
  public boolean isTaken(String key) {
    return getEntityManager().find(Place.class, key) != null;
  }

  @Override
  protected String id(String key) {
    return key;
  }

  @Override
  protected void fill(Waypoint row, Dataset.Waypoint document) {
    row.become(document);
  }
}
