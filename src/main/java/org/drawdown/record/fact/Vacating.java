package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * A base that was left without a handover.
 *
 * @param lossEvent the event of what is lost with it; null for one of its own
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("Vacating")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Vacating(
    Instant at,
    Reason reason,
    String lossEvent,
    Parts.Receiver occupiedBy,
    String remarks,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** Why. */
  public enum Reason {
    DANGER,
    ORDER,
    BLOCKED,
    OTHER
  }
}
