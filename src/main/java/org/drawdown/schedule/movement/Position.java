package org.drawdown.schedule.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Plan.Kind;

/**
 * Where a convoy, or what changes its hub, is in the evening of a day.
 *
 * @param atBaseOn the day on which it reaches the base that it empties; null for what changes its
 *     hub
 * @param route on which it stands; null at a base
 * @param routeKm from where it entered that route
 * @param km from where this drive began
 * @param at the point on the straight line of the leg; null where an end of it has no known place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Position(
    LocalDate date,
    String movement,
    Kind kind,
    String base,
    String destination,
    Whereabouts.Doing doing,
    int vehicles,
    int people,
    int loads,
    LocalDate atBaseOn,
    String route,
    Double routeKm,
    double km,
    Dataset.Point at) {

  static Position of(MovementDocument movement, Whereabouts.Evening evening, LocalDate atBaseOn) {
    boolean loaded = evening.doing() == Whereabouts.Doing.LOADED;
    return new Position(
        evening.day(),
        movement.id(),
        movement.kind(),
        movement.base(),
        movement.destination(),
        evening.doing(),
        movement.trucks() + (loaded ? movement.selfDeploying() : 0),
        loaded ? movement.people() : 0,
        loaded ? movement.loads() : 0,
        atBaseOn,
        evening.route(),
        evening.route() == null ? null : evening.routeKm(),
        evening.km(),
        evening.at());
  }
}
