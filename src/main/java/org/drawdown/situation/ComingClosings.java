package org.drawdown.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;

/** Tells when bases close under the schedule in force as things now stand. */
@ApplicationScoped
public class ComingClosings {

  private final Situations situations;

  ComingClosings(Situations situations) {
    this.situations = situations;
  }

  /** By base; none where nothing was reported, or where the plan in force leads to no end. */
  public Map<String, LocalDate> byBase() {
    return situations.comingClosings();
  }
}
