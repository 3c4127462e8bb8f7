package org.drawdown.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.drawdown.engine.Problem;

/**
 * The shortest simple roads between two places, by Yen's algorithm (Management Science 17, 1971).
 * Equally long roads are ordered by more legs first, then by the ids of the legs.
 */
public final class Roads {

  private final List<Problem.Leg> legs;
  private final Map<Integer, List<Integer>> legsAt = new HashMap<>();

  private record Road(long metres, List<Integer> legs, List<String> ids, int end) {}

  private static final Comparator<Road> ORDER =
      Comparator.comparingLong(Road::metres)
          .thenComparing(r -> -r.legs().size())
          .thenComparing(Road::ids, Roads::compareIds);

  public Roads(Problem problem) {
    this.legs = problem.legs();
    for (int i = 0; i < legs.size(); i++) {
      // A leg on which no convoy may ever start leads nowhere.
      if (legs.get(i).convoysPerDay() > 0) {
        legsAt.computeIfAbsent(legs.get(i).from(), k -> new ArrayList<>()).add(i);
        legsAt.computeIfAbsent(legs.get(i).to(), k -> new ArrayList<>()).add(i);
      }
    }
  }

  /** At most {@code count} roads from one place to another, the best first; none if no road is. */
  public List<List<Integer>> shortest(int from, int to, int count) {
    List<Road> found = new ArrayList<>();
    var candidates = new TreeSet<>(ORDER);
    var first = best(new Road(0, List.of(), List.of(), from), to, Set.of(), Set.of());
    while (first != null && found.size() < count) {
      found.add(first);
      addDetours(first, from, to, found, candidates);
      first = candidates.pollFirst();
    }
    return found.stream().map(Road::legs).toList();
  }

  /** For each place that roads lead to from one, the metres of the shortest; itself with 0. */
  public Map<Integer, Long> metres(int from) {
    Map<Integer, Long> metres = new HashMap<>();
    var queue = new PriorityQueue<>(Comparator.comparingLong((long[] at) -> at[1]));
    queue.add(new long[] {from, 0});
    while (!queue.isEmpty()) {
      long[] at = queue.poll();
      int place = (int) at[0];
      if (metres.putIfAbsent(place, at[1]) == null) {
        for (int leg : legsAt.getOrDefault(place, List.of())) {
          queue.add(new long[] {legs.get(leg).other(place), at[1] + legs.get(leg).metres()});
        }
      }
    }
    return metres;
  }

  /** The best road that avoids a place, or null if there is none. */
  public List<Integer> avoiding(int from, int to, int place) {
    var road = best(new Road(0, List.of(), List.of(), from), to, Set.of(place), Set.of());
    return road == null ? null : road.legs();
  }

  private void addDetours(Road road, int from, int to, List<Road> found, TreeSet<Road> candidates) {
    var stem = new Road(0, List.of(), List.of(), from);
    Set<Integer> passed = new HashSet<>();
    for (int i = 0; i < road.legs().size(); i++) {
      Set<Integer> taken = new HashSet<>();
      for (var other : found) {
        if (other.legs().size() > i && other.legs().subList(0, i).equals(stem.legs())) {
          taken.add(other.legs().get(i));
        }
      }
      var detour = best(stem, to, passed, taken);
      if (detour != null) {
        candidates.add(detour);
      }
      passed.add(stem.end());
      stem = extend(stem, road.legs().get(i));
    }
  }

  /** The best road that begins with a stem, avoids places, and does not go on by certain legs. */
  private Road best(Road stem, int to, Set<Integer> avoided, Set<Integer> notNext) {
    var queue = new PriorityQueue<>(ORDER);
    Set<Integer> settled = new HashSet<>(avoided);
    queue.add(stem);
    while (!queue.isEmpty()) {
      var road = queue.poll();
      if (!settled.add(road.end())) {
        continue;
      }
      if (road.end() == to) {
        return road;
      }
      for (int leg : legsAt.getOrDefault(road.end(), List.of())) {
        boolean barred = road.legs().size() == stem.legs().size() && notNext.contains(leg);
        if (!barred && !settled.contains(legs.get(leg).other(road.end()))) {
          queue.add(extend(road, leg));
        }
      }
    }
    return null;
  }

  private Road extend(Road road, int leg) {
    List<Integer> longer = new ArrayList<>(road.legs());
    longer.add(leg);
    List<String> ids = new ArrayList<>(road.ids());
    ids.add(legs.get(leg).id());
    return new Road(
        road.metres() + legs.get(leg).metres(), longer, ids, legs.get(leg).other(road.end()));
  }

  private static int compareIds(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return a.size() - b.size();
  }
}
