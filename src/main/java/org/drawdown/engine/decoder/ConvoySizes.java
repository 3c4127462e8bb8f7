package org.drawdown.engine.decoder;

import java.util.Arrays;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem;
import org.drawdown.engine.model.LoadOrder;
import org.drawdown.engine.model.Model;

/** How many vehicles and people the convoys of a spoke have by the keys. */
public final class ConvoySizes {

  private final int seatsEach;
  private final int minVehicles;
  private final int[] largestPool;

  ConvoySizes(Model model) {
    this.seatsEach = model.problem.convoy().seatsPerVehicle();
    this.minVehicles = model.problem.convoy().minVehicles();
    this.largestPool = largestPools(model.problem);
  }

  /** For each hub the most trucks that it has by its own windows, or else that can come at once. */
  private static int[] largestPools(Problem problem) {
    int all = problem.largestTruckPool();
    return Arrays.stream(problem.trucks())
        .mapToInt(hub -> Arrays.stream(hub).max().orElse(0))
        .map(own -> own > 0 ? own : Math.min(all, problem.convoy().maxVehicles()))
        .toArray();
  }

  /** The most trucks that one convoy of a spoke should need. */
  public int largestPool(Model.Spoke spoke) {
    return largestPool[spoke.hub];
  }

  /** Whether a convoy is too small, with so many vehicles still to leave, itself included. */
  public boolean isTooSmall(int vehicles, int left) {
    return vehicles < Math.min(minVehicles, left);
  }

  /** Loads that leave a spoke before its final movement. */
  public static int loads(Keys keys, Model.Spoke spoke) {
    return Math.max(0, spoke.cargo.loads() - keys.left[spoke.index]);
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
    if (spoke.ownRear > 0) {
      most = Math.min(most, spoke.maxLoads);
    }
    if (spoke.ownRear < spoke.rearVehicles) {
      most = Math.min(most, largestPool(spoke));
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
