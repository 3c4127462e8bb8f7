package org.drawdown.services.air;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.drawdown.dataset.Dataset;

/** The shortest road to a place from every other (Dijkstra, Numerische Mathematik 1, 1959). */
final class ShortestRoads {

  private final Map<String, Dataset.Route> next = new HashMap<>();
  private final String to;

  private record Reached(String place, double km, Dataset.Route by) {}

  ShortestRoads(Dataset dataset, String to) {
    this.to = to;
    var open = new PriorityQueue<Reached>(Comparator.comparingDouble(Reached::km));
    var done = new HashSet<String>();
    open.add(new Reached(to, 0, null));
    while (!open.isEmpty()) {
      var at = open.remove();
      if (done.add(at.place())) {
        next.put(at.place(), at.by());
        for (var route : dataset.routes()) {
          boolean here = route.from().equals(at.place()) || route.to().equals(at.place());
          if (here && "ROAD".equals(route.mode())) {
            var other = route.from().equals(at.place()) ? route.to() : route.from();
            open.add(new Reached(other, at.km() + route.distanceKm().doubleValue(), route));
          }
        }
      }
    }
  }

  /** The legs from a place; null if there is no road. */
  List<Dataset.Route> from(String place) {
    if (!next.containsKey(place)) {
      return null;
    }
    var way = new ArrayList<Dataset.Route>();
    var at = place;
    while (!at.equals(to)) {
      var route = next.get(at);
      way.add(route);
      at = route.from().equals(at) ? route.to() : route.from();
    }
    return way;
  }
}
