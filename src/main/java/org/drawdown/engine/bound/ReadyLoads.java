package org.drawdown.engine.bound;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.model.Model;

/** The loads of a spoke before its final movement, by priority and by when they can be packed. */
final class ReadyLoads {

  static final int PRIORITIES = 5;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Loads of each priority by the first day on which they can have been packed. */
  private final double[][] ready = new double[PRIORITIES + 1][];

  private final int[] truckloads = new int[PRIORITIES + 1];
  private final int[] number = new int[PRIORITIES + 1];
  private final int due;
  private final double late;
  private int allReady;

  /** The least that a truckload costs that stays, and a vehicle that would drive itself. */
  private final double[] truckStays = new double[PRIORITIES + 1];

  private final double[] ownStays = new double[PRIORITIES + 1];

  /** Whether what is wanted has been asked for; else nothing is missing. */
  private boolean asked;

  /**
   * The rebate on a truckload of each priority, so that as many of the loads choose a truck as
   * there are truckloads: which of a priority goes first is free.
   */
  final double[] rebate = new double[PRIORITIES + 1];

  /** How many of each priority chose one. */
  final double[] wanted = new double[PRIORITIES + 1];

  /**
   * @param due the last day on which they are not late
   */
  ReadyLoads(Model.Spoke spoke, int days, int due, Problem problem) {
    this.due = due;
    this.late = problem.weight(Term.LOADS_LATE);
    Arrays.fill(truckStays, NEVER);
    Arrays.fill(ownStays, NEVER);
    var cargo = spoke.cargo;
    for (int c = 1; c <= PRIORITIES; c++) {
      ready[c] = new double[days];
    }
    boolean mayLeave = problem.mayLeaveBehind() || problem.hardDeadline();
    for (var lot : cargo.lots) {
      // Loads of priority 1 may stay only where the deadline is hard.
      if (mayLeave && (lot.priority() > 1 || problem.hardDeadline())) {
        double cost = (double) problem.weight(Term.WRITE_OFF) * ObjectiveFigures.writeOff(lot);
        var stays = lot.selfDeploying() ? ownStays : truckStays;
        stays[lot.priority()] = Math.min(stays[lot.priority()], cost);
      }
    }
    for (int k = 0; k < cargo.loads(); k++) {
      int c = cargo.lots[cargo.lotOf[k]].priority();
      ready[c][Math.min(days - 1, spoke.packedOn[k + 1])]++;
      number[c]++;
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
    return truckloads[priority] == 0 || !asked
        ? 0
        : (truckloads[priority] - wanted[priority]) / truckloads[priority];
  }

  /** Before the next prices nothing is wanted. */
  void forget() {
    Arrays.fill(wanted, 0);
    asked = false;
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
    private final double[] left = new double[PRIORITIES + 1];
    private double endless;
    private double finite;

    Sums(Offer offer, int end) {
      this.offer = offer;
      for (int c = 1; c <= PRIORITIES; c++) {
        value[c] = new double[end + 1];
        count[c] = new double[end + 1];
        day[c] = new int[end + 1];
        left[c] = number[c];
      }
    }

    double sum() {
      return endless > 0 ? NEVER : finite;
    }

    private double cost(int c, int t) {
      int daysLate = Math.max(0, Math.min(ObjectiveFigures.LONGEST_LOADS_LATE, t - due));
      double goes =
          Math.min(offer.own[t], offer.truck[t] - rebate[c])
              + late * daysLate * ObjectiveFigures.weight(c);
      return Math.min(goes, stays(c));
    }

    private double stays(int c) {
      return Math.min(ownStays[c], truckStays[c] - rebate[c]);
    }

    /** The cost of the loads that cannot have been packed by the last day, which have to stay. */
    double notReady() {
      double sum = 0;
      for (int c = 1; c <= PRIORITIES; c++) {
        sum += left[c] > 0 ? left[c] * stays(c) : 0;
      }
      return sum;
    }

    /** The last day becomes one later. */
    void add(int d) {
      for (int c = 1; c <= PRIORITIES; c++) {
        double now = cost(c, d);
        double n = ready[c][d];
        left[c] -= n;
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
      asked = true;
      for (int c = 1; c <= PRIORITIES; c++) {
        boolean truckStaysBehind = truckStays[c] - rebate[c] < ownStays[c];
        wanted[c] += truckStaysBehind ? left[c] : 0;
        for (int i = 0; i < height[c]; i++) {
          int t = day[c][i];
          if (value[c][i] >= stays(c)) {
            wanted[c] += truckStaysBehind ? count[c][i] : 0;
            continue;
          }
          boolean isTruck = offer.truck[t] - rebate[c] < offer.own[t];
          wanted[c] += isTruck ? count[c][i] : 0;
          taker.take(isTruck ? offer.truckTrip[t] : offer.ownTrip[t], isTruck, count[c][i]);
        }
      }
    }
  }
}
