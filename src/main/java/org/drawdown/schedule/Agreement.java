package org.drawdown.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * The consent of the host State to a schedule.
 *
 * @param with who has consented
 * @param on the day of the document
 * @param reservations what was reserved, by base
 */
@ContractSchema("Agreement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agreement(
    String with, String document, LocalDate on, List<Reservation> reservations) {

  /** A base for which something was reserved; the days are bounds of its closing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reservation(String base, LocalDate notBefore, LocalDate notAfter, String text) {}
}
