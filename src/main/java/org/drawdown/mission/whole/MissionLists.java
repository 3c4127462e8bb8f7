package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionList;
import org.drawdown.mission.contents.AssetRepository;
import org.drawdown.mission.contents.UnitRepository;
import org.drawdown.mission.limits.PhaseRepository;
import org.drawdown.mission.limits.RestrictionRepository;
import org.drawdown.mission.places.BaseRepository;
import org.drawdown.mission.places.ExitRepository;
import org.drawdown.mission.places.RouteRepository;

/** All lists of the mission's data. Use inside a transaction. */
@ApplicationScoped
class MissionLists {

  private final ExitRepository exits;
  private final BaseRepository bases;
  private final UnitRepository units;
  private final AssetRepository assets;
  private final RouteRepository routes;
  private final RestrictionRepository restrictions;
  private final PhaseRepository phases;

  MissionLists(
      ExitRepository exits,
      BaseRepository bases,
      UnitRepository units,
      AssetRepository assets,
      RouteRepository routes,
      RestrictionRepository restrictions,
      PhaseRepository phases) {
    this.exits = exits;
    this.bases = bases;
    this.units = units;
    this.assets = assets;
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
        units.documents(),
        assets.documents(),
        routes.documents(),
        restrictions.documents(),
        phases.documents(),
        mission.sources());
  }

  /** Deletes all rows; those that name others go first. */
  void deleteAll() {
    var inOrder =
        List.<MissionList<?, ?, ?>>of(exits, bases, units, assets, routes, restrictions, phases);
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
        units.addAll(document.units()),
        assets.addAll(document.assets()),
        routes.addAll(document.routes()),
        restrictions.addAll(document.restrictions()),
        phases.addAll(document.phases()),
        mission.sources());
  }
}
