package org.drawdown.engine.search;

import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/** Trucks and escorts for hubs that have too few of their own for the bases that drain to them. */
final class Supply {

  private final Model model;
  private final Decoder decoder;
  private long built;

  Supply(Model model, Decoder decoder) {
    this.model = model;
    this.decoder = decoder;
  }

  /** Plans built by now. */
  long built() {
    return built;
  }

  private long decode(Keys keys) {
    built++;
    return decoder.decode(keys);
  }

  /** Shares out trucks and escorts on the first day, by the loads that each hub has to fetch. */
  void balance(Keys keys) {
    int first = model.problem.firstDay();
    if (first >= model.days) {
      return;
    }
    long[] demand = new long[model.sites];
    long all = 0;
    for (var spoke : model.spokes) {
      if (spoke != null && spoke.hasRoad()) {
        int p = Math.min(model.days - 1, spoke.paths[0].dispatchFor[first]);
        long trip = Math.max(1, spoke.paths[0].arrives[p] - p + 1);
        demand[spoke.hub] += (1L + spoke.cargo.loads()) * trip;
        all += (1L + spoke.cargo.loads()) * trip;
      }
    }
    if (all == 0) {
      return;
    }
    decode(new Keys(model.sites));
    int[] trucks = surplus(demand, all, first, true);
    int[] escorts = surplus(demand, all, first, false);
    for (int i = 0; i < model.links.size(); i++) {
      var link = model.links.get(i);
      int t = Math.max(0, Math.min(trucks[link.from()], -trucks[link.to()]));
      int e = Math.max(0, Math.min(escorts[link.from()], -escorts[link.to()]));
      if (t + e > 0) {
        keys.repositions.add(i, 0, t, e, first);
        trucks[link.from()] -= t;
        trucks[link.to()] += t;
        escorts[link.from()] -= e;
        escorts[link.to()] += e;
      }
    }
  }

  /** What each hub has on a day beyond its share by demand; below 0 where it has less. */
  private int[] surplus(long[] demand, long all, int day, boolean ofTrucks) {
    int[] there = new int[model.sites];
    long sum = 0;
    for (int h = 0; h < model.sites; h++) {
      if (model.spokes[h] == null) {
        there[h] = Math.max(0, spare(h, day, ofTrucks));
        sum += there[h];
      }
    }
    for (int h = 0; h < model.sites; h++) {
      there[h] -= (int) (sum * demand[h] / all);
    }
    return there;
  }

  private int spare(int hub, int day, boolean ofTrucks) {
    return ofTrucks ? decoder.trucksToSpare(hub, day) : decoder.escortsToSpare(hub, day);
  }

  /**
   * Where keys give no complete plan, sends hubs what others can do without, as soon as they can,
   * as long as that lets more be placed.
   */
  void relieve(Keys keys) {
    long cost = decode(keys);
    for (int round = 0; round < 2 * model.sites && cost >= Decoder.LATE; round++) {
      long better = relieveOnce(keys, cost);
      if (better >= cost) {
        return;
      }
      cost = better;
    }
  }

  private long relieveOnce(Keys keys, long cost) {
    var open = decoder.waiting();
    var inNeed = new boolean[model.sites];
    for (var spoke : model.spokes) {
      if (spoke != null && (open[spoke.index] || decoder.closedOn(spoke.index) == model.days - 1)) {
        inNeed[spoke.hub] = true;
      }
    }
    for (int i = 0; i < model.links.size(); i++) {
      var link = model.links.get(i);
      if (!inNeed[link.to()]) {
        continue;
      }
      decode(keys);
      int day = freeFrom(link.from());
      int first = model.problem.firstDay();
      int few = model.problem.convoy().minVehicles();
      int each = model.problem.convoy().escorts();
      long found = tried(keys, i, few, 0, first, cost);
      found = found < cost ? found : tried(keys, i, few, each, first, cost);
      if (found >= cost && day >= 0) {
        decode(keys);
        int trucks = Math.max(0, decoder.trucksToSpare(link.from(), day));
        int escorts = Math.max(0, decoder.escortsToSpare(link.from(), day));
        found = tried(keys, i, trucks, escorts, day, cost);
      }
      if (found < cost) {
        return found;
      }
    }
    return cost;
  }

  /** Sends trucks and escorts if more can be placed with them; returns what it costs then. */
  private long tried(Keys keys, int link, int trucks, int escorts, int day, long cost) {
    if (day >= model.days) {
      return cost;
    }
    keys.repositions.add(link, 0, trucks, escorts, day);
    long found = decode(keys);
    if (found >= cost) {
      keys.repositions.remove(keys.repositions.count - 1);
    }
    return found;
  }

  /** The first day from which on a hub can do without escorts for a convoy, or any truck; or -1. */
  private int freeFrom(int hub) {
    int each = model.problem.convoy().escorts();
    for (int d = model.problem.firstDay(); d < model.days; d++) {
      boolean escorts = each > 0 && decoder.escortsToSpare(hub, d) >= each;
      if (escorts || each == 0 && decoder.trucksToSpare(hub, d) > 0) {
        return d;
      }
    }
    for (int d = model.problem.firstDay(); d < model.days; d++) {
      if (decoder.trucksToSpare(hub, d) > 0 || decoder.escortsToSpare(hub, d) > 0) {
        return d;
      }
    }
    return -1;
  }
}
