package org.drawdown.schedule.movement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.RoadCalendar;

/**
 * Where a convoy is in the evening of each of its days: on its way to the base, loading there, or
 * on its way back. The place is on the straight line between the ends of the leg that it is on.
 */
public final class Whereabouts {

  /** What a convoy does on a day. */
  public enum Doing {
    /** It drives empty to the base. */
    EMPTY,
    /** It stands at the base. */
    LOADING,
    /** It drives to its destination. */
    LOADED
  }

  /**
   * The evening of a day.
   *
   * @param route on which it stands; null at a base
   * @param routeKm from where it entered that route
   * @param km from where this drive began
   * @param at null where an end of the leg has no known place
   */
  public record Evening(
      LocalDate day, Doing doing, String route, double routeKm, double km, Dataset.Point at) {}

  private final RoadCalendar calendar;
  private final Map<String, Dataset.Point> places = new HashMap<>();

  public Whereabouts(Dataset dataset) {
    calendar = new RoadCalendar(dataset);
    dataset.bases().forEach(b -> places.put(b.code(), b.location()));
    dataset.exits().forEach(e -> places.put(e.code(), e.location()));
    dataset.waypoints().forEach(w -> places.put(w.code(), w.location()));
  }

  /** The days of a movement from the first to its arrival; none if it flies. */
  public List<Evening> of(MovementDocument movement) {
    var evenings = new ArrayList<Evening>();
    if (!movement.kind().drives()) {
      return evenings;
    }
    var roads = calendar.roads(movement.routes());
    if (movement.kind().isConvoy()) {
      var back = RoadCalendar.reversed(roads);
      drive(evenings, back, movement.destination(), movement.dispatched(), Doing.EMPTY);
      var first = evenings.isEmpty() ? movement.dispatched() : next(evenings);
      for (var day = first; day.isBefore(movement.departs()); day = day.plusDays(1)) {
        evenings.add(new Evening(day, Doing.LOADING, null, 0, 0, places.get(movement.base())));
      }
    }
    drive(
        evenings,
        roads,
        movement.base(),
        movement.departs(),
        movement.kind().isConvoy() ? Doing.LOADED : Doing.EMPTY);
    return evenings;
  }

  /** The day on which a convoy reaches the base that it empties; null for what does not. */
  public static LocalDate atBaseOn(MovementDocument movement, List<Evening> evenings) {
    if (!movement.kind().isConvoy()) {
      return null;
    }
    return evenings.stream()
        .filter(e -> e.doing() == Doing.EMPTY)
        .map(Evening::day)
        .reduce((earlier, later) -> later)
        .orElse(movement.dispatched());
  }

  private static LocalDate next(List<Evening> evenings) {
    return evenings.get(evenings.size() - 1).day().plusDays(1);
  }

  private void drive(
      List<Evening> evenings, List<Dataset.Route> roads, String from, LocalDate day, Doing doing) {
    for (var halt : calendar.halts(roads, day)) {
      evenings.add(
          new Evening(
              halt.day(), doing, halt.route(), halt.routeKm(), halt.toKm(), at(roads, from, halt)));
    }
  }

  private Dataset.Point at(List<Dataset.Route> roads, String from, RoadCalendar.Halt halt) {
    var begin = from;
    for (var road : roads) {
      var end = road.from().equals(begin) ? road.to() : road.from();
      if (road.id().equals(halt.route())) {
        return between(
            places.get(begin), places.get(end), halt.routeKm() / road.distanceKm().doubleValue());
      }
      begin = end;
    }
    return null;
  }

  private static Dataset.Point between(Dataset.Point from, Dataset.Point to, double part) {
    if (from == null || to == null) {
      return null;
    }
    double share = Math.max(0, Math.min(1, part));
    return Dataset.Point.of(
        degrees(from.longitude().doubleValue(), to.longitude().doubleValue(), share),
        degrees(from.latitude().doubleValue(), to.latitude().doubleValue(), share));
  }

  private static BigDecimal degrees(double from, double to, double share) {
    return BigDecimal.valueOf(from + (to - from) * share).setScale(5, RoundingMode.HALF_EVEN);
  }
}
