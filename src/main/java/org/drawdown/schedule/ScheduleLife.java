package org.drawdown.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What became of a schedule since it was READY; null for what has not happened.
 *
 * @param decidedBy who approved or rejected it
 * @param decisionText what that user said of it
 * @param agreed whether the host State has consented
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleLife(
    String submittedBy,
    Instant submittedAt,
    String decidedBy,
    Instant decidedAt,
    String decisionText,
    Instant inForceFrom,
    Instant inForceUntil,
    boolean agreed) {}
