package org.drawdown.engine.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.drawdown.engine.decoder.ConvoySizes;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.LoadOrder;
import org.drawdown.engine.model.Model;

/** The neighbourhood: small changes of the keys that a movement control officer would try. */
final class Moves {

  private final Model model;
  private final Decoder decoder;
  private final SplittableRandom random;
  private final boolean leaves;
  private final int minVehicles;
  private boolean focused;
  private static final int MOST_REPOSITIONS = 12;
  private int[] movable;

  /** First position in the order that may change. */
  private int begin;

  Moves(Model model, Decoder decoder, SplittableRandom random, boolean leaves) {
    this.model = model;
    this.decoder = decoder;
    this.random = random;
    this.leaves = leaves;
    this.minVehicles = model.problem.convoy().minVehicles();
    this.movable = IntStream.range(0, model.sites).filter(s -> model.spokes[s] != null).toArray();
  }

  /** From now on only these sites change, whose places in the order are all from one on. */
  void focus(int[] sites, int from) {
    movable = sites;
    begin = from;
    focused = true;
  }

  /** Makes one change. */
  void change(Keys keys) {
    if (movable.length == 0) {
      return;
    }
    if (!focused && !model.links.isEmpty() && random.nextInt(100) < 12) {
      changeRepositions(keys);
      return;
    }
    int dice = random.nextInt(100);
    if (dice < 34) {
      moveOne(keys);
    } else if (dice < 44) {
      swapTwo(keys);
    } else if (dice < 54) {
      shiftSite(keys);
    } else if (dice < 70) {
      shiftVehicles(keys);
    } else if (dice < 75) {
      split(keys);
    } else if (dice < 79) {
      merge(keys);
    } else if (dice < 80) {
      recut(keys);
    } else if (dice < 84) {
      takeRoad(keys);
    } else if (dice < 90) {
      hold(keys);
    } else if (dice < 95) {
      changeEnd(keys);
    } else if (leaves) {
      leaveMoreOrLess(keys);
    } else {
      moveOne(keys);
    }
  }

  /** Makes one change at a site, or at a base that drains to it. */
  void changeAt(Keys keys, int site) {
    int[] all = movable;
    if (all.length == 0) {
      change(keys);
      return;
    }
    movable = Arrays.stream(all).filter(s -> s == site || model.spokes[s].hub == site).toArray();
    if (movable.length == 0) {
      movable = all;
    }
    int dice = random.nextInt(10);
    if (dice < 4) {
      hold(keys);
    } else if (dice < 7) {
      shiftSite(keys);
    } else if (dice < 8) {
      shiftVehicles(keys);
    } else {
      change(keys);
    }
    movable = all;
  }

  private Model.Spoke anySpoke() {
    return model.spokes[movable[random.nextInt(movable.length)]];
  }

  private void moveOne(Keys keys) {
    if (keys.length - begin < 2) {
      return;
    }
    int from = random.nextInt(begin, keys.length);
    int reach = random.nextInt(4) == 0 ? keys.length - begin : 8;
    int to = Math.max(begin, Math.min(keys.length - 1, from + random.nextInt(-reach, reach + 1)));
    keys.move(from, to);
  }

  private void swapTwo(Keys keys) {
    if (keys.length - begin < 2) {
      return;
    }
    int a = random.nextInt(begin, keys.length);
    int b = random.nextInt(begin, keys.length);
    int site = keys.order[a];
    keys.order[a] = keys.order[b];
    keys.order[b] = site;
  }

  /** Puts all convoys of one site earlier or later. */
  private void shiftSite(Keys keys) {
    int s = anySpoke().index;
    int by = random.nextInt(1, 10) * (random.nextBoolean() ? 1 : -1);
    if (by < 0) {
      for (int i = begin; i < keys.length; i++) {
        if (keys.order[i] == s) {
          keys.move(i, Math.max(begin, i + by));
        }
      }
    } else {
      for (int i = keys.length - 1; i >= begin; i--) {
        if (keys.order[i] == s) {
          keys.move(i, Math.min(keys.length - 1, i + by));
        }
      }
    }
  }

