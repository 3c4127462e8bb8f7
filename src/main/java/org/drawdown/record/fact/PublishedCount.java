package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.drawdown.api.contract.ContractSchema;

/**
 * A figure that was published for the whole mission. It changes nothing.
 *
 * @param base null: the whole mission is meant
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("PublishedCount")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedCount(
    Instant at,
    String base,
    Integer peopleGone,
    String scope,
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
