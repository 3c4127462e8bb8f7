package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * People and loads that left the country from a base.
 *
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("Departure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Departure(
    Instant at,
    Parts.People people,
    List<Parts.UnitPeople> units,
    Integer loads,
    List<Parts.AssetItems> assets,
    Carrier carrier,
    String exit,
    String reference,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** With whom; NONE where national staff separate. */
  public enum Carrier {
    CHARTER,
    COMMERCIAL,
    LETTER_OF_ASSIST,
    ROAD,
    NATIONAL,
    NONE
  }

  /** Whether it names anybody or anything. */
  @JsonIgnore
  public boolean saysWhat() {
    return people != null || units != null || loads != null || assets != null;
  }
}