  /** Gives vehicles of one convoy to another of the same site. */
  private void shiftVehicles(Keys keys) {
    var spoke = anySpoke();
    int n = keys.convoys[spoke.index];
    if (n < 2) {
      return;
    }
    int[] size = keys.size[spoke.index];
    int from = random.nextInt(n);
    int to = random.nextInt(3) == 0 ? random.nextInt(n) : from + (random.nextBoolean() ? 1 : -1);
    if (to < 0 || to >= n || to == from) {
      return;
    }
    int least = from == n - 1 ? 1 : Math.max(1, minVehicles);
    int room = Math.min(size[from] - least, spoke.maxVehicles - size[to]);
    if (room < 1) {
      return;
    }
    int by = random.nextInt(3) == 0 ? room : 1 + random.nextInt(Math.min(room, 20));
    size[from] -= by;
    size[to] += by;
  }

  private void split(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    int n = keys.convoys[s];
    if (n == 0) {
      return;
    }
    int k = random.nextInt(n);
    int least = Math.max(1, minVehicles);
    int most = keys.size[s][k] - (k == n - 1 ? 1 : least);
    if (most < least) {
      return;
    }
    int half = keys.size[s][k] - random.nextInt(least, most + 1);
    keys.addConvoy(s, 0, 0, 0);
    for (int i = n; i > k; i--) {
      keys.size[s][i] = keys.size[s][i - 1];
      keys.path[s][i] = keys.path[s][i - 1];
      keys.notBefore[s][i] = keys.notBefore[s][i - 1];
    }
    keys.size[s][k] -= half;
    keys.size[s][k + 1] = half;
    int position = 0;
    for (int i = begin, seen = -1; i < keys.length; i++) {
      if (keys.order[i] == s && ++seen == k) {
        position = i;
        break;
      }
    }
    keys.insert(position, s);
  }

  private void merge(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    int n = keys.convoys[s];
    if (n < 2) {
      return;
    }
    int k = random.nextInt(n);
    int left = keys.size[s][k];
    removeConvoy(keys, s, k);
    spread(keys, spoke, left);
    level(keys, s);
  }

  private void removeConvoy(Keys keys, int s, int k) {
    keys.removeConvoy(s, k);
    for (int i = begin, seen = -1; i < keys.length; i++) {
      if (keys.order[i] == s && ++seen == k) {
        keys.remove(i);
        return;
      }
    }
  }

  /** Gives vehicles to the convoys with room, from the first on, then to a new one. */
  private void spread(Keys keys, Model.Spoke spoke, int vehicles) {
    int s = spoke.index;
    int left = vehicles;
    for (int i = 0; i < keys.convoys[s] && left > 0; i++) {
      int more = Math.min(left, spoke.maxVehicles - keys.size[s][i]);
      keys.size[s][i] += more;
      left -= more;
    }
    while (left > 0) {
      int more = Math.min(left, spoke.maxVehicles);
      keys.addConvoy(s, more, 0, 0);
      keys.insert(lastOf(keys, s), s);
      left -= more;
    }
  }

  private static int lastOf(Keys keys, int site) {
    for (int i = keys.length - 1; i >= 0; i--) {
      if (keys.order[i] == site) {
        return i;
      }
    }
    return keys.length;
  }

