package org.drawdown.record.movement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.ledger.Ledger;

/**
 * When a column that is under way is to arrive: by the calendar of paces from where it was last
 * seen, or else by the days that have gone by; one that stands goes on on the next day.
 */
public final class Arrivals {

  /** A road of which no pace is known, in km a day. */
  private static final double UNKNOWN_PACE = 50;

  private static final double NEAR_KM = 1e-6;
  private static final int LONGEST_DAYS = 1_000;

  private final Dataset dataset;

  private Arrivals(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The day on which a column is expected, seen from the evening of a day; never before it. */
  public static LocalDate of(Column column, Ledger ledger, LocalDate evening) {
    var it = column.intended();
    var next = evening.plusDays(1);
    if (it.flies() || it.routes().isEmpty()) {
      var planned = it.arrives();
      return planned != null && planned.isAfter(next) ? planned : next;
    }
    var arrivals = new Arrivals(ledger.opening().dataset());
    var roads = arrivals.roads(it);
    double done;
    if (column.place() != null && column.place().route() != null) {
      double since = column.state() == Column.State.HALTED ? 0 : driven(column, evening, arrivals);
      done = arrivals.before(roads, column.place().route()) + km(column) + since;
    } else {
      done = arrivals.reach(roads, 0, column.departed(), evening);
    }
    return arrivals.arrival(roads, done, next);
  }

  private static double km(Column column) {
    return column.place().km() == null ? 0 : column.place().km().doubleValue();
  }

  private static double driven(Column column, LocalDate evening, Arrivals arrivals) {
    long days = Math.max(0, ChronoUnit.DAYS.between(column.placeDay(), evening));
    var route = arrivals.route(column.place().route());
    return route == null ? 0 : days * arrivals.pace(route, evening);
  }

  /** The day on which a column that sets out loaded in the morning of a day arrives. */
  public static LocalDate drive(Intended it, Ledger ledger, LocalDate departs) {
    var arrivals = new Arrivals(ledger.opening().dataset());
    return arrivals.arrival(arrivals.roads(it), 0, departs);
  }

  private List<Dataset.Route> roads(Intended it) {
    var roads = new ArrayList<Dataset.Route>();
    for (var id : it.routes()) {
      var route = route(id);
      if (route != null) {
        roads.add(route);
      }
    }
    return roads;
  }

  private Dataset.Route route(String id) {
    return dataset.routes().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
  }

  private double before(List<Dataset.Route> roads, String id) {
    double km = 0;
    for (var road : roads) {
      if (road.id().equals(id)) {
        return km;
      }
      km += road.distanceKm().doubleValue();
    }
    return 0;
  }

  /** The pace of a road on a day, by its season. */
  private double pace(Dataset.Route road, LocalDate day) {
    var season =
        dataset.mission().seasons().stream()
            .filter(s -> !day.isBefore(s.from()) && !day.isAfter(s.to()))
            .map(Dataset.Season::name)
            .reduce((a, b) -> b)
            .orElse("DRY");
    var paces = road.kmPerDay();
    var pace = paces == null ? null : paces.getOrDefault(season, paces.get("DRY"));
    return pace == null || pace.signum() <= 0 ? UNKNOWN_PACE : pace.doubleValue();
  }

  /** How far a column comes from the morning of a day to the evening of another, in km. */
  private double reach(List<Dataset.Route> roads, double from, LocalDate first, LocalDate last) {
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

  private LocalDate arrival(List<Dataset.Route> roads, double done, LocalDate next) {
    double whole = roads.stream().mapToDouble(r -> r.distanceKm().doubleValue()).sum();
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

  /**
   * One day of a drive.
   *
   * @param route on which it ends
   * @param fromKm from the start of the whole way
   * @param toKm likewise
   * @param routeKm where it ends on that route, from its loaded start
   */
  public record Halt(LocalDate day, double fromKm, double toKm, String route, double routeKm) {}

  /** The days of a drive that sets out loaded in the morning of a day. */
  public static List<Halt> halts(Intended it, Ledger ledger, LocalDate departs) {
    var arrivals = new Arrivals(ledger.opening().dataset());
    var roads = arrivals.roads(it);
    double whole = roads.stream().mapToDouble(r -> r.distanceKm().doubleValue()).sum();
    var halts = new ArrayList<Halt>();
    double at = 0;
    for (var day = departs; at < whole - NEAR_KM && halts.size() < LONGEST_DAYS; ) {
      double to = arrivals.afterDay(roads, at, day);
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
