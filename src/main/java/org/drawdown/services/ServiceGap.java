package org.drawdown.services;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.drawdown.dataset.Dataset;

/**
 * A service and the day on which it ends.
 *
 * @param service id of the service; of jobs of national staff, of their unit
 * @param amount null where only days are said
 * @param unit what the amount counts
 * @param endsOn its last day
 * @param gapDays days between its last and the successor's first, below 0 where they overlap; null
 *     without a successor
 * @param ofStaff whether it is work of people whom the mission employs itself
 * @param share the successor's amount as a part of the amount; null where either is unknown
 */
public record ServiceGap(
    String base,
    String region,
    String service,
    String kind,
    String name,
    BigDecimal amount,
    String unit,
    LocalDate endsOn,
    BoundBy boundBy,
    @JsonInclude(JsonInclude.Include.ALWAYS) Dataset.Successor successor,
    Long gapDays,
    Double share,
    boolean estimate,
    @JsonIgnore boolean ofStaff) {

  /** Whether nobody does on a day what somebody did before. */
  boolean covers(LocalDate day) {
    return day.isAfter(endsOn) && (successor == null || day.isBefore(successor.from()));
  }
}
