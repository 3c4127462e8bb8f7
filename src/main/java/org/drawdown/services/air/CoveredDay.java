package org.drawdown.services.air;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.movement.Whereabouts;

/**
 * How soon a helicopter would be with a convoy in the evening of a day.
 *
 * @param people aboard
 * @param at where the convoy is; null where that is not known
 * @param from the open base with a medical unit from which a helicopter is there first; null if
 *     there is none in range
 * @param aircraft the type that flies
 * @param minutes of flight there, rounded up
 * @param uncovered whether that is longer than the mission allows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoveredDay(
    LocalDate date,
    String movement,
    Whereabouts.Doing doing,
    int people,
    String route,
    Double routeKm,
    Dataset.Point at,
    String from,
    String aircraft,
    Double distanceKm,
    Integer minutes,
    boolean uncovered) {}
