package org.drawdown.services.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Paces;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.movement.Whereabouts;
import org.drawdown.services.Course;

/**
 * Tells for each day of each convoy how soon a helicopter would be there: from an open base with a
 * medical unit, by a type that is retained and whose range reaches there and back (UN CASEVAC
 * policy of 2020: a surgeon within two hours; the mission says how soon it has to be there).
 */
final class Covers {

  /** How soon a helicopter has to be there where the mission does not say, in minutes. */
  private static final int USUAL_MINUTES = 60;

  private static final String MEDICAL = "MEDICAL";
  private static final String ROTARY_WING = "ROTARY_WING";

  private final Course course;
  private final Dataset dataset;
  private final int withinMinutes;
  private final Map<Dataset.Base, LocalDate> clinics = new LinkedHashMap<>();
  private final Map<Dataset.Asset, LocalDate> helicopters = new LinkedHashMap<>();

  private record Flight(String from, String type, double km, double minutes) {}

  Covers(Course course) {
    this.course = course;
    this.dataset = course.dataset();
    var cover = dataset.mission().cover();
    this.withinMinutes =
        cover == null || cover.withinMinutes() == null ? USUAL_MINUTES : cover.withinMinutes();
    var retained = new HashMap<String, LocalDate>();
    for (var asset : dataset.assets()) {
      if (asset.aircraft() != null
          && ROTARY_WING.equals(asset.aircraft().wing())
          && !retained.containsKey(asset.type())) {
        retained.put(asset.type(), course.lastRetained(asset.type()));
        helicopters.put(asset, retained.get(asset.type()));
      }
    }
    for (var base : dataset.bases()) {
      boolean medical =
          dataset.units().stream()
              .anyMatch(u -> u.base().equals(base.code()) && MEDICAL.equals(u.role()));
      if (medical && base.location() != null) {
        clinics.put(base, lastWithMedical(course, base.code()));
      }
    }
  }

  private static LocalDate lastWithMedical(Course course, String base) {
    var last = course.lastWith(base, u -> MEDICAL.equals(u.role()), 1);
    var closes = course.closedOn(base).day();
    return last == null || closes.isBefore(last.day()) ? closes : last.day();
  }

  /** All days of convoys, by day. */
  List<CoveredDay> of(List<MovementDocument> movements) {
    var whereabouts = new Whereabouts(dataset);
    var days = new ArrayList<CoveredDay>();
    for (var movement : movements) {
      if (movement.kind().isConvoy() && goes(movement)) {
        whereabouts.of(movement).forEach(e -> days.add(day(movement, e)));
      }
    }
    days.sort(Comparator.comparing(CoveredDay::date).thenComparing(CoveredDay::movement));
    return days;
  }

  /** Whether somebody is still there who could go with it. */
  private boolean goes(MovementDocument movement) {
    var closed = course.closedOn(movement.base());
    return !closed.actual() || !movement.departs().isAfter(closed.day());
  }

  private CoveredDay day(MovementDocument movement, Whereabouts.Evening evening) {
    var flight = evening.at() == null ? null : first(evening.at(), evening.day());
    return new CoveredDay(
        evening.day(),
        movement.id(),
        evening.doing(),
        evening.doing() == Whereabouts.Doing.LOADED ? movement.people() : 0,
        evening.route(),
        evening.route() == null ? null : evening.routeKm(),
        evening.at(),
        flight == null ? null : flight.from(),
        flight == null ? null : flight.type(),
        flight == null ? null : Math.round(flight.km() * 10) / 10.0,
        flight == null ? null : (int) Math.ceil(flight.minutes()),
        flight == null || flight.minutes() > withinMinutes);
  }

  private static double distanceKm(Dataset.Point a, Dataset.Point b) {
    return Paces.distanceKm(
        a.latitude().doubleValue(),
        a.longitude().doubleValue(),
        b.latitude().doubleValue(),
        b.longitude().doubleValue());
  }

  private Flight first(Dataset.Point at, LocalDate day) {
    Flight best = null;
    for (var clinic : clinics.entrySet()) {
      double km = distanceKm(clinic.getKey().location(), at);
      for (var helicopter : helicopters.entrySet()) {
        var it = helicopter.getKey().aircraft();
        double minutes = km / it.cruiseSpeedKmh().doubleValue() * 60;
        boolean there =
            !day.isAfter(clinic.getValue())
                && !day.isAfter(helicopter.getValue())
                && it.rangeKm().doubleValue() >= 2 * km;
        if (there && (best == null || minutes < best.minutes())) {
          best = new Flight(clinic.getKey().code(), helicopter.getKey().type(), km, minutes);
        }
      }
    }
    return best;
  }
}
