package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.model.Model;

/**
 * The search for missions of many bases: rounds in which several groups of bases are each improved
 * beside the others, and then put together as far as they go together.
 */
final class GroupSearch {

  /** Steps that a group is searched in a round; longer rounds were worse. */
  private static final int EPISODE = 500;

  /** How often then convoys are let go sooner than planned: all of them, half, a third... */
  private static final int TRIALS = 5;

  private final Model model;
  private final Decoder decoder;
  private final int[] spokes;
  private final Groups groups;
  private final List<Refiner> refiners = new ArrayList<>();
  private List<int[]> chosen = List.of();
  private Keys base;
  private long cost;

  GroupSearch(Model model, Decoder decoder, long seed, int beside, boolean leaves) {
    this.model = model;
    this.decoder = decoder;
    this.spokes = IntStream.range(0, model.sites).filter(s -> model.spokes[s] != null).toArray();
    this.groups = new Groups(model, spokes, seed);
    for (int w = 0; w < beside; w++) {
      refiners.add(new Refiner(model, seed * 31 + w, leaves, spokes.length));
    }
  }

  /** Goes on from keys that give a complete plan. */
  void start(Keys keys) {
    base = copy(keys);
    cost = dated(base);
  }

  /** The best keys, and what they cost. */
  Keys base() {
    return base;
  }

  long cost() {
    return cost;
  }

  /** The walks of the next round, with no more than so many steps together. */
  List<Callable<Long>> walks(long most, BooleanSupplier stop) {
    int beside = (int) Math.min(refiners.size(), most);
    long each = Math.max(1, Math.min(EPISODE, most / refiners.size()));
    chosen = groups.choose(beside);
    var walks = new ArrayList<Callable<Long>>();
    for (int w = 0; w < beside; w++) {
      var refiner = refiners.get(w);
      int[] group = chosen.get(w);
      walks.add(() -> refiner.refine(base, cost, group, each, stop));
    }
    return walks;
  }

  /** Puts together what the groups found, as far as it goes together. */
  void merge() {
    long before = cost;
    for (int w = 0; w < chosen.size(); w++) {
      if (refiners.get(w).bestCost < before) {
        var merged = copy(base);
        merged.copySites(refiners.get(w).best, chosen.get(w));
        FixedDays.complete(merged, chosen.get(w));
        FixedDays.sort(merged);
        keep(merged, dated(merged), false);
      }
    }
    for (int t = 0; t < TRIALS; t++) {
      var sooner = copy(base);
      FixedDays.release(sooner, t == 0 ? spokes : groups.some(t + 1));
      keep(sooner, dated(sooner), t == 0);
    }
  }

  private void keep(Keys keys, long found, boolean ifEqual) {
    if (found < cost || ifEqual && found == cost) {
      base = keys;
      cost = found;
    }
  }

  private Keys copy(Keys keys) {
    var copy = new Keys(model.sites);
    copy.copyFrom(keys);
    return copy;
  }

  /** Gives the keys of a plan the days on which they send it, and returns what it costs. */
  private long dated(Keys keys) {
    long found = decoder.decode(keys);
    if (found < Decoder.LATE) {
      FixedDays.fix(keys, decoder, spokes);
      FixedDays.sort(keys);
    }
    return found;
  }
}
