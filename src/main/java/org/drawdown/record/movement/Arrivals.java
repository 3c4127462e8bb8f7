package org.drawdown.record.movement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.RoadCalendar;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.ledger.Ledger;

/**
 * When a column that is under way is to arrive: by the calendar of paces from where it was last
 * seen, or else by the days that have gone by; one that stands goes on on the next day.
 */
public final class Arrivals {

  private final RoadCalendar calendar;

  private Arrivals(Dataset dataset) {
    this.calendar = new RoadCalendar(dataset);
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
    var roads = arrivals.calendar.roads(it.routes());
    double done;
    if (column.place() != null && column.place().route() != null) {
      double since = column.state() == Column.State.HALTED ? 0 : arrivals.driven(column, evening);
      done = before(roads, column.place().route()) + km(column) + since;
    } else {
      done = arrivals.calendar.reach(roads, 0, column.departed(), evening);
    }
    return arrivals.calendar.arrival(roads, done, next);
  }

  private static double km(Column column) {
    return column.place().km() == null ? 0 : column.place().km().doubleValue();
  }

  private double driven(Column column, LocalDate evening) {
    long days = Math.max(0, ChronoUnit.DAYS.between(column.placeDay(), evening));
    var route = calendar.route(column.place().route());
    return route == null ? 0 : days * calendar.pace(route, evening);
  }

  /** The day on which a column that sets out loaded in the morning of a day arrives. */
  public static LocalDate drive(Intended it, Ledger ledger, LocalDate departs) {
    var calendar = new RoadCalendar(ledger.opening().dataset());
    return calendar.arrival(calendar.roads(it.routes()), 0, departs);
  }

  private static double before(List<Dataset.Route> roads, String id) {
    double km = 0;
    for (var road : roads) {
      if (road.id().equals(id)) {
        return km;
      }
      km += road.distanceKm().doubleValue();
    }
    return 0;
  }
}
