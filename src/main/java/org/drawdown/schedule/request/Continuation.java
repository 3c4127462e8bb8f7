package org.drawdown.schedule.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * The plan before a replan, and the part of it that stays.
 *
 * @param basedOn id of the schedule before; null where nothing is replanned
 * @param asOf the day from which it is replanned
 * @param frozenDays days from then on in which what was planned stays
 * @param pins ids of movements that stay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Continuation(String basedOn, LocalDate asOf, Integer frozenDays, List<String> pins) {

  /** A plan from the first day on. */
  public static final Continuation NONE = new Continuation(null, null, null, null);

  /** Whether there is a plan to go on from. */
  public boolean goesOn() {
    return basedOn != null;
  }
}
