package org.drawdown.schedule.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * How long and how to search; null where a request does not say.
 *
 * @param maxIterations most plans built; no limit if null
 * @param targetGap gap, 0 to 1, at which the plan is good enough
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Solve(
    BigDecimal timeLimitSeconds,
    Long maxIterations,
    BigDecimal targetGap,
    Long seed,
    Integer threads) {

  private static final BigDecimal USUAL_SECONDS = BigDecimal.valueOf(30);

  /**
   * A requested search with its time, seed and threads.
   *
   * @param most threads that the service allows a run
   */
  public static Solve complete(Solve requested, int most) {
    var given = requested == null ? new Solve(null, null, null, null, null) : requested;
    return new Solve(
        given.timeLimitSeconds() == null ? USUAL_SECONDS : given.timeLimitSeconds(),
        given.maxIterations(),
        given.targetGap(),
        given.seed() == null ? 1 : given.seed(),
        given.threads() == null ? most : Math.min(most, given.threads()));
  }
}
