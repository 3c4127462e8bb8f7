package org.drawdown.services;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Predicate;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Ledger;

/** Who was at which base on which day as the record has it. */
public final class RecordedPresence {

  private final Ledger ledger;

  RecordedPresence(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The last day of which anything is known. */
  LocalDate asOf() {
    return ledger.asOf();
  }

  /** The day on which a base closed; null if it is open, or unknown to the record. */
  LocalDate closedOn(String base) {
    return ledger.opening().bases().containsKey(base) ? ledger.closedOn(base) : null;
  }

  /** The first day of a base's handover; null if it has not begun. */
  LocalDate handover(String base) {
    return ledger.opening().bases().containsKey(base) ? ledger.site(base).handoverFrom() : null;
  }

  /**
   * The last day on which so many people of some units were at a base; null if they still are.
   *
   * @param least at least 1
   */
  LocalDate lastWith(String base, Predicate<Dataset.Unit> which, int least) {
    var some = new HashSet<String>();
    Map<String, Integer> left = new HashMap<>();
    for (var unit : ledger.opening().dataset().units()) {
      if (unit.base().equals(base) && which.test(unit)) {
        some.add(unit.id());
        left.put(base, left.getOrDefault(base, 0) + unit.strength());
      }
    }
    var account = Account.base(base);
    LocalDate last = null;
    int there = left.getOrDefault(base, 0);
    for (var entry : ledger.entries()) {
      int before = there;
      for (var posting : ledger.postings(entry.sequence())) {
        if (some.contains(posting.item())) {
          there -= posting.from().equals(account) ? posting.amount() : 0;
          there += posting.to().equals(account) ? posting.amount() : 0;
        }
      }
      if (before >= least && there < least) {
        last = entry.day();
      }
    }
    return there < least ? last : null;
  }
}
