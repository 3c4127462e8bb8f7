package org.drawdown.planning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.Dataset.Window;

/** Trucks and escorts by hub (planning model, "Repositioning"). */
final class HubPools {

  private HubPools() {}

  /** The code of the hub that has the trucks or escorts of a window. */
  static String hub(Dataset dataset, Window window) {
    return window.hub() != null
        ? window.hub()
        : dataset.bases().stream()
            .filter(b -> b.hub() == null)
            .map(Dataset.Base::code)
            .findFirst()
            .orElseThrow();
  }

  /**
   * A figure for the whole mission, shared among the hubs as the dataset shares its own, by largest
   * remainder: by what each has on all days together, equally where none has any.
   */
  static List<Window> shared(Dataset dataset, int number, List<Window> present) {
    var hubs =
        dataset.bases().stream().filter(b -> b.hub() == null).map(Dataset.Base::code).toList();
    if (hubs.isEmpty()) {
      return List.of();
    }
    long[] weight = new long[hubs.size()];
    long all = 0;
    for (var window : present) {
      long days = window.to().toEpochDay() - window.from().toEpochDay() + 1;
      weight[hubs.indexOf(hub(dataset, window))] += days * window.available();
      all += days * window.available();
    }
    if (all == 0) {
      Arrays.fill(weight, 1);
      all = hubs.size();
    }
    int[] share = new int[hubs.size()];
    long[] rest = new long[hubs.size()];
    int left = number;
    for (int h = 0; h < share.length; h++) {
      share[h] = (int) (number * weight[h] / all);
      rest[h] = number * weight[h] % all;
      left -= share[h];
    }
    var byRest =
        IntStream.range(0, share.length)
            .boxed()
            .sorted(Comparator.comparingLong(h -> -rest[h]))
            .limit(left)
            .toList();
    byRest.forEach(h -> share[h]++);
    var m = dataset.mission();
    var windows = new ArrayList<Window>();
    for (int h = 0; h < share.length; h++) {
      if (share[h] > 0) {
        windows.add(new Window(hubs.get(h), m.startDate(), m.horizonEnd(), share[h]));
      }
    }
    return windows;
  }
}
