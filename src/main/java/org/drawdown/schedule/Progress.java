package org.drawdown.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a run goes.
 *
 * @param seconds since solving began
 * @param iterations plans built
 * @param placeInQueue 1 for the next run to be taken up; null once it has been
 * @param objective of the best plan so far, null until there is one; with it bound and gap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    ScheduleState state,
    double seconds,
    long iterations,
    Long placeInQueue,
    Long objective,
    Long bound,
    Double gap) {}
