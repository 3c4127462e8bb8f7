package org.drawdown.services;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Ledger;

/** Who was at which base on which day as the record has it. */
final class RecordedPresence {

  private final Ledger ledger;

  /** By base, what each entry changed of whom it holds, in the order in which it happened. */
  private final Map<String, List<Change>> changes = new HashMap<>();

  private record Change(LocalDate day, String item, int more) {}

  RecordedPresence(Ledger ledger) {
    this.ledger = ledger;
    for (var entry : ledger.entries()) {
      for (var posting : ledger.postings(entry.sequence())) {
        change(posting.from(), entry.day(), posting.item(), -posting.amount());
        change(posting.to(), entry.day(), posting.item(), posting.amount());
      }
    }
  }

  private void change(Account account, LocalDate day, String item, int more) {
    if (account.kind() == Account.Kind.BASE) {
      changes
          .computeIfAbsent(account.code(), b -> new ArrayList<>())
          .add(new Change(day, item, more));
    }
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
    int there = 0;
    for (var unit : ledger.opening().dataset().units()) {
      if (unit.base().equals(base) && which.test(unit)) {
        some.add(unit.id());
        there += unit.strength();
      }
    }
    LocalDate last = null;
    for (var change : changes.getOrDefault(base, List.of())) {
      if (some.contains(change.item())) {
        boolean enough = there >= least;
        there += change.more();
        last = enough && there < least ? change.day() : last;
      }
    }
    return there < least ? last : null;
  }
}
