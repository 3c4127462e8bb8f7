package org.drawdown.record.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.record.fact.Fact;

/**
 * One entry of the record.
 *
 * @param sequence from 1, in the order of filing
 * @param at when it happened
 * @param day the mission's day of {@code at}
 * @param base code, null where it is about none
 * @param movement id, null where it is about none
 * @param name that its client gave it, of an incident or a permission; or null
 * @param corrects sequence of the entry whose place it takes, or null
 * @param intended what movements that it names were meant to be, as far as the record did not know
 */
public record Entry(
    long sequence,
    EntryKind kind,
    Instant at,
    LocalDate day,
    Instant recordedAt,
    String actor,
    String base,
    String movement,
    String name,
    Long corrects,
    Fact fact,
    List<Intended> intended) {

  /** Its fact as the type that it is. */
  public <T extends Fact> T as(Class<T> type) {
    return type.cast(fact);
  }
}
