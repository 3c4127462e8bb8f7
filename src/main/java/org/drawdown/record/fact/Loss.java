package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * Assets that were lost at a base or with a movement.
 *
 * @param loads how many loads, the least important first
 * @param allBut all loads but so many, the least important first
 * @param event what happened, by which claims are grouped
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("Loss")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Loss(
    Instant at,
    String base,
    String movement,
    List<Parts.AssetItems> assets,
    Integer loads,
    Integer allBut,
    Fate fate,
    Cause cause,
    String event,
    String evidence,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** What became of them. */
  public enum Fate {
    DESTROYED,
    DISABLED,
    ABANDONED,
    CAPTURED,
    DAMAGED
  }

  /** Why, in the words of the COE Manual. */
  public enum Cause {
    HOSTILE_ACTION,
    FORCED_ABANDONMENT,
    NO_FAULT,
    NEGLIGENCE,
    ACCIDENT
  }
}
