package org.drawdown.mission.places;

import java.time.LocalDate;
import java.util.Set;

/** Tells what the bases are doing; answered by whoever keeps the schedules. */
public interface BaseStages {

  /** Codes of the bases that the active schedule has in a stage on a day; none without one. */
  Set<String> basesIn(String stage, LocalDate day);
}
