package org.drawdown.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Text;
import org.drawdown.mission.whole.MissionData.ContentsChanged;
import org.drawdown.mission.whole.MissionData.DatasetReplaced;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.ledger.RecordRule;
import org.drawdown.record.ledger.Unrecordable;

/** Keeps the data from being replaced under what was reported of them. */
@ApplicationScoped
class DataGuard {

  private final RecordRepository entries;
  private final RecordedMission mission;

  DataGuard(RecordRepository entries, RecordedMission mission) {
    this.mission = mission;
    this.entries = entries;
  }

  /** What has left cannot have been less than left. */
  void guard(@Observes ContentsChanged event) {
    var opening = new Opening(event.after());
    if (entries.count("id.mission", opening.code()) == 0) {
      return;
    }
    check(opening, entries.after(opening.code(), 0), mission.ledger());
  }

  /**
   * Refuses data under which what was reported cannot have happened.
   *
   * @param all entries of the record
   * @param known the books as they are
   */
  static void check(Opening data, List<Entry> all, Ledger known) {
    for (var entry : known.entries()) {
      if (entry.base() != null && !data.bases().containsKey(entry.base())) {
        throw gone(m -> m.noBase(entry.base()));
      }
      for (var posting : known.postings(entry.sequence())) {
        if (!data.items().containsKey(posting.item())) {
          throw gone(m -> m.recordNames(posting.item()));
        }
      }
    }
    for (var column : known.columns().values()) {
      if (!data.bases().containsKey(column.intended().base())) {
        throw gone(m -> m.noBase(column.intended().base()));
      }
    }
    for (var loss : known.losses()) {
      if (data.asset(loss.asset()) == null) {
        throw gone(m -> m.recordNames(loss.asset()));
      }
    }
    for (var item : known.opening().items().values()) {
      int there = known.at(Account.base(item.base())).getOrDefault(item.id(), 0);
      var now = data.items().get(item.id());
      int left = item.amount() - there;
      int amount = now == null ? 0 : now.amount();
      if (left > 0 && amount < left) {
        throw gone(m -> m.lessThanLeft(item.id(), amount, left));
      }
    }
    try {
      Ledger.of(data, all, null);
    } catch (Unrecordable e) {
      throw Recorder.refusal(e);
    }
  }

  private static Refusal gone(Text detail) {
    return Refusal.conflict(RecordRule.MORE_THAN_THERE_IS.name(), detail, null);
  }

  /** Another mission's dataset begins a record of its own; the old one stays. */
  void guard(@Observes DatasetReplaced event) {
    var code = event.after().mission().code();
    if (event.before() != null
        && code != null
        && code.equals(event.before().mission().code())
        && entries.count("id.mission", code) > 0) {
      throw Refusal.conflict(RecordRule.RECORD_EXISTS.name(), m -> m.recordExists(code), null);
    }
  }
}
