package org.drawdown.engine.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.model.Model;
import org.drawdown.engine.model.Past;

/**
 * Energetic reasoning (Baptiste, Le Pape and Nuijten, Annals of Operations Research 92, 1999): in a
 * window of days every convoy is on the road for at least so long, whenever it goes; all of them
 * together must not need more days of trucks and escorts there than the pools have.
 */
final class Windows {

  /** Windows are looked at where there are no more dispatches than this; else there is room. */
  private static final int MOST_TRIPS = 3_000;

  private final Model model;
  private final Problem problem;
  private final Trips trips;
  private final Past past;
  private final List<Need> needs = new ArrayList<>();
  private final List<Proof> conflicts;
  private int count;
  private boolean tooMany;

  /** The loads of a spoke before its final movement, and the trips on which they can go. */
  private record Need(long trucks, long convoys, List<int[]> trips) {

    /** Days of a window that a trip takes at least. */
    int least(int from, int to) {
      int least = Integer.MAX_VALUE;
      for (int[] trip : trips) {
        least = Math.min(least, Math.max(0, Math.min(to, trip[1]) - Math.max(from, trip[0]) + 1));
      }
      return least;
    }
  }

  Windows(Model model, Trips trips, Past past, List<Proof> conflicts) {
    this.model = model;
    this.trips = trips;
    this.problem = model.problem;
    this.past = past;
    this.conflicts = conflicts;
  }

  /**
   * A spoke sends so many trucks in so many convoys; if there is no day on which one can go, that
   * is a conflict.
   */
  void add(Model.Spoke spoke, long trucks, long convoys) {
    if (convoys == 0 || !spoke.allRoads || tooMany) {
      return;
    }
    int last = lastDeparture(spoke);
    int arrival = lastArrival(spoke.hub);
    var possible = new ArrayList<int[]>();
    for (var path : spoke.paths) {
      for (int p = problem.firstDay(); p < model.days; p++) {
        boolean inTime = path.departs[p] <= last && path.arrives[p] <= arrival;
        if (path.departs[p] >= 0 && inTime && trips.mayDispatch(spoke, p, path.arrives[p])) {
          possible.add(new int[] {p, path.arrives[p]});
        }
      }
    }
    if (possible.isEmpty()) {
      // No convoy leaves in time for its handover and that of its hub.
      conflicts.add(new Proof(Rule.HORIZON, spoke.index));
      return;
    }
    count += possible.size();
    tooMany = count > MOST_TRIPS;
    needs.add(new Need(trucks, convoys * problem.convoy().escorts(), possible));
  }

  /** Compares what all need with the pools, in the windows in which some spoke is pressed. */
  void check() {
    if (tooMany) {
      return;
    }
    var starts = new TreeSet<Integer>();
    var ends = new TreeSet<Integer>();
    for (var need : needs) {
      starts.add(need.trips.stream().mapToInt(t -> t[0]).max().orElseThrow());
      starts.add(need.trips.stream().mapToInt(t -> t[0]).min().orElseThrow());
      ends.add(need.trips.stream().mapToInt(t -> t[1]).min().orElseThrow());
      ends.add(need.trips.stream().mapToInt(t -> t[1]).max().orElseThrow());
    }
    for (int from : starts) {
      for (int to : ends.tailSet(from)) {
        if (isShort(from, to)) {
          return;
        }
      }
    }
  }

  private boolean isShort(int from, int to) {
    long trucks = 0;
    long escorts = 0;
    for (var need : needs) {
      long days = need.least(from, to);
      trucks += days * need.trucks;
      escorts += days * need.convoys;
    }
    return isShort(Rule.TRUCKS, past.trucks, trucks, from, to)
        || isShort(Rule.ESCORTS, past.escorts, escorts, from, to);
  }

  private boolean isShort(Rule rule, int[][] pool, long needed, int from, int to) {
    long there = 0;
    for (int h = 0; h < model.sites; h++) {
      for (int d = from; d <= to && problem.sites().get(h).isHub(); d++) {
        there += Math.max(0, pool[h][d]);
      }
    }
    if (needed <= there) {
      return false;
    }
    // The convoys of a window of days need more of the pool than it has then.
    conflicts.add(new Proof(rule, -1));
    return true;
  }

  /** The last day on which anything can arrive at a hub that is handed over by the horizon. */
  private int lastArrival(int hub) {
    var site = problem.sites().get(hub);
    return problem.horizon() - site.handoverDays() - (site.rearParty() > 0 ? 1 : 0) - 1;
  }

  /** The last day on which those of a spoke can leave who are not of its rear party. */
  private int lastDeparture(Model.Spoke spoke) {
    int end =
        problem.hardDeadline()
            ? Math.min(problem.deadline(), problem.horizon())
            : problem.horizon();
    if (spoke.rear == 0) {
      return end - spoke.site.handoverDays();
    }
    int arrival = lastArrival(spoke.hub);
    int last = -1;
    for (var path : spoke.paths) {
      for (int p = problem.firstDay(); p < model.days; p++) {
        if (path.departs[p] <= end && path.arrives[p] <= arrival) {
          last = Math.max(last, path.departs[p]);
        }
      }
    }
    for (int d = Math.min(end, arrival); d > last && d >= problem.firstDay(); d--) {
      if (trips.canFly(spoke, d)) {
        last = d;
      }
    }
    return last - spoke.site.handoverDays() - 1;
  }
}
