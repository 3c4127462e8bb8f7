package org.drawdown.schedule.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.dataset.Dataset;

/**
 * Assumptions of a schedule that differ from its dataset; null where none does.
 *
 * @param liftedRestrictions ids of restrictions that do not hold
 * @param phases instead of those of the same number
 * @param bases changes by code of the base; null stands for absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assumptions(
    LocalDate deadline,
    Pool trucks,
    Pool escorts,
    MergePatch convoy,
    List<Dataset.Restriction> restrictions,
    List<String> liftedRestrictions,
    List<Dataset.Phase> phases,
    Map<String, MergePatch> bases,
    WriteOff writeOff,
    Boolean hardDeadline) {

  /** What is empty says nothing, as clients send it that fill in every field. */
  public Assumptions {
    convoy = convoy == null || convoy.isEmpty() ? null : convoy;
    restrictions = restrictions == null || restrictions.isEmpty() ? null : restrictions;
    liftedRestrictions =
        liftedRestrictions == null || liftedRestrictions.isEmpty() ? null : liftedRestrictions;
    phases = phases == null || phases.isEmpty() ? null : phases;
    bases = bases == null || bases.isEmpty() ? null : bases;
  }

  /** The dataset as it is. */
  public static final Assumptions NONE =
      new Assumptions(null, null, null, null, null, null, null, null, null, null);

  /** Whether loads may stay for disposal on the spot. */
  public enum WriteOff {
    NEVER,
    ALLOWED
  }

  /** A pool: one number for the whole horizon, or windows. */
  public record Pool(Integer number, List<Dataset.Window> windows) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Pool of(int number) {
      return new Pool(number, null);
    }

    /** A whole number may be written with a point. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Pool of(BigDecimal number) {
      return new Pool(number.intValueExact(), null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Pool of(List<Dataset.Window> windows) {
      return new Pool(null, windows);
    }

    @JsonValue
    Object written() {
      return number == null ? windows : number;
    }
  }

  /** Whether loads may be written off. */
  public boolean mayLeaveBehind() {
    return writeOff == WriteOff.ALLOWED;
  }

  /** Whether every spoke must be closed by the deadline. */
  public boolean mustMeetDeadline() {
    return Boolean.TRUE.equals(hardDeadline);
  }
}
