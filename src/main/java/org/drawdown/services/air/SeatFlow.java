package org.drawdown.services.air;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The most people whom flights take from some places to another, by augmenting paths (Edmonds and
 * Karp, "Theoretical improvements in algorithmic efficiency for network flow problems", Journal of
 * the ACM 19, 1972). Flights go both ways.
 */
final class SeatFlow {

  private final Map<String, TreeMap<String, BigDecimal>> free = new TreeMap<>();

  /** Adds flights between two places. */
  void add(String a, String b, BigDecimal seats) {
    free.computeIfAbsent(a, p -> new TreeMap<>()).merge(b, seats, BigDecimal::add);
    free.computeIfAbsent(b, p -> new TreeMap<>()).merge(a, seats, BigDecimal::add);
  }

  /** Seats of all flights of a place. */
  BigDecimal touching(String place) {
    return free.getOrDefault(place, new TreeMap<>()).values().stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The most that get through; uses the flights up. */
  BigDecimal most(Set<String> from, String to) {
    var sum = BigDecimal.ZERO;
    for (var came = path(from, to); came != null; came = path(from, to)) {
      BigDecimal least = null;
      for (var at = to; came.get(at) != null; at = came.get(at)) {
        var seats = free.get(came.get(at)).get(at);
        least = least == null || seats.compareTo(least) < 0 ? seats : least;
      }
      for (var at = to; came.get(at) != null; at = came.get(at)) {
        free.get(came.get(at)).merge(at, least.negate(), BigDecimal::add);
        free.get(at).merge(came.get(at), least, BigDecimal::add);
      }
      sum = sum.add(least);
    }
    return sum;
  }

  /** From where each place was come to, up to the end; null if no flight gets there. */
  private Map<String, String> path(Set<String> from, String to) {
    var came = new HashMap<String, String>();
    var open = new ArrayDeque<String>();
    for (var place : from) {
      if (!place.equals(to)) {
        came.put(place, null);
        open.add(place);
      }
    }
    while (!open.isEmpty()) {
      var at = open.remove();
      for (var flight : free.getOrDefault(at, new TreeMap<>()).entrySet()) {
        if (flight.getValue().signum() > 0 && !came.containsKey(flight.getKey())) {
          came.put(flight.getKey(), at);
          open.add(flight.getKey());
          if (flight.getKey().equals(to)) {
            return came;
          }
        }
      }
    }
    return null;
  }
}
