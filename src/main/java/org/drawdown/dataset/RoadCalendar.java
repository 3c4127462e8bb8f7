package org.drawdown.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The calendar of paces in dates and kilometres: a column that sets out in the morning of a day
 * covers each road at the pace of the season of the day, and goes on where the day before ended.
 */
public final class RoadCalendar {

  /** A road of which no pace is known, in km a day. */
  private static final double UNKNOWN_PACE = 50;

  private static final double NEAR_KM = 1e-6;
  private static final int LONGEST_DAYS = 1_000;

  private final Dataset dataset;

  public RoadCalendar(Dataset dataset) {
    this.dataset = dataset;
  }

  /**
   * One day of a drive.
   *
   * @param route on which it ends
   * @param fromKm from the start of the whole way
   * @param toKm likewise
   * @param routeKm where it ends on that route, from the end at which it was entered
   */
  public record Halt(LocalDate day, double fromKm, double toKm, String route, double routeKm) {}

  /** A road by its id; null if there is none. */
  public Dataset.Route route(String id) {
    return dataset.routes().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
  }

  /** The roads of these ids that there are, in their order. */
  public List<Dataset.Route> roads(List<String> ids) {
    return ids.stream().map(this::route).filter(Objects::nonNull).toList();
  }

  /** These roads the other way. */
  public static List<Dataset.Route> reversed(List<Dataset.Route> roads) {
    var back = new ArrayList<>(roads);
    Collections.reverse(back);
    return back;
  }

  /** The length of a way in km. */
  public static double length(List<Dataset.Route> roads) {
    return roads.stream().mapToDouble(r -> r.distanceKm().doubleValue()).sum();
  }

  /** The pace of a road on a day in km a day, by its season. */
  public double pace(Dataset.Route road, LocalDate day) {
    var season =
        dataset.mission().seasons().stream()
            .filter(s -> !day.isBefore(s.from()) && !day.isAfter(s.to()))
            .map(Dataset.Season::name)
            .reduce((a, b) -> b)
            .orElse("DRY");
    return pace(road, season);
  }

  private static double pace(Dataset.Route road, String season) {
    var paces = road.kmPerDay();
    var pace = paces == null ? null : paces.getOrDefault(season, paces.get("DRY"));
    return pace == null || pace.signum() <= 0 ? UNKNOWN_PACE : pace.doubleValue();
  }

  /** Whole days that a way takes in a season. */
  public static int days(List<Dataset.Route> roads, String season) {
    double days =
        roads.stream().mapToDouble(r -> r.distanceKm().doubleValue() / pace(r, season)).sum();
    return (int) Math.ceil(days - NEAR_KM);
  }

  /** How far a column comes from the morning of a day to the evening of another, in km. */
  public double reach(List<Dataset.Route> roads, double from, LocalDate first, LocalDate last) {
    double at = from;
    for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
      at = afterDay(roads, at, day);
    }
    return at;
  }

  private double afterDay(List<Dataset.Route> roads, double from, LocalDate day) {
    double at = from;
    double left = 1;
    double begin = 0;
    for (var road : roads) {
      double end = begin + road.distanceKm().doubleValue();
      if (at < end - NEAR_KM && left > 0) {
        double pace = pace(road, day);
        double part = Math.min(end - at, pace * left);
        at += part;
        left -= part / pace;
      }
      begin = end;
    }
    return at;
  }

  /** The day on which a column arrives that has so many km behind it on the morning of a day. */
  public LocalDate arrival(List<Dataset.Route> roads, double done, LocalDate next) {
    double whole = length(roads);
    double at = done;
    var day = next;
    for (int i = 0; i < LONGEST_DAYS; i++) {
      at = afterDay(roads, at, day);
      if (at >= whole - NEAR_KM) {
        return day;
      }
      day = day.plusDays(1);
    }
    return day;
  }

  /** The days of a drive that sets out in the morning of a day. */
  public List<Halt> halts(List<Dataset.Route> roads, LocalDate departs) {
    double whole = length(roads);
    var halts = new ArrayList<Halt>();
    double at = 0;
    for (var day = departs; at < whole - NEAR_KM && halts.size() < LONGEST_DAYS; ) {
      double to = afterDay(roads, at, day);
      double begin = 0;
      var on = roads.get(0);
      for (var road : roads) {
        on = road;
        if (to <= begin + road.distanceKm().doubleValue() + NEAR_KM) {
          break;
        }
        begin += road.distanceKm().doubleValue();
      }
      halts.add(new Halt(day, tenth(at), tenth(to), on.id(), tenth(to - begin)));
      at = to;
      day = day.plusDays(1);
    }
    return halts;
  }

  private static double tenth(double km) {
    return Math.round(km * 10) / 10.0;
  }
}