  /** Sends trucks and escorts to another hub, more or fewer of them, sooner or later, or none. */
  void changeRepositions(Keys keys) {
    var wishes = keys.repositions;
    int dice = random.nextInt(10);
    if (wishes.count == 0 || dice < 4 && wishes.count < MOST_REPOSITIONS) {
      reposition(keys);
      return;
    }
    int i = random.nextInt(wishes.count);
    if (dice < 6) {
      wishes.remove(i);
    } else if (dice < 7) {
      wishes.way[i] = random.nextInt(model.links.get(wishes.link[i]).ways().length);
    } else if (dice < 8) {
      int reach = random.nextInt(3) == 0 ? 60 : 8;
      int day = wishes.notBefore[i] + random.nextInt(-reach, reach + 1);
      wishes.notBefore[i] = Math.max(model.problem.firstDay(), Math.min(model.days - 1, day));
    } else if (dice < 9) {
      int reach = random.nextInt(3) == 0 ? 60 : random.nextInt(2) == 0 ? 10 : 1;
      wishes.trucks[i] = Math.max(0, wishes.trucks[i] + random.nextInt(-reach, reach + 1));
    } else {
      int escorts = wishes.escorts[i] + random.nextInt(-1, 2);
      wishes.escorts[i] = Math.max(0, escorts);
    }
  }

  private void reposition(Keys keys) {
    int i = random.nextInt(model.links.size());
    var link = model.links.get(i);
    int first = Math.min(model.days - 1, model.problem.firstDay());
    int day =
        random.nextInt(3) == 0
            ? first
            : random.nextInt(first, Math.max(first + 1, Math.min(model.days, first + 250)));
    int trucks = decoder.trucksToSpare(link.from(), day);
    int escorts = decoder.escortsToSpare(link.from(), day);
    boolean all = random.nextInt(4) == 0;
    keys.repositions.add(
        i,
        random.nextInt(link.ways().length),
        trucks > 0 ? all ? trucks : random.nextInt(trucks + 1) : random.nextInt(20),
        escorts > 0 ? all ? escorts : random.nextInt(escorts + 1) : random.nextInt(2),
        day);
  }

  private void takeRoad(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    if (spoke.paths.length < 2) {
      return;
    }
    int k = random.nextInt(keys.convoys[s] + 1);
    int road = random.nextInt(spoke.paths.length);
    if (k == keys.convoys[s]) {
      keys.finalPath[s] = road;
    } else {
      keys.path[s][k] = road;
    }
  }

  /** Holds a convoy for later, for the dry season perhaps, or lets it go. */
  private void hold(Keys keys) {
    int s = anySpoke().index;
    int k = random.nextInt(keys.convoys[s] + 1);
    int day = random.nextInt(2) == 0 ? 0 : random.nextInt(model.days);
    if (k < keys.convoys[s]) {
      int now = decoder.dispatched[s].length > k ? Math.max(0, decoder.dispatched[s][k]) : 0;
      boolean near = day > 0 && random.nextInt(3) > 0;
      keys.notBefore[s][k] = near ? Math.min(model.days - 1, now + random.nextInt(1, 15)) : day;
    } else {
      keys.finalNotBefore[s] = day;
    }
  }

  /**
   * Lets the rear party fly rather than drive, or the other way, or people ride on empty trucks.
   */
  private void changeEnd(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    if (spoke.hasRoad() && random.nextInt(4) == 0) {
      keys.byTruck[s] = !keys.byTruck[s] || spoke.carriers.length == 0;
    } else if (spoke.rear > 0 && spoke.hasRoad() && spoke.carriers.length > 0) {
      keys.finalByAir[s] = !keys.finalByAir[s];
      keys.finalNotBefore[s] = 0;
    } else {
      return;
    }
    fit(keys, spoke);
  }

  private void leaveMoreOrLess(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    int most = mostLeft(spoke.cargo);
    if (most == 0) {
      return;
    }
    int by = random.nextInt(3) == 0 ? random.nextInt(most + 1) : random.nextInt(1, 11);
    int left = random.nextInt(5) == 0 ? 0 : keys.left[s] + (random.nextBoolean() ? by : -by);
    keys.left[s] = Math.max(0, Math.min(most, left));
    fit(keys, spoke);
  }

