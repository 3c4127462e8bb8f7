package org.drawdown.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.ledger.EntryKind;

/**
 * An entry of the record with all that is kept of it.
 *
 * @param at when it happened
 * @param day the mission's day of that
 * @param name that its client gave it, or null
 * @param corrects sequence of the entry whose place it takes, or null
 * @param correctedBy sequence of the entry that has taken its place, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedEntry(
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
    Long correctedBy,
    Fact fact) {}
