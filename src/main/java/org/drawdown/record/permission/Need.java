package org.drawdown.record.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.drawdown.record.fact.Permission;

/**
 * A permission that a planned movement needs.
 *
 * @param requestBy the last day on which it can be asked for in time
 * @param permission id of the one that was asked for, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Need(
    String movement,
    String base,
    LocalDate departs,
    Permission.Kind kind,
    String authority,
    LocalDate requestBy,
    boolean overdue,
    State state,
    String permission) {

  /** Whether it is there. */
  enum State {
    MISSING,
    PENDING,
    GRANTED,
    REFUSED
  }
}
