package org.drawdown.engine.bound;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/** The least cost of handing a spoke over and of taking its rear party out, by the day. */
final class PricedClosing {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Model model;
  private final Problem problem;
  private final Model.Spoke spoke;
  private final int days;
  private final int lowestThreat;
  private final double wCost;
  private final double wExposure;

  /** For each day the first on or after it on which somebody can leave for good. */
  private final int[] leavesFrom;

  /** For each day the least that a person, or the trucks of a final movement, cost from it on. */
  private final double[] person;

  private final double[] trucks;

  /** For each day the least cost of closing on it or later. */
  private final double[] closing;

  /** For each day the least cost of a handover that begins on it or later, at the last prices. */
  private final double[] fromDay;

  PricedClosing(Model model, Model.Spoke spoke) {
    this.model = model;
    this.problem = model.problem;
    this.spoke = spoke;
    this.days = model.days;
    this.wCost = problem.weight(Term.COST);
    this.wExposure = problem.weight(Term.EXPOSURE);
    this.person = new double[days];
    this.trucks = new double[days];
    var trips = new Trips(model);
    this.leavesFrom = new int[days];
    Arrays.setAll(leavesFrom, d -> trips.leaves(spoke, d));
    this.lowestThreat = trips.lowestThreat(spoke);
    this.fromDay = new double[days];
    this.closing = leastClosed();
  }

  /** The least cost if the handover begins on a day or later; infinite if it cannot. */
  double cost(int handover) {
    return handover < days ? fromDay[handover] : NEVER;
  }

  /** The cost of being closed on each day, and the least of it and of all later days. */
  private double[] leastClosed() {
    double[] least = new double[days];
    int end = Math.min(problem.hardDeadline() ? problem.deadline() : days, days - 1);
    for (int d = days - 1; d >= 0; d--) {
      double late = spoke.site.daysLate(d);
      double here =
          wCost * ObjectiveFigures.OPEN_DAY * (d + 1)
              + problem.weight(Term.PHASE_LATE) * late
              + (double) problem.weight(Term.EARLY) * Math.max(0, spoke.site.windowFrom() - d)
              + (double) problem.weight(Term.SERVICE_LOSS) * spoke.site.serviceDays(d);
      least[d] = Math.min(d > end ? NEVER : here, d + 1 < days ? least[d + 1] : NEVER);
    }
    return least;
  }

  private double costOn(int handover) {
    int signed = handover + spoke.site.handoverDays();
    int closed = spoke.rear == 0 ? signed - 1 : leaves(signed);
    if (closed >= days) {
      return NEVER;
    }
    double cost = closing[closed];
    int separated = Math.max(0, Math.min(handover, problem.contractsEnd() + 1));
    cost += wExposure * spoke.site.threat() * model.nationalStaff[spoke.index] * (separated + 1.0);
    if (spoke.rear > 0) {
      cost += spoke.rear * person[Math.min(days - 1, signed)];
      cost += trucks[Math.min(days - 1, signed)];
    }
    return cost;
  }

  private int leaves(int from) {
    return from < days ? leavesFrom[from] : Trips.NEVER;
  }

  /** The least that a person costs who leaves for good on a day or later, by any way. */
  double person(int day) {
    return person[day];
  }

  /** Takes new prices; {@code onTheTrip} is what a person costs on each trip of each road. */
  void settle(Prices prices, double[][] onTheTrip) {
    settlePerson(prices, onTheTrip);
    settleTrucks(prices);
    for (int d = days - 1; d >= 0; d--) {
      fromDay[d] = Math.min(costOn(d), d + 1 < days ? fromDay[d + 1] : NEVER);
    }
  }

  private void settlePerson(Prices prices, double[][] onTheTrip) {
    double best = NEVER;
    double onTheRoad = NEVER;
    for (int d = days - 1; d >= 0; d--) {
      double here = prices.fromArrival(spoke.hub, d);
      onTheRoad = Math.min(here, onTheRoad + wExposure * lowestThreat);
      double atBase = wExposure * spoke.site.threat() * (d + 1.0);
      if (!spoke.allRoads) {
        best = Math.min(best, atBase + onTheRoad);
      } else if (spoke.carriers.length > 0 && !spoke.airBarred[d]) {
        best = Math.min(best, atBase + here);
      }
      person[d] = best;
    }
    double[] byRoad = new double[days];
    Arrays.fill(byRoad, NEVER);
    for (int i = 0; i < spoke.paths.length; i++) {
      for (int p = 0; p < days; p++) {
        int t = spoke.paths[i].departs[p];
        if (t >= 0) {
          byRoad[t] = Math.min(byRoad[t], onTheTrip[i][p]);
        }
      }
    }
    double road = NEVER;
    for (int d = days - 1; d >= 0; d--) {
      road = Math.min(road, byRoad[d]);
      person[d] = Math.min(person[d], road);
    }
  }

  /** Where the rear party may fly, or go by a road that is not looked at, it needs no truck. */
  private void settleTrucks(Prices prices) {
    int number = spoke.rearVehicles - spoke.ownRear;
    if (spoke.carriers.length > 0 || !spoke.allRoads || !spoke.hasRoad()) {
      return;
    }
    Arrays.fill(trucks, NEVER);
    for (var path : spoke.paths) {
      for (int p = 0; p < days; p++) {
        int t = path.departs[p];
        if (t >= 0) {
          int a = path.arrives[p];
          double cost =
              number * (wCost * ObjectiveFigures.TRUCK_DAY * (a - p + 1) + prices.trucks(p, a))
                  + problem.convoy().escorts() * prices.escorts(p, a);
          trucks[t] = Math.min(trucks[t], cost);
        }
      }
    }
    for (int d = days - 2; d >= 0; d--) {
      trucks[d] = Math.min(trucks[d], trucks[d + 1]);
    }
  }
}
