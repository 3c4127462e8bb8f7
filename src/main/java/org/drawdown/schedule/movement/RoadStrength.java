package org.drawdown.schedule.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Who and what is on a road in the evening of a day.
 *
 * @param route id of the leg
 * @param movements columns on it
 * @param vehicles trucks, and what drives itself in loaded columns
 * @param people aboard, crews not counted
 * @param loads aboard, what drives itself included
 */
record RoadStrength(
    LocalDate date, String route, int movements, int vehicles, int people, int loads) {

  /** The sums of positions by day and road, in that order. */
  static List<RoadStrength> of(List<Position> positions) {
    var sums = new TreeMap<String, RoadStrength>();
    for (var position : positions) {
      if (position.route() != null) {
        sums.merge(
            position.date() + " " + position.route(),
            new RoadStrength(
                position.date(),
                position.route(),
                1,
                position.vehicles(),
                position.people(),
                position.loads()),
            RoadStrength::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  private RoadStrength plus(RoadStrength other) {
    return new RoadStrength(
        date,
        route,
        movements + other.movements,
        vehicles + other.vehicles,
        people + other.people,
        loads + other.loads);
  }
}
