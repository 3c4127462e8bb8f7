package org.drawdown.engine.model;

import org.drawdown.engine.Problem;

/** On which days restrictions hold convoys on legs and at sites, and flights at sites. */
final class Barred {
  /** For each leg and day, on how many days before it is closed. */
  final int[][] legDays;

  final boolean[][] road;
  final boolean[][] air;

  Barred(Problem problem) {
    int days = problem.horizon() + 1;
    var leg = new boolean[problem.legs().size()][days];
    road = new boolean[problem.sites().size()][days];
    air = new boolean[problem.sites().size()][days];
    for (var r : problem.restrictions()) {
      for (int d = Math.max(0, r.from()); d <= Math.min(days - 1, r.to()); d++) {
        for (int i = 0; i < leg.length; i++) {
          leg[i][d] |= r.road() && (r.everywhere() || r.legs().contains(i));
        }
        for (int s = 0; s < road.length; s++) {
          boolean here = r.everywhere() || r.sites().contains(s);
          road[s][d] |= r.road() && here;
          air[s][d] |= r.air() && here;
        }
      }
    }
    legDays = new int[leg.length][days + 1];
    for (int i = 0; i < leg.length; i++) {
      for (int d = 0; d < days; d++) {
        legDays[i][d + 1] = legDays[i][d] + (leg[i][d] ? 1 : 0);
      }
    }
  }
}
