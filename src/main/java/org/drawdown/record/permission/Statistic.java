package org.drawdown.record.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How permissions were answered.
 *
 * @param key the authority, kind, sector or month
 * @param permissions how many requests
 * @param asked for how much they asked, in flights or columns
 * @param granted how much of that was granted
 * @param refused how much was refused
 * @param lapsed how much nobody answered in time
 * @param pending how much is open
 * @param refusedShare of what was decided, 0 to 1; null where nothing was
 * @param medianDaysToAnswer null where nothing was answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statistic(
    String key,
    int permissions,
    int asked,
    int granted,
    int refused,
    int lapsed,
    int pending,
    Double refusedShare,
    Double medianDaysToAnswer) {

  /** A statistic in the making. */
  static final class Sum {
    private int permissions;
    private int asked;
    private int granted;
    private int refused;
    private int lapsed;
    private int pending;
    private final List<Double> days = new ArrayList<>();

    void add(Asked one, PermissionState state) {
      int requested = one.permission().requested() == null ? 1 : one.permission().requested();
      permissions++;
      asked += requested;
      switch (state) {
        case GRANTED -> granted += requested;
        case PARTIAL -> {
          int some = one.answered().granted() == null ? 0 : one.answered().granted();
          granted += some;
          refused += requested - some;
        }
        case REFUSED -> refused += requested;
        case LAPSED -> lapsed += requested;
        case PENDING -> pending += requested;
        case WITHDRAWN -> asked -= requested;
      }
      if (one.answer() != null) {
        days.add(Duration.between(one.entry().at(), one.answer().at()).toMinutes() / (24 * 60.0));
      }
    }

    Statistic done(String key) {
      Collections.sort(days);
      int n = days.size();
      int decided = granted + refused + lapsed;
      return new Statistic(
          key,
          permissions,
          asked,
          granted,
          refused,
          lapsed,
          pending,
          decided == 0 ? null : rounded((double) (refused + lapsed) / decided, 1000),
          n == 0 ? null : rounded((days.get((n - 1) / 2) + days.get(n / 2)) / 2, 100));
    }

    private static double rounded(double number, int parts) {
      return Math.round(number * parts) / (double) parts;
    }
  }
}
