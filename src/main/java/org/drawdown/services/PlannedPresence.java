package org.drawdown.services;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.account.Handover;
import org.drawdown.schedule.account.OnwardFlow;
import org.drawdown.schedule.account.Strength;
import org.drawdown.schedule.movement.MovementDocument;

/**
 * Who is at which base on which day under a plan. Somebody is there on the day on which he leaves.
 * A plan does not say which of a hub's own people fly home on a day: they are taken to go in
 * proportion, but for the rear party, of which no unit that a service needs is a part.
 */
final class PlannedPresence {

  static final String NATIONAL = "CIVILIAN_NATIONAL";

  private final Dataset dataset;
  private final Map<String, Dataset.Base> bases = new HashMap<>();
  private final Map<String, LocalDate> handover = new HashMap<>();

  /** For each base that is no hub the people of each unit who leave it, by day. */
  private final Map<String, TreeMap<LocalDate, Map<String, Integer>>> leaving = new HashMap<>();

  /** For each hub its own travellers, by evening. */
  private final Map<String, TreeMap<LocalDate, Integer>> own = new HashMap<>();

  PlannedPresence(Dataset dataset) {
    this.dataset = dataset;
    dataset.bases().forEach(b -> bases.put(b.code(), b));
  }

  void handovers(List<Handover> rows) {
    rows.forEach(h -> handover.put(h.base(), h.from()));
  }

  void movements(List<MovementDocument> all) {
    for (var movement : all) {
      for (var riders : movement.units()) {
        leaving
            .computeIfAbsent(movement.base(), b -> new TreeMap<>())
            .computeIfAbsent(movement.departs(), d -> new HashMap<>())
            .merge(riders.unit(), riders.people(), Integer::sum);
      }
    }
  }

  void flows(List<Strength> strength, List<OnwardFlow> onward) {
    var waiting = new HashMap<String, Integer>();
    onward.forEach(f -> waiting.put(f.base() + f.date(), f.peopleWaiting()));
    for (var row : strength) {
      var base = row.base() == null ? null : bases.get(row.base());
      if (base != null && base.hub() == null) {
        var separated = separates(base.code());
        boolean staff = separated == null || row.date().isBefore(separated);
        int others = waiting.getOrDefault(row.base() + row.date(), 0);
        int national = staff ? people(base.code(), u -> u.category().equals(NATIONAL)) : 0;
        own.computeIfAbsent(base.code(), b -> new TreeMap<>())
            .put(row.date(), row.people() - others - national);
      }
    }
  }

  /** The first day of a base's handover; null if it has none. */
  LocalDate handover(String base) {
    return handover.get(base);
  }

  /** The day on which national staff of a base have no work any more; null if no day is known. */
  private LocalDate separates(String base) {
    var begins = handover.get(base);
    var ends = dataset.mission().contractsEnd();
    var after = ends == null ? null : ends.plusDays(1);
    return begins == null ? after : after == null || begins.isBefore(after) ? begins : after;
  }

  private int people(String base, Predicate<Dataset.Unit> which) {
    return dataset.units().stream()
        .filter(u -> u.base().equals(base) && which.test(u))
        .mapToInt(Dataset.Unit::strength)
        .sum();
  }

  /**
   * The last day on which so many people of some units are at a base; null if they are there until
   * it closes.
   *
   * @param least at least 1
   */
  LocalDate lastWith(String base, Predicate<Dataset.Unit> which, int least) {
    int there = people(base, which);
    if (there < least) {
      return dataset.mission().startDate().minusDays(1);
    }
    return bases.get(base).hub() == null
        ? lastAtHub(base, there, least)
        : lastAtSpoke(base, which, there, least);
  }

  private LocalDate lastAtSpoke(String base, Predicate<Dataset.Unit> which, int there, int least) {
    var some = new HashMap<String, Dataset.Unit>();
    dataset.units().stream().filter(which).forEach(u -> some.put(u.id(), u));
    int left = there;
    for (var day : leaving.getOrDefault(base, new TreeMap<>()).entrySet()) {
      for (var unit : day.getValue().entrySet()) {
        left -= some.containsKey(unit.getKey()) ? unit.getValue() : 0;
      }
      if (left < least) {
        return day.getKey();
      }
    }
    return null;
  }

  private LocalDate lastAtHub(String base, int there, int least) {
    int all = people(base, u -> !u.category().equals(NATIONAL));
    var rear = bases.get(base).rearParty();
    int stay = rear == null ? 0 : Math.min(rear, all);
    if (all == stay) {
      return null;
    }
    for (var evening : own.getOrDefault(base, new TreeMap<>()).entrySet()) {
      int others = Math.max(0, evening.getValue() - stay);
      if ((long) others * there < (long) least * (all - stay)) {
        return evening.getKey();
      }
    }
    return null;
  }
}
