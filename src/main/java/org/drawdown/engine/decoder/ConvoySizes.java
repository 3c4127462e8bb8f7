package org.drawdown.engine.decoder;

import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.model.LoadOrder;
import org.drawdown.engine.model.Model;

/** How many vehicles and people the convoys of a spoke have by the keys. */
public final class ConvoySizes {

  private final int seatsEach;
  private final int largestPool;

  ConvoySizes(Model model) {
    this.seatsEach = model.problem.convoy().seatsPerVehicle();
    this.largestPool = model.problem.largestTruckPool();
  }

  /** The order of leaving that goes with the way in which the rear party leaves. */
  public static LoadOrder cargo(Keys keys, Model.Spoke spoke) {
    return keys.finalByAir[spoke.index] ? spoke.byAir : spoke.byRoad;
  }

  /** Loads that leave a spoke before its final movement. */
  public static int loads(Keys keys, Model.Spoke spoke) {
    return Math.max(0, cargo(keys, spoke).loads() - keys.left[spoke.index]);
  }

  /** Vehicles that leave a spoke before its final movement, empty trucks for people included. */
  public int vehicles(Keys keys, Model.Spoke spoke) {
    int loads = loads(keys, spoke);
    return keys.byTruck[spoke.index]
        ? Math.max(loads, (spoke.people + seatsEach - 1) / seatsEach)
        : loads;
  }

  /** People ride in proportion to the vehicles, rounded to nearest, at most the seats. */
  public int share(int people, int total, int before, int after) {
    long seats = (long) (after - before) * seatsEach;
    if (after == total) {
      return (int) Math.min(people, seats);
    }
    long vehicles = total - before;
    return (int) Math.min(seats, (2L * people * (after - before) + vehicles) / (2 * vehicles));
  }

  /** Vehicles in each final convoy but the last: no more than the pool has trucks for. */
  public int finalConvoy(Model.Spoke spoke) {
    int most = spoke.maxVehicles;
    if (spoke.byRoad.keptLoads > 0) {
      most = Math.min(most, spoke.maxLoads);
    }
    if (spoke.byRoad.keptLoads < spoke.rearVehicles) {
      most = Math.min(most, largestPool);
    }
    return Math.max(1, most);
  }

  /** Final convoys of a spoke whose rear party drives. */
  public int finalConvoys(Model.Spoke spoke) {
    int most = finalConvoy(spoke);
    return (spoke.rearVehicles + most - 1) / most;
  }

  /** People in one of several final convoys: the seats of its vehicles, the last what is left. */
  public int finalRiders(Model.Spoke spoke, int convoy) {
    int seats = finalConvoy(spoke) * seatsEach;
    int convoys = finalConvoys(spoke);
    return convoy < convoys - 1 ? seats : spoke.rear - seats * (convoys - 1);
  }

  /** Of 6 less priority, what the kept vehicles from one position on add up to. */
  public static int keptWeight(LoadOrder cargo, int from, int count) {
    int sum = 0;
    int at = 0;
    for (int lot = 0; lot < cargo.kept.length; lot++) {
      int here = Math.max(0, Math.min(at + cargo.kept[lot], from + count) - Math.max(at, from));
      sum += here * ObjectiveFigures.weight(cargo.lots[lot].priority());
      at += cargo.kept[lot];
    }
    return sum;
  }
}
