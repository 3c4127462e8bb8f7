package org.drawdown.mission.whole;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.platform.database.Snapshot;

/** Reads the mission's data as a whole, in one snapshot. */
@ApplicationScoped
class DatasetReader {

  private final MissionRepository missions;
  private final MissionLists lists;

  DatasetReader(MissionRepository missions, MissionLists lists) {
    this.missions = missions;
    this.lists = lists;
  }

  /** The whole as one document; 404 if there is no mission. */
  @Snapshot
  PresentDataset.Read read() {
    var mission = missions.getTheOne();
    return new PresentDataset.Read(mission.revision(), lists.dataset(mission));
  }
}
