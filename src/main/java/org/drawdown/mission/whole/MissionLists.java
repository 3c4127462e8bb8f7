package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.contents.AirServiceRepository;
import org.drawdown.mission.contents.AssetRepository;
import org.drawdown.mission.contents.UnitRepository;
import org.drawdown.mission.limits.PhaseRepository;
import org.drawdown.mission.limits.RestrictionRepository;
import org.drawdown.mission.places.BaseRepository;
import org.drawdown.mission.places.ExitRepository;
import org.drawdown.mission.places.RouteRepository;
import org.drawdown.mission.places.WaypointRepository;

/** All lists of the mission's data. Use inside a transaction. */
@ApplicationScoped
class MissionLists {

  private final ExitRepository exits;
  private final BaseRepository bases;
  private final WaypointRepository waypoints;
  private final UnitRepository units;
  private final AssetRepository assets;
  private final AirServiceRepository airServices;
  private final RouteRepository routes;
  private final RestrictionRepository restrictions;
  private final PhaseRepository phases;

  MissionLists(
      ExitRepository exits,
      BaseRepository bases,
      WaypointRepository waypoints,
      UnitRepository units,
      AssetRepository assets,
      AirServiceRepository airServices,
      RouteRepository routes,
      RestrictionRepository restrictions,
      PhaseRepository phases) {
    this.exits = exits;
    this.bases = bases;
    this.waypoints = waypoints;
    this.units = units;
    this.assets = assets;
    this.airServices = airServices;
    this.routes = routes;
    this.restrictions = restrictions;
    this.phases = phases;
  }

  /** The dataset that a mission and these lists make. */
  Dataset dataset(Mission mission) {
    return new Dataset(
        mission.document(),
        exits.documents(),
        bases.documents(),
        waypoints.documents(),
        units.documents(),
        assets.documents(),
        airServices.documents(),
        routes.documents(),
        restrictions.documents(),
        phases.documents(),
        mission.sources());
  }

  /** Deletes all rows; those that name others go first. */
  void deleteAll() {
    var inOrder =
        List.<MissionList<?, ?, ?>>of(
            exits, bases, waypoints, units, assets, airServices, routes, restrictions, phases);
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      inOrder.get(i).deleteAll();
    }
  }

  /** Adds the rows of a dataset while there are none; returns the dataset that is now kept. */
  Dataset addAll(Mission mission, Dataset document) {
    return new Dataset(
        mission.document(),
        exits.addAll(document.exits()),
        bases.addAll(document.bases()),
        waypoints.addAll(document.waypoints()),
        units.addAll(document.units()),
        assets.addAll(document.assets()),
        airServices.addAll(document.airServices()),
        routes.addAll(document.routes()),
        restrictions.addAll(document.restrictions()),
        phases.addAll(document.phases()),
        mission.sources());
  }
}
