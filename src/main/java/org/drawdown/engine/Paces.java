package org.drawdown.engine;

import java.util.List;

/**
 * The calendar of paces: on which day a convoy is where. A convoy that sets out on the morning of a
 * day covers each leg at the pace of the season of the day, goes on where the day before ended, and
 * changes pace at each leg and each midnight.
 */
public final class Paces {

  /** Below a millimetre two positions are the same: only rounding lies between them. */
  private static final double SAME_PLACE_M = 1e-3;

  private static final double SAME_TIME_DAYS = 1e-9;

  private final Problem problem;

  public Paces(Problem problem) {
    this.problem = problem;
  }

  /**
   * A drive along legs.
   *
   * @param first for each leg the first day on which any part of it is driven
   * @param last for each leg the last such day; of the last leg, the day of arrival
   */
  public record Drive(int[] first, int[] last) {

    /** The day on which the last kilometre is covered. */
    public int arrival() {
      return last[last.length - 1];
    }

    /**
     * Which of the legs the convoy is on when a day after the first begins; the last of them where
     * it is later than the calendar has it.
     */
    public int legAtDawn(int day) {
      int leg = 0;
      while (leg < last.length - 1 && last[leg] < day) {
        leg++;
      }
      return leg;
    }
  }

  /**
   * The drive along {@code legs} in their order from the morning of {@code start}, or null if it
   * does not arrive by the horizon.
   */
  public Drive drive(List<Integer> legs, int start) {
    int[] first = new int[legs.size()];
    int[] last = new int[legs.size()];
    int day = start;
    double leftOfDay = 1;
    for (int i = 0; i < first.length; i++) {
      var leg = problem.legs().get(legs.get(i));
      if (leftOfDay <= SAME_TIME_DAYS) {
        day++;
        leftOfDay = 1;
      }
      first[i] = day;
      double metres = leg.metres();
      while (true) {
        if (day > problem.horizon()) {
          return null;
        }
        double pace = leg.metresPerDay()[problem.seasonOfDay()[day]];
        double reach = pace * leftOfDay;
        if (metres <= reach + SAME_PLACE_M) {
          leftOfDay -= metres / pace;
          break;
        }
        metres -= reach;
        day++;
        leftOfDay = 1;
      }
      last[i] = day;
    }
    return new Drive(first, last);
  }

  /** These legs driven the other way. */
  public static List<Integer> reversed(List<Integer> legs) {
    Integer[] back = new Integer[legs.size()];
    for (int i = 0; i < back.length; i++) {
      back[i] = legs.get(back.length - 1 - i);
    }
    return List.of(back);
  }

  /** Great-circle distance between two sites on a sphere of radius 6,371 km. */
  public static double distanceKm(Problem.Site a, Problem.Site b) {
    return distanceKm(a.latitude(), a.longitude(), b.latitude(), b.longitude());
  }

  /** Likewise between two points in degrees, north and east. */
  public static double distanceKm(
      double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
    double lat1 = Math.toRadians(latitudeA);
    double lat2 = Math.toRadians(latitudeB);
    double sinLat = StrictMath.sin((lat2 - lat1) / 2);
    double sinLon = StrictMath.sin(Math.toRadians(longitudeB - longitudeA) / 2);
    double h = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
    return 2 * 6371 * StrictMath.asin(Math.min(1, Math.sqrt(h)));
  }

  /** Rounds that one aircraft of a type can fly between two sites in a day, 0 if none. */
  public int sorties(Problem.AircraftType type, Problem.Site a, Problem.Site b) {
    double hours =
        2 * distanceKm(a, b) / type.cruiseSpeedKmh() + 2 * problem.air().turnaroundHours();
    return hours <= 0
        ? Problem.UNLIMITED
        : (int)
            Math.min(
                Problem.UNLIMITED,
                Math.floor(problem.air().hoursPerDay() / hours + SAME_TIME_DAYS));
  }
}
