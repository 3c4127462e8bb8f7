package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.contents.AssetRepository;
import org.drawdown.mission.contents.UnitRepository;
import org.drawdown.mission.limits.PhaseRepository;
import org.drawdown.mission.limits.RestrictionRepository;
import org.drawdown.mission.places.BaseRepository;
import org.drawdown.mission.places.ExitRepository;
import org.drawdown.mission.places.RouteRepository;
import org.drawdown.platform.database.Snapshot;

/** Reads the mission's data as a whole, in one snapshot. */
@ApplicationScoped
class DatasetReader {

  private final MissionRepository missions;
  private final ExitRepository exits;
  private final BaseRepository bases;
  private final UnitRepository units;
  private final AssetRepository assets;
  private final RouteRepository routes;
  private final RestrictionRepository restrictions;
  private final PhaseRepository phases;

  DatasetReader(
      MissionRepository missions,
      ExitRepository exits,
      BaseRepository bases,
      UnitRepository units,
      AssetRepository assets,
      RouteRepository routes,
      RestrictionRepository restrictions,
      PhaseRepository phases) {
    this.missions = missions;
    this.exits = exits;
    this.bases = bases;
    this.units = units;
    this.assets = assets;
    this.routes = routes;
    this.restrictions = restrictions;
    this.phases = phases;
  }

  /** The whole as one document; 404 if there is no mission. */
  @Snapshot
  PresentDataset.Read read() {
    var mission = missions.getTheOne();
    var dataset =
        new Dataset(
            mission.document(),
            exits.documents(),
            bases.documents(),
            units.documents(),
            assets.documents(),
            routes.documents(),
            restrictions.documents(),
            phases.documents(),
            mission.sources());
    return new PresentDataset.Read(mission.revision(), dataset);
  }
}
