package org.drawdown.record.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who leaves, and what, where reports give numbers without names. */
final class Allotment {

  private Allotment() {}

  /**
   * Shares a number among those present, pro rata, by the largest remainder; ties by id.
   *
   * @param present amounts by id; at least {@code number} together
   */
  static Map<String, Integer> proRata(Map<String, Integer> present, int number) {
    long sum = present.values().stream().mapToLong(Integer::longValue).sum();
    var shares = new LinkedHashMap<String, Integer>();
    if (sum == 0 || number == 0) {
      return shares;
    }
    record Rest(String id, long remainder) {}
    List<Rest> rests = new ArrayList<>();
    int given = 0;
    for (var e : present.entrySet()) {
      long product = (long) e.getValue() * number;
      int share = (int) (product / sum);
      shares.put(e.getKey(), share);
      given += share;
      rests.add(new Rest(e.getKey(), product % sum));
    }
    rests.sort(Comparator.comparingLong(Rest::remainder).reversed().thenComparing(Rest::id));
    for (int i = 0; given < number; i = (i + 1) % rests.size()) {
      var id = rests.get(i).id();
      if (shares.get(id) < present.get(id)) {
        shares.merge(id, 1, Integer::sum);
        given++;
      }
    }
    shares.values().removeIf(n -> n == 0);
    return shares;
  }

  /**
   * Takes a number of loads in an order, each asset as far as it is there.
   *
   * @param present amounts by id; at least {@code number} together
   */
  static Map<String, Integer> inOrder(
      Map<String, Integer> present, int number, Comparator<String> order) {
    var taken = new LinkedHashMap<String, Integer>();
    int left = number;
    for (var id : present.keySet().stream().sorted(order).toList()) {
      int some = Math.min(left, present.get(id));
      if (some > 0) {
        taken.put(id, some);
        left -= some;
      }
    }
    return taken;
  }
}
