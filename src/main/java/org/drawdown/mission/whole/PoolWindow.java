package org.drawdown.mission.whole;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.drawdown.dataset.Dataset;

/** The number that a pool has in a window. */
@Embeddable
record PoolWindow(String hub, LocalDate firstDay, LocalDate lastDay, int available) {

  static PoolWindow of(Dataset.Window document) {
    return new PoolWindow(document.hub(), document.from(), document.to(), document.available());
  }

  Dataset.Window document() {
    return new Dataset.Window(hub, firstDay, lastDay, available);
  }
}
