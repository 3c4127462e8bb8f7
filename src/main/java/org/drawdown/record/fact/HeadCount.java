package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * A head count or stock-take of a base: it sets the level.
 *
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("HeadCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeadCount(
    Instant at,
    Parts.People people,
    Integer loads,
    String reference,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }
}
