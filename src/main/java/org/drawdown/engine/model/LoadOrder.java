package org.drawdown.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Problem.Lot;

/** The loads of a spoke in the order in which they leave, for one way of ending. */
public final class LoadOrder {
  public final Lot[] lots;

  /** Position of the lot of each load that goes before the final movement. */
  public final int[] lotOf;

  /** Truckloads, and 6 less priority, summed over the first loads. */
  public final int[] truckloads;

  public final int[] weight;

  /** Vehicles that the rear party keeps, by lot and together. */
  public final int[] kept;

  public final int keptLoads;

  /** Loads of each lot that fixed movements take. */
  public final int[] gone;

  LoadOrder(List<Lot> all, int keep, int[] gone) {
    lots = all.toArray(new Lot[0]);
    this.gone = gone;
    kept = new int[lots.length];
    int left = keep;
    Integer[] byPriority = new Integer[lots.length];
    Arrays.setAll(byPriority, i -> i);
    Arrays.sort(byPriority, Comparator.comparingInt((Integer i) -> lots[i].priority()));
    for (int i = lots.length - 1; i >= 0 && left > 0; i--) {
      int lot = byPriority[i];
      if (lots[lot].selfDeploying()) {
        kept[lot] = Math.min(left, lots[lot].loads() - gone[lot]);
        left -= kept[lot];
      }
    }
    keptLoads = keep - left;
    lotOf = order(byPriority);
    truckloads = new int[lotOf.length + 1];
    weight = new int[lotOf.length + 1];
    for (int i = 0; i < lotOf.length; i++) {
      var lot = lots[lotOf[i]];
      truckloads[i + 1] = truckloads[i] + (lot.selfDeploying() ? 0 : 1);
      weight[i + 1] = weight[i] + ObjectiveFigures.weight(lot.priority());
    }
  }

  /**
   * Within a priority, truckloads and vehicles that drive themselves are mixed evenly, so that
   * every convoy needs its share of the trucks and none needs them all.
   */
  private int[] order(Integer[] byPriority) {
    record Load(int priority, double place, int lot) {}
    var loads = new ArrayList<Load>();
    for (int priority = 1; priority <= 5; priority++) {
      for (boolean selfDeploying : new boolean[] {false, true}) {
        int total = 0;
        for (int lot : byPriority) {
          if (lots[lot].priority() == priority && lots[lot].selfDeploying() == selfDeploying) {
            total += lots[lot].loads() - gone[lot] - kept[lot];
          }
        }
        int n = 0;
        for (int lot : byPriority) {
          if (lots[lot].priority() == priority && lots[lot].selfDeploying() == selfDeploying) {
            for (int i = gone[lot] + kept[lot]; i < lots[lot].loads(); i++) {
              loads.add(new Load(priority, (n++ + 0.5) / total, lot));
            }
          }
        }
      }
    }
    loads.sort(Comparator.comparingInt(Load::priority).thenComparingDouble(Load::place));
    return loads.stream().mapToInt(Load::lot).toArray();
  }

  public int loads() {
    return lotOf.length;
  }

  /** What leaving some of the kept vehicles, from one on, adds to WRITE_OFF. */
  public long keptWriteOff(int from) {
    long sum = 0;
    int at = 0;
    for (int lot = 0; lot < kept.length; lot++) {
      int left = Math.max(0, at + kept[lot] - Math.max(at, from));
      sum += left * ObjectiveFigures.writeOff(lots[lot]);
      at += kept[lot];
    }
    return sum;
  }
}
