package org.drawdown.mission.whole;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.drawdown.dataset.Dataset;

/** A window of dates in which convoys keep another pace. */
@Embeddable
record Season(String name, LocalDate firstDay, LocalDate lastDay) {

  static Season of(Dataset.Season document) {
    return new Season(document.name(), document.from(), document.to());
  }

  Dataset.Season document() {
    return new Dataset.Season(name, firstDay, lastDay);
  }
}
