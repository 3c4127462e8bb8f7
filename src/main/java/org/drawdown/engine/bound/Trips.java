package org.drawdown.engine.bound;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.drawdown.engine.Problem;
import org.drawdown.engine.model.Model;

/**
 * The quickest that convoys and flights can be for each base. Where a base has more roads than the
 * planner considers, the best that any road could offer is taken in their place.
 */
final class Trips {

  /** A day that never comes. */
  static final int NEVER = Problem.UNLIMITED;

  private final Model model;
  private final Problem problem;

  Trips(Model model) {
    this.model = model;
    this.problem = model.problem;
  }

  /** The least sum of a quantity of legs over all roads of a spoke to its hub. */
  double least(Model.Spoke spoke, ToDoubleFunction<Problem.Leg> quantity) {
    var reached = new HashMap<Integer, Double>(Map.of(spoke.index, 0.0));
    boolean better = true;
    while (better) {
      better = false;
      for (var leg : problem.legs()) {
        for (int from : new int[] {leg.from(), leg.to()}) {
          double there = reached.getOrDefault(from, Double.MAX_VALUE) + quantity.applyAsDouble(leg);
          if (there < reached.getOrDefault(leg.other(from), Double.MAX_VALUE)) {
            reached.put(leg.other(from), there);
            better = true;
          }
        }
      }
    }
    return reached.get(spoke.hub);
  }

  /** Days, at least, of one drive on any road in the best of seasons. */
  int quickestDrive(Model.Spoke spoke) {
    double days =
        least(
            spoke,
            leg -> (double) leg.metres() / Arrays.stream(leg.metresPerDay()).max().orElseThrow());
    return Math.max(1, (int) Math.ceil(days - 1e-6));
  }

  /** The first day on which a convoy can leave a spoke, or {@link #NEVER}. */
  int firstDeparture(Model.Spoke spoke) {
    return departure(spoke, 0);
  }

  /** The first day, from one on, on which a convoy can leave a spoke, or {@link #NEVER}. */
  int departure(Model.Spoke spoke, int from) {
    if (from >= model.days) {
      return NEVER;
    }
    if (!spoke.allRoads) {
      return Math.max(from, quickestDrive(spoke) + problem.convoy().loadingDays());
    }
    int first = NEVER;
    for (var path : spoke.paths) {
      for (int p = path.dispatchFor[from]; p < model.days; p++) {
        if (path.departs[p] >= 0 && mayDispatch(spoke, p, path.arrives[p])) {
          first = Math.min(first, path.departs[p]);
          break;
        }
      }
    }
    return first;
  }

  /**
   * Whether the hub of a spoke can have the escorts of a convoy from a day to its return, and a
   * truck where the spoke has no vehicle that drives itself.
   */
  boolean mayDispatch(Model.Spoke spoke, int day, int arrives) {
    var cargo = spoke.cargo;
    int own = cargo.loads() - cargo.truckloads[cargo.loads()] + cargo.keptLoads;
    for (int d = day; d <= arrives; d++) {
      if (model.possibleEscorts[spoke.hub][d] < problem.convoy().escorts()
          || own == 0 && model.possibleTrucks[spoke.hub][d] < 1) {
        return false;
      }
    }
    return true;
  }

  /** The first day on which a convoy that leaves a spoke on or after a day can be at its hub. */
  int arrival(Model.Spoke spoke, int from) {
    if (from >= model.days) {
      return NEVER;
    }
    if (!spoke.allRoads) {
      return departure(spoke, from) + quickestDrive(spoke) - 1;
    }
    int first = NEVER;
    for (var path : spoke.paths) {
      for (int p = path.dispatchFor[from]; p < model.days; p++) {
        if (path.departs[p] >= 0 && mayDispatch(spoke, p, path.arrives[p])) {
          first = Math.min(first, path.arrives[p]);
          break;
        }
      }
    }
    return first;
  }

  /** Days of the shortest round trip, or of its part up to the departure from the base. */
  int shortest(Model.Spoke spoke, boolean whole) {
    if (!spoke.allRoads) {
      int drive = quickestDrive(spoke);
      return drive + problem.convoy().loadingDays() + (whole ? drive : 1);
    }
    int shortest = NEVER;
    for (var path : spoke.paths) {
      for (int p = 0; p < model.days; p++) {
        if (path.arrives[p] >= 0) {
          shortest = Math.min(shortest, (whole ? path.arrives[p] : path.departs[p]) - p + 1);
        }
      }
    }
    return shortest == NEVER ? 0 : shortest;
  }

  /** The first day on which somebody can leave a spoke for good on or after a day. */
  int leaves(Model.Spoke spoke, int from) {
    int first = flies(spoke, from);
    if (!spoke.allRoads) {
      return from;
    }
    return Math.min(first, departure(spoke, from));
  }

  /** The first day, from one on, on which an aircraft can serve a spoke, or {@link #NEVER}. */
  int flies(Model.Spoke spoke, int from) {
    for (int d = from; d < model.days && spoke.carriers.length > 0; d++) {
      if (canFly(spoke, d)) {
        return d;
      }
    }
    return NEVER;
  }

  /** Whether an aircraft can serve a spoke on a day. */
  boolean canFly(Model.Spoke spoke, int day) {
    if (!spoke.airBarred[day]) {
      for (var c : spoke.carriers) {
        if (c.there()[day] > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first day by which all but the rear party of a spoke can have left it, -1 for nobody. */
  int emptied(Model.Spoke spoke) {
    if (spoke.people == 0) {
      return -1;
    }
    int byRoad = spoke.hasRoad() ? firstDeparture(spoke) : NEVER;
    long flown = 0;
    for (int d = problem.firstDay(); d < Math.min(byRoad, model.days); d++) {
      if (!spoke.airBarred[d]) {
        for (var c : spoke.carriers) {
          flown += (long) c.there()[d] * c.seats() * c.sorties();
        }
      }
      if (flown >= spoke.people) {
        return d;
      }
    }
    return byRoad;
  }

  /** The lowest threat that a person of a spoke can be under before the hub. */
  int lowestThreat(Model.Spoke spoke) {
    int lowest = spoke.site.threat();
    if (!spoke.allRoads) {
      return Math.min(
          lowest, problem.legs().stream().mapToInt(Problem.Leg::threat).min().orElse(1));
    }
    for (var path : spoke.paths) {
      for (int leg : path.legs) {
        lowest = Math.min(lowest, problem.legs().get(leg).threat());
      }
    }
    return lowest;
  }
}
