package org.drawdown.engine.bound;

import java.util.Arrays;

/** For each day of departure the best trip of a truck and of a vehicle that drives itself. */
final class Offer {

  final double[] truck;
  final double[] own;
  final int[] truckTrip;
  final int[] ownTrip;

  Offer(int days) {
    truck = new double[days];
    own = new double[days];
    truckTrip = new int[days];
    ownTrip = new int[days];
  }

  /** Forgets all trips up to a day. */
  void clear(int end) {
    Arrays.fill(truck, 0, end + 1, Double.POSITIVE_INFINITY);
    Arrays.fill(own, 0, end + 1, Double.POSITIVE_INFINITY);
  }

  /** Offers a trip that departs on a day, at a cost for each kind of vehicle. */
  void take(int day, int trip, double ownCost, double truckCost) {
    if (ownCost < own[day]) {
      own[day] = ownCost;
      ownTrip[day] = trip;
    }
    if (truckCost < truck[day]) {
      truck[day] = truckCost;
      truckTrip[day] = trip;
    }
  }
}
