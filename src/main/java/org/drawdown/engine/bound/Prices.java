package org.drawdown.engine.bound;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/**
 * The prices of a truck, an escort and a charter seat on each day beside the terms, in units of the
 * objective, and how many of them are wanted at these prices.
 */
final class Prices {

  private final Model model;
  private final Problem problem;
  private final int days;
  private final double escortDay;

  final double[] truck;
  final double[] escort;

  /** For each hub the day until which people queue for its charter flights. */
  final double[] queueEnd;

  final double[] trucksWanted;
  final double[] escortsWanted;

  /** Sums of the prices of all days before one. */
  private final double[] truckSum;

  private final double[] escortSum;

  /** For each hub and day what a person costs who arrives on it, and one who is there on day 0. */
  private final double[][] fromArrival;

  private final double[] fromStart;
  private double seats;

  Prices(Model model) {
    this.model = model;
    this.problem = model.problem;
    this.days = model.days;
    escortDay = (double) problem.weight(Term.COST) * ObjectiveFigures.ESCORT_DAY;
    truck = new double[days];
    escort = new double[days];
    trucksWanted = new double[days];
    escortsWanted = new double[days];
    truckSum = new double[days + 1];
    escortSum = new double[days + 1];
    queueEnd = new double[model.sites];
    fromArrival = new double[model.sites][];
    fromStart = new double[model.sites];
    for (int h = 0; h < model.sites; h++) {
      if (model.spokes[h] == null) {
        fromArrival[h] = new double[days];
        queueEnd[h] = queueIfAllWereThere(h);
      }
    }
  }

  private int queueIfAllWereThere(int h) {
    long left = model.travellers[h] - problem.sites().get(h).rearParty();
    for (var spoke : model.spokes) {
      left += spoke != null && spoke.hub == h ? model.travellers[spoke.index] : 0;
    }
    int d = 0;
    while (d < days && left > 0) {
      left -= model.charter[h][d++];
    }
    return d;
  }

  /** Takes the prices as they now stand. */
  void settle() {
    seats = 0;
    Arrays.fill(trucksWanted, 0);
    Arrays.fill(escortsWanted, 0);
    for (int d = 0; d < days; d++) {
      truckSum[d + 1] = truckSum[d] + truck[d];
      escortSum[d + 1] = escortSum[d] + escort[d];
    }
    for (int h = 0; h < model.sites; h++) {
      if (model.spokes[h] == null) {
        settle(h);
      }
    }
  }

  private void settle(int h) {
    double dayAtHub = (double) problem.weight(Term.EXPOSURE) * problem.sites().get(h).threat();
    double best = Double.POSITIVE_INFINITY;
    int end = (int) queueEnd[h];
    for (int d = days - 1; d >= 0; d--) {
      fromArrival[h][d] = best + dayAtHub;
      // As if all queued from day 0: the last of them waits, and is late, until the queue ends.
      double later = (double) problem.weight(Term.PEOPLE_LATE) * (daysLate(end) - daysLate(d));
      double seat = d < end ? Math.max(0, dayAtHub * (end - d) + later) : 0;
      seats += seat * model.charter[h][d];
      double flown =
          model.charter[h][d] == 0
              ? Double.POSITIVE_INFINITY
              : seat + (double) daysLate(d) * problem.weight(Term.PEOPLE_LATE);
      best = Math.min(flown, best + dayAtHub);
    }
    fromStart[h] = best + dayAtHub;
  }

  private int daysLate(int day) {
    return Math.max(0, Math.min(ObjectiveFigures.LONGEST_PEOPLE_LATE, day - problem.deadline()));
  }

  /** The cost of a person from the arrival at a hub on: waiting, a seat, lateness. */
  double fromArrival(int hub, int day) {
    return fromArrival[hub][day];
  }

  /** The cost of a person who is at a hub from the beginning. */
  double fromStart(int hub) {
    return fromStart[hub];
  }

  double trucks(int from, int to) {
    return truckSum[to + 1] - truckSum[from];
  }

  /** The price of an escort for some days, and its cost. */
  double escorts(int from, int to) {
    return escortSum[to + 1] - escortSum[from] + escortDay * (to - from + 1);
  }

  void wantTrucks(int from, int to, double number) {
    for (int d = from; d <= to; d++) {
      trucksWanted[d] += number;
    }
  }

  void wantEscorts(int from, int to, double number) {
    for (int d = from; d <= to; d++) {
      escortsWanted[d] += number;
    }
  }

  /** The worth of all resources at these prices. */
  double worth() {
    double sum = seats;
    for (int d = 0; d < days; d++) {
      sum += truck[d] * model.allTrucks[d] + escort[d] * model.allEscorts[d];
    }
    return sum;
  }
}
