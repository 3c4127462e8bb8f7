package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * What an authority answered.
 *
 * @param granted how many it granted; null for all or none
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("PermissionAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermissionAnswer(
    Instant at,
    Outcome outcome,
    Integer granted,
    String conditions,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** The answer. */
  public enum Outcome {
    GRANTED,
    PARTIAL,
    REFUSED,
    LAPSED,
    WITHDRAWN;

    /** Whether what was asked for may not be done. */
    public boolean forbids() {
      return this == REFUSED || this == LAPSED;
    }
  }
}
