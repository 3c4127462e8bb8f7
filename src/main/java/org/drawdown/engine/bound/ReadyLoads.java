package org.drawdown.engine.bound;

import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.model.Model;

/** The loads of a spoke before its final movement, by priority and by when they can be packed. */
final class ReadyLoads {

  static final int PRIORITIES = 5;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Loads of each priority by the first day on which they can have been packed. */
  private final double[][] ready = new double[PRIORITIES + 1][];

  private final int[] truckloads = new int[PRIORITIES + 1];
  private final int due;
  private final double late;
  private int allReady;

  /**
   * The rebate on a truckload of each priority, so that as many of the loads choose a truck as
   * there are truckloads: which of a priority goes first is free.
   */
  final double[] rebate = new double[PRIORITIES + 1];

  /** How many of each priority chose one. */
  final double[] wanted = new double[PRIORITIES + 1];

  /**
   * @param due the last day on which they are not late
   * @param late what a day of lateness costs, by 6 less priority
   */
  ReadyLoads(Model.Spoke spoke, int days, int due, double late) {
    this.due = due;
    this.late = late;
    var cargo = spoke.cargo;
    for (int c = 1; c <= PRIORITIES; c++) {
      ready[c] = new double[days];
    }
    for (int k = 0; k < cargo.loads(); k++) {
      int c = cargo.lots[cargo.lotOf[k]].priority();
      ready[c][Math.min(days - 1, spoke.packedOn[k + 1])]++;
      allReady = Math.max(allReady, spoke.packedOn[k + 1]);
      truckloads[c] += cargo.truckloads[k + 1] - cargo.truckloads[k];
    }
  }

  /** The first day on which all of them can have been packed. */
  int allReady() {
    return allReady;
  }

  /** The rebate on all truckloads together. */
  double rebates() {
    double sum = 0;
    for (int c = 1; c <= PRIORITIES; c++) {
      sum += rebate[c] * truckloads[c];
    }
    return sum;
  }

  /** The share of the truckloads of a priority that no truck was chosen for. */
  double missing(int priority) {
    return truckloads[priority] == 0
        ? 0
        : (truckloads[priority] - wanted[priority]) / truckloads[priority];
  }

  int truckloads(int priority) {
    return truckloads[priority];
  }

  /** Receives each trip that loads take. */
  interface Taker {
    void take(int trip, boolean isTruck, double number);
  }

  /**
   * The sum over all loads of the least cost between their readiness and a last day that becomes
   * later: for each priority a stack of days, each cheaper than those above it.
   */
  final class Sums {
    private final Offer offer;
    private final double[][] value = new double[PRIORITIES + 1][];
    private final double[][] count = new double[PRIORITIES + 1][];
    private final int[][] day = new int[PRIORITIES + 1][];
    private final int[] height = new int[PRIORITIES + 1];
    private double endless;
    private double finite;

    Sums(Offer offer, int end) {
      this.offer = offer;
      for (int c = 1; c <= PRIORITIES; c++) {
        value[c] = new double[end + 1];
        count[c] = new double[end + 1];
        day[c] = new int[end + 1];
      }
    }

    double sum() {
      return endless > 0 ? NEVER : finite;
    }

    private double cost(int c, int t) {
      int daysLate = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, t - due));
      return Math.min(offer.own[t], offer.truck[t] - rebate[c])
          + late * daysLate * ObjectiveFigures.weight(c);
    }

    /** The last day becomes one later. */
    void add(int d) {
      for (int c = 1; c <= PRIORITIES; c++) {
        double now = cost(c, d);
        double n = ready[c][d];
        count(now, n);
        int h = height[c];
        while (h > 0 && value[c][h - 1] >= now) {
          h--;
          count(value[c][h], -count[c][h]);
          count(now, count[c][h]);
          n += count[c][h];
        }
        if (n > 0) {
          value[c][h] = now;
          count[c][h] = n;
          day[c][h++] = d;
        }
        height[c] = h;
      }
    }

    private void count(double cost, double number) {
      if (cost == NEVER) {
        endless += number;
      } else {
        finite += cost * number;
      }
    }

    /** Tells which trips the loads take if the last day is the one added last. */
    void forEach(Taker taker) {
      for (int c = 1; c <= PRIORITIES; c++) {
        for (int i = 0; i < height[c]; i++) {
          int t = day[c][i];
          boolean isTruck = offer.truck[t] - rebate[c] < offer.own[t];
          wanted[c] += isTruck ? count[c][i] : 0;
          taker.take(isTruck ? offer.truckTrip[t] : offer.ownTrip[t], isTruck, count[c][i]);
        }
      }
    }
  }
}
