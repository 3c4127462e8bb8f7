package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * A part of a site that has been handed over. It has no effect but on the list.
 *
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("SitePart")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SitePart(
    Instant at,
    String part,
    Parts.Receiver receivedBy,
    String document,
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
