package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.drawdown.api.contract.ContractSchema;

/**
 * A clearance that was asked for.
 *
 * @param requested how many were asked for, of flights say
 * @param leadDays days before the need by which it must be asked for; null where no rule says
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("Permission")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Permission(
    String id,
    Kind kind,
    String authority,
    Subject subject,
    Window window,
    Instant requestedAt,
    Integer requested,
    Integer leadDays,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  public Instant at() {
    return requestedAt;
  }

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** What it is for. */
  public enum Kind {
    FLIGHT,
    ROAD,
    CUSTOMS,
    SITE
  }

  /** What it is about: a movement, bases, routes or an exit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Subject(
      String movement,
      String base,
      List<String> bases,
      List<String> routes,
      String exit,
      Integer trucks,
      Purpose purpose) {

    /** Its bases, whether one or several were named. */
    @JsonIgnore
    public List<String> allBases() {
      if (base == null) {
        return bases == null ? List.of() : bases;
      }
      return bases == null
          ? List.of(base)
          : Stream.concat(Stream.of(base), bases.stream()).distinct().toList();
    }
  }

  /** What it is for besides moving itself. */
  public enum Purpose {
    AIR_COVER,
    MEDEVAC,
    RESUPPLY,
    SURVEILLANCE
  }

  /** The days that it is for, both included. */
  public record Window(LocalDate from, LocalDate to) {

    /** Whether a day is one of them. */
    public boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }
}
