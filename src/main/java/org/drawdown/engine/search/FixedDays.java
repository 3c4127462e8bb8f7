package org.drawdown.engine.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.drawdown.engine.decoder.Decoder;
import org.drawdown.engine.decoder.Keys;

/** Keys that say on which day each convoy goes, rather than only which goes first. */
final class FixedDays {

  private FixedDays() {}

  /** Lets no convoy of some sites go before the day on which a decoder has just placed it. */
  static void fix(Keys keys, Decoder decoder, int[] sites) {
    for (int s : sites) {
      System.arraycopy(decoder.dispatched[s], 0, keys.notBefore[s], 0, keys.convoys[s]);
      keys.finalNotBefore[s] = decoder.firstFinal(keys, s);
    }
  }

  /** Lets the convoys of some sites go as soon as they can. */
  static void release(Keys keys, int[] sites) {
    for (int s : sites) {
      Arrays.fill(keys.notBefore[s], 0, keys.convoys[s], 0);
      keys.finalNotBefore[s] = 0;
    }
  }

  /** Puts the convoys in the order of the days before which they do not go. */
  static void sort(Keys keys) {
    int[] next = new int[keys.convoys.length];
    int[] day = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int s = keys.order[i];
      int k = next[s]++;
      day[i] = k < keys.convoys[s] ? keys.notBefore[s][k] : keys.finalNotBefore[s];
    }
    int[] order = keys.order.clone();
    int[] sorted =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> day[i]))
            .mapToInt(i -> order[i])
            .toArray();
    System.arraycopy(sorted, 0, keys.order, 0, keys.length);
  }

  /** Puts some sites last in the order, else leaving it; returns where they begin. */
  static int last(Keys keys, int[] sites) {
    var chosen = new boolean[keys.convoys.length];
    for (int s : sites) {
      chosen[s] = true;
    }
    int[] order = Arrays.copyOf(keys.order, keys.length);
    int n = 0;
    for (int s : order) {
      if (!chosen[s]) {
        keys.order[n++] = s;
      }
    }
    int from = n;
    for (int s : order) {
      if (chosen[s]) {
        keys.order[n++] = s;
      }
    }
    return from;
  }

  /** Gives each site as many places in the order as it has convoys, and one for its closing. */
  static void complete(Keys keys, int[] sites) {
    for (int s : sites) {
      int places = keys.convoys[s] + 1;
      for (int i = keys.length - 1; i >= 0; i--) {
        if (keys.order[i] == s && --places < 0) {
          keys.remove(i);
        }
      }
      for (; places > 0; places--) {
        keys.insert(keys.length, s);
      }
    }
  }
}