  /** How many loads may stay: none of priority 1 unless the deadline is hard. */
  int mostLeft(LoadOrder cargo) {
    int n = cargo.loads();
    if (model.problem.hardDeadline()) {
      return n;
    }
    int urgent = 0;
    while (urgent < n && cargo.lots[cargo.lotOf[urgent]].priority() == 1) {
      urgent++;
    }
    return n - urgent;
  }

  /** Makes the convoys of a site hold just the vehicles that it now has to send. */
  void fit(Keys keys, Model.Spoke spoke) {
    int s = spoke.index;
    keys.left[s] = Math.min(keys.left[s], mostLeft(spoke.cargo));
    int total = decoder.sizes().vehicles(keys, spoke);
    if (!model.problem.hardDeadline()) {
      // No truck goes empty for people while loads are left behind.
      keys.left[s] -= Math.min(keys.left[s], total - ConvoySizes.loads(keys, spoke));
    }
    int now = 0;
    for (int i = 0; i < keys.convoys[s]; i++) {
      now += keys.size[s][i];
    }
    while (now > total) {
      int last = keys.convoys[s] - 1;
      int less = Math.min(now - total, keys.size[s][last]);
      keys.size[s][last] -= less;
      now -= less;
      if (keys.size[s][last] == 0) {
        removeConvoy(keys, s, last);
      }
    }
    if (now < total) {
      spread(keys, spoke, total - now);
    }
    level(keys, s);
  }

  /** Lets no convoy but the last be too small: it takes what it lacks from those behind it. */
  private void level(Keys keys, int s) {
    for (int k = 0; k < keys.convoys[s] - 1; k++) {
      while (keys.size[s][k] < minVehicles && k < keys.convoys[s] - 1) {
        int last = keys.convoys[s] - 1;
        int more = Math.min(minVehicles - keys.size[s][k], keys.size[s][last]);
        keys.size[s][k] += more;
        keys.size[s][last] -= more;
        if (keys.size[s][last] == 0) {
          removeConvoy(keys, s, last);
        }
      }
    }
  }

  /**
   * Convoys as large as may be of which none needs more than a share of the pool of trucks, so that
   * as many as there are shares can be on the road at once.
   */
  void cut(Keys keys, Model.Spoke spoke, int share) {
    int s = spoke.index;
    var cargo = spoke.cargo;
    int total = decoder.sizes().vehicles(keys, spoke);
    int loads = ConvoySizes.loads(keys, spoke);
    int trucks = Math.max(1, decoder.sizes().largestPool(spoke) / share);
    keys.convoys[s] = 0;
    int from = 0;
    while (from < total) {
      int to = Math.min(total, from + Math.max(1, minVehicles));
      while (to < total
          && to - from < spoke.maxVehicles
          && fits(spoke, cargo, loads, from, to + 1, trucks)) {
        to++;
      }
      keys.addConvoy(s, to - from, 0, 0);
      from = to;
    }
  }

  /** Sends a site's loads in convoys of another size: smaller ones leave trucks for others. */
  private void recut(Keys keys) {
    var spoke = anySpoke();
    int s = spoke.index;
    int before = keys.convoys[s];
    if (before == 0) {
      return;
    }
    cut(keys, spoke, 1 + random.nextInt(8));
    for (int n = before; n < keys.convoys[s]; n++) {
      int at = random.nextInt(begin, keys.length);
      keys.insert(Math.min(at, lastOf(keys, s)), s);
    }
    for (int n = keys.convoys[s]; n < before; n++) {
      keys.remove(lastOf(keys, s));
    }
  }

  private boolean fits(Model.Spoke spoke, LoadOrder cargo, int loads, int from, int to, int most) {
    int first = Math.min(from, loads);
    int last = Math.min(to, loads);
    int trucks = cargo.truckloads[last] - cargo.truckloads[first] + (to - from) - (last - first);
    return trucks <= most && last - first <= spoke.maxLoads;
  }
}
