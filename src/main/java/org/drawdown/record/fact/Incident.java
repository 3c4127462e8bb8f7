package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.schedule.request.Assumptions;

/**
 * Something that happened to a movement, at a base or on a road.
 *
 * @param othersHurt people who are not the mission's, by who they are
 * @param restriction what holds movements up since, to be kept with it
 * @param bombs how many went off
 */
@ContractSchema("Incident")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incident(
    String id,
    Kind kind,
    Instant at,
    String movement,
    String base,
    String route,
    Casualties casualties,
    Map<String, Integer> othersHurt,
    Integer evacuated,
    Integer bombs,
    Integer vehiclesDamaged,
    Map<String, Integer> assetsDamaged,
    Assumptions.AssumedRestriction restriction,
    Reference corrects,
    String remarks)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return kind == Kind.VOID;
  }

  /** What happened. */
  public enum Kind {
    ATTACK_DIRECT,
    ATTACK_INDIRECT,
    IED,
    CLASH_NEARBY,
    BREAKDOWN,
    ACCIDENT,
    DEMONSTRATION,
    BLOCKADE,
    LOOTING,
    REFUSAL,
    RESUPPLY,
    WARNING,
    OTHER,
    VOID
  }

  /** People of the mission who were hurt; null for none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Casualties(Integer injured, Integer killed, Integer missing, Integer evacuated) {}

  /** People injured. */
  @JsonIgnore
  public int injured() {
    return casualties == null ? 0 : Parts.People.or(casualties.injured());
  }

  /** People killed. */
  @JsonIgnore
  public int killed() {
    return casualties == null ? 0 : Parts.People.or(casualties.killed());
  }

  /** People missing. */
  @JsonIgnore
  public int missing() {
    return casualties == null ? 0 : Parts.People.or(casualties.missing());
  }

  /** This incident with its name and the movement that it happened to. */
  public Incident of(String name, String itsMovement) {
    return new Incident(
        name,
        kind,
        at,
        itsMovement,
        base,
        route,
        casualties,
        othersHurt,
        evacuated,
        bombs,
        vehiclesDamaged,
        assetsDamaged,
        restriction,
        corrects,
        remarks);
  }
}
