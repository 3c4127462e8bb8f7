package org.drawdown.record.movement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.drawdown.dataset.Dataset;

/**
 * The legs that a client means by the name of a way: a route's own, or, where two places are named
 * that several routes join ({@code KIDAL-GAO}), those of the shortest way between them.
 */
final class Ways {

  private final Dataset dataset;

  Ways(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Whether a name is that of a route. */
  boolean isRoute(String name) {
    return dataset.routes().stream().anyMatch(r -> r.id().equals(name));
  }

  /** The legs of a way; the name itself where it means nothing. */
  List<String> legs(String name) {
    if (isRoute(name)) {
      return List.of(name);
    }
    for (int i = name.indexOf('-'); i > 0; i = name.indexOf('-', i + 1)) {
      var way = shortest(name.substring(0, i), name.substring(i + 1));
      if (!way.isEmpty()) {
        return way;
      }
    }
    return List.of(name);
  }

  private Set<String> places() {
    var places = new LinkedHashSet<String>();
    dataset
        .routes()
        .forEach(
            r -> {
              places.add(r.from());
              places.add(r.to());
            });
    return places;
  }

  private record Reached(String place, double km, List<String> legs) {}

  /** By distance (Dijkstra 1959). */
  private List<String> shortest(String from, String to) {
    var places = places();
    if (!places.contains(from) || !places.contains(to)) {
      return List.of();
    }
    Map<String, Double> known = new HashMap<>();
    var next = new PriorityQueue<Reached>((a, b) -> Double.compare(a.km(), b.km()));
    next.add(new Reached(from, 0, List.of()));
    while (!next.isEmpty()) {
      var here = next.remove();
      if (here.place().equals(to)) {
        return here.legs();
      }
      if (known.putIfAbsent(here.place(), here.km()) == null) {
        for (var route : dataset.routes()) {
          boolean begins = route.from().equals(here.place());
          if (begins || route.to().equals(here.place())) {
            var legs = new ArrayList<>(here.legs());
            legs.add(route.id());
            next.add(
                new Reached(
                    begins ? route.to() : route.from(),
                    here.km() + route.distanceKm().doubleValue(),
                    legs));
          }
        }
      }
    }
    return List.of();
  }
}
