package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * A movement that no plan has.
 *
 * @param at the instant at which it is to set out, or null
 * @param joins the movement whose column it joins
 */
@ContractSchema("UnplannedMovement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnplannedMovement(
    String id,
    MovementKind kind,
    Mode mode,
    String base,
    String destination,
    List<String> routes,
    Parts.People people,
    List<Parts.UnitPeople> units,
    Integer loads,
    List<Parts.AssetItems> assets,
    Integer vehicles,
    String joins,
    String reason,
    Instant at)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return false;
  }

  @Override
  @JsonIgnore
  public Reference corrects() {
    return null;
  }

  /** How a movement goes, and whether it takes the rear party. */
  public enum MovementKind {
    CONVOY,
    FINAL_CONVOY,
    AIRLIFT,
    FINAL_AIRLIFT,
    REPOSITION
  }

  /** On what it goes. */
  public enum Mode {
    ROAD,
    RIVER,
    AIR
  }
}
