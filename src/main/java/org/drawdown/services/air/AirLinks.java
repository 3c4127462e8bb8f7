package org.drawdown.services.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.RoadCalendar;
import org.drawdown.services.Course;

/** Tells how bases are tied to the capital by air under a course. */
final class AirLinks {

  private static final String CAPITAL = "HEADQUARTERS";

  private final Course course;
  private final Dataset dataset;
  private final String capital;
  private final Map<Dataset.AirService, LocalDate> lastDay = new LinkedHashMap<>();
  private final ShortestRoads roads;

  AirLinks(Course course) {
    this.course = course;
    this.dataset = course.dataset();
    this.capital =
        dataset.bases().stream()
            .filter(b -> CAPITAL.equals(b.kind()))
            .map(Dataset.Base::code)
            .findFirst()
            .orElse(null);
    this.roads = capital == null ? null : new ShortestRoads(dataset, capital);
    dataset.airServices().forEach(s -> lastDay.put(s, lastDay(s)));
  }

  /** A service runs until it is to end, either end closes, or its type is no longer there. */
  private LocalDate lastDay(Dataset.AirService service) {
    var last = course.lastRetained(service.type());
    for (var end :
        new LocalDate[] {
          service.until(),
          dataset.mission().mandateUntil("AIR_LINK"),
          course.closedOn(service.from()).day(),
          course.closedOn(service.to()).day()
        }) {
      last = end != null && end.isBefore(last) ? end : last;
    }
    return last;
  }

  private LocalDate start() {
    return dataset.mission().startDate();
  }

  /** A row for each base with an airfield. */
  List<AirLink> on(LocalDate day) {
    return dataset.bases().stream()
        .filter(b -> b.airfield() != null)
        .map(b -> row(b, day))
        .toList();
  }

  private AirLink row(Dataset.Base base, LocalDate day) {
    var from = Set.of(base.code());
    var way = roads == null ? null : roads.from(base.code());
    return new AirLink(
        base.code(),
        base.sector(),
        day,
        seats(from, start()),
        seats(from, day),
        seatsOfOthers(from, day),
        lastFlight(from),
        others(base.code()),
        way == null ? null : BigDecimal.valueOf(RoadCalendar.length(way)).stripTrailingZeros(),
        way == null ? null : days(way),
        way == null
            ? null
            : way.stream()
                .map(Dataset.Route::threatLevel)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null));
  }

  private static Map<String, Integer> days(List<Dataset.Route> way) {
    var days = new LinkedHashMap<String, Integer>();
    days.put("DRY", RoadCalendar.days(way, "DRY"));
    days.put("RAINY", RoadCalendar.days(way, "RAINY"));
    return days;
  }

  /**
   * A row for each week from the start to the last closing, of all bases, those of a sector, or
   * one.
   */
  List<AirLink> byWeek(String sector, String only) {
    var bases = new HashSet<String>();
    var last = start();
    for (var base : dataset.bases()) {
      boolean meant = only == null || only.equals(base.code());
      if (meant && (sector == null || sector.equals(base.sector()))) {
        bases.add(base.code());
      }
      var closedOn = course.closedOn(base.code()).day();
      last = closedOn.isAfter(last) ? closedOn : last;
    }
    var rows = new ArrayList<AirLink>();
    var before = running(bases, start());
    for (var day = start(); !day.isAfter(last); day = day.plusWeeks(1)) {
      rows.add(
          new AirLink(
              null,
              sector,
              day,
              before,
              running(bases, day),
              seatsOfOthers(bases, day),
              null,
              null,
              null,
              null,
              null));
    }
    return rows;
  }

  private LocalDate lastFlight(Set<String> from) {
    return lastDay.values().stream()
        .filter(day -> !day.isBefore(start()))
        .filter(day -> seats(from, day).signum() > 0)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Seats that get through from some bases to the capital in a week. */
  private BigDecimal seats(Set<String> from, LocalDate day) {
    if (capital == null) {
      return BigDecimal.ZERO;
    }
    var flow = new SeatFlow();
    lastDay.forEach(
        (service, last) -> {
          if (!day.isBefore(start()) && !day.isAfter(last)) {
            flow.add(
                service.from(), service.to(), seats(service.flightsPerWeek(), service.seats()));
          }
        });
    // Of the capital itself: what there is between it and all others.
    return from.equals(Set.of(capital)) ? flow.touching(capital) : flow.most(from, capital);
  }

  /** Seats of all services that run on a day and touch some bases. */
  private BigDecimal running(Set<String> bases, LocalDate day) {
    return lastDay.entrySet().stream()
        .filter(e -> !day.isAfter(e.getValue()))
        .map(Map.Entry::getKey)
        .filter(s -> bases.contains(s.from()) || bases.contains(s.to()))
        .map(s -> seats(s.flightsPerWeek(), s.seats()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal seats(BigDecimal flights, Integer seats) {
    return flights == null || seats == null
        ? BigDecimal.ZERO
        : flights.multiply(BigDecimal.valueOf(seats)).stripTrailingZeros();
  }

  private BigDecimal seatsOfOthers(Set<String> bases, LocalDate day) {
    return dataset.mission().otherAirServices().stream()
        .filter(s -> s.from() == null || !day.isBefore(s.from()))
        .filter(s -> s.until() == null || !day.isAfter(s.until()))
        .map(
            s ->
                seats(s.flightsPerWeek(), s.seats())
                    .multiply(
                        BigDecimal.valueOf(s.bases().stream().filter(bases::contains).count())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<AirLink.Other> others(String base) {
    return dataset.mission().otherAirServices().stream()
        .filter(s -> s.bases().contains(base))
        .map(
            s ->
                new AirLink.Other(s.operator(), s.flightsPerWeek(), s.seats(), s.from(), s.until()))
        .toList();
  }
}
