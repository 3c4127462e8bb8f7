package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * Who holds a closed site, and since when. For information only.
 *
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("Occupation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occupation(
    Instant at,
    String by,
    Parts.ReceiverKind kind,
    String remarks,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }
}
