package org.drawdown.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.drawdown.engine.model.Model;

/** Groups of bases to look at together: most of those that drain to one hub, and a few others. */
final class Groups {

  private static final int SIZE = 10;

  private final Model model;
  private final int[] spokes;
  private final SplittableRandom random;

  Groups(Model model, int[] spokes, long seed) {
    this.model = model;
    this.spokes = spokes.clone();
    this.random = new SplittableRandom(seed);
  }

  /** A number of groups that have no base in common. */
  List<int[]> choose(int count) {
    shuffle();
    int size = Math.max(1, Math.min(SIZE, spokes.length / count));
    var taken = new boolean[model.sites];
    var groups = new ArrayList<int[]>();
    for (int g = 0; g < count; g++) {
      var group = new ArrayList<Integer>();
      int hub = -1;
      for (int s : spokes) {
        boolean near = hub < 0 || model.spokes[s].hub == hub;
        if (!taken[s] && near && group.size() < size) {
          hub = model.spokes[s].hub;
          group.add(s);
          taken[s] = true;
        }
      }
      for (int s : spokes) {
        if (!taken[s] && group.size() < size) {
          group.add(s);
          taken[s] = true;
        }
      }
      groups.add(group.stream().mapToInt(Integer::intValue).toArray());
    }
    return groups;
  }

  /** Some bases, one in so many by chance. */
  int[] some(int oneIn) {
    return Arrays.stream(spokes).filter(s -> random.nextInt(oneIn) == 0).toArray();
  }

  private void shuffle() {
    for (int i = spokes.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int s = spokes[i];
      spokes[i] = spokes[j];
      spokes[j] = s;
    }
  }
}
