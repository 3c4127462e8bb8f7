package org.drawdown.record;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.Refusal;
import org.drawdown.audit.AuditTrail;
import org.drawdown.language.Messages;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.ledger.Entry;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.ledger.RecordRule;
import org.drawdown.record.ledger.Unrecordable;

/** The one way to add to the record. Use inside a transaction. */
@ApplicationScoped
public class Recorder {

  private final RecordedMission mission;
  private final RecordHeadRepository heads;
  private final RecordRepository entries;
  private final DerivedRows rows;
  private final AuditTrail trail;
  private final SecurityIdentity user;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;

  /** The books that this process wrote last; whoever holds the head of the record may use them. */
  private volatile Known known;

  private static final class Known {
    private final Opening opening;
    private final List<Entry> entries;
    private Ledger ledger;

    Known(Opening opening, List<Entry> entries, Ledger ledger) {
      this.opening = opening;
      this.entries = entries;
      this.ledger = ledger;
    }

    long sequence() {
      return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
    }
  }

  Recorder(
      RecordedMission mission,
      RecordHeadRepository heads,
      RecordRepository entries,
      DerivedRows rows,
      AuditTrail trail,
      SecurityIdentity user,
      TransactionSynchronizationRegistry transaction,
      Clock clock) {
    this.mission = mission;
    this.heads = heads;
    this.entries = entries;
    this.rows = rows;
    this.trail = trail;
    this.user = user;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What is to be filed.
   *
   * @param base code, or null
   * @param movement id, or null
   * @param name that the client gave it, or null
   * @param intended what movements that it names were meant to be
   */
  public record Filing(
      Fact fact, String base, String movement, String name, List<Intended> intended) {

    /** Something about a base. */
    public static Filing at(String base, Fact fact) {
      return new Filing(fact, base, null, null, List.of());
    }
  }

  /**
   * Files what happened.
   *
   * @throws Refusal 409 if it cannot have happened, with the rule that it breaks
   */
  public EntryView file(Filing filing) {
    var work = begin();
    long last = work.head.sequence();
    try {
      return work.file(filing);
    } catch (Unrecordable e) {
      throw refusal(e, last);
    }
  }

  /** The books as they are, held against other writers until the transaction ends. */
  public Ledger hold() {
    return begin().books.ledger;
  }

  /** The sequence that the next entry will have. */
  public long next() {
    return begin().head.sequence() + 1;
  }

  /**
   * Files a list, all of it or nothing.
   *
   * @param pointer to the list in the request
   * @throws Refusal naming every one that cannot have happened
   */
  public List<EntryView> fileAll(List<Filing> filings, String pointer) {
    var filed = new ArrayList<EntryView>();
    var faults = new ArrayList<Fault>();
    Refusal first = null;
    for (int i = 0; i < filings.size(); i++) {
      var at = pointer + "/" + i;
      try {
        filed.add(file(filings.get(i)));
      } catch (Refusal e) {
        first = first == null ? e : first;
        var told = e.faults().isEmpty() ? List.of(fault(e)) : e.faults();
        told.forEach(f -> faults.add(f.under(at)));
      }
    }
    if (first != null) {
      known = null;
      throw first.rule() == null
          ? Refusal.invalid(faults)
          : Refusal.conflict(faults).of(first.rule(), null);
    }
    return filed;
  }

  private static Fault fault(Refusal e) {
    return new Fault("", e.problem().detail());
  }

  /** What a client is told of what cannot be recorded. */
  public static Refusal refusal(Unrecordable e) {
    return refusal(e, Long.MAX_VALUE);
  }

  /**
   * What a client is told of it who may know entries up to one: what is refused has no sequence.
   */
  private static Refusal refusal(Unrecordable e, long last) {
    var there = e.there();
    return Refusal.conflict(
        e.rule().name(),
        e.detail(),
        new ProblemDetail.About(
            there == null ? null : new ProblemDetail.There(there.people(), there.loads()),
            e.entries().stream().filter(s -> s <= last).toList(),
            null));
  }

  private Work begin() {
    var opening = mission.opening();
    var code = opening.code();
    var head = heads.lock(code);
    var books = known;
    if (books == null || books.opening != opening || books.sequence() != head.sequence()) {
      books = read(opening, code);
    }
    if (known == null || known.opening != opening) {
      rows.begin(code, books.ledger);
    }
    known = books;
    forgetUnlessCommitted();
    return new Work(opening, head, books);
  }

  /** What is undone was never there, and others may file under the same sequence. */
  private void forgetUnlessCommitted() {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is known before the end.
          }

          @Override
          public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
              known = null;
            }
          }
        });
  }

  private Known read(Opening opening, String code) {
    var all = new ArrayList<>(entries.after(code, 0));
    try {
      return new Known(opening, all, Ledger.of(opening, all, null));
    } catch (Unrecordable e) {
      throw refusal(e);
    }
  }

  /** The books, held against other writers. */
  private final class Work {
    private final Opening opening;
    private final RecordHead head;
    private final Known books;

    Work(Opening opening, RecordHead head, Known books) {
      this.opening = opening;
      this.head = head;
      this.books = books;
    }

    EntryView file(Filing filing) {
      var fact = filing.fact();
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var at = fact.at() == null ? now : fact.at().truncatedTo(ChronoUnit.MICROS);
      refuseOutside(filing, at, now);
      var entry =
          new Entry(
              head.sequence() + 1,
              EntryKind.of(fact),
              at,
              day(fact, at),
              now,
              user.getPrincipal().getName(),
              filing.base(),
              filing.movement(),
              filing.name(),
              corrected(filing),
              fact,
              filing.intended().stream()
                  .filter(i -> !books.ledger.columns().containsKey(i.id()))
                  .toList());
      var change = added(entry);
      entries.keep(head.mission(), entry);
      change.run();
      trail.changed("record", head.mission() + "/" + entry.sequence(), correctedFact(entry), fact);
      books.entries.add(entry);
      head.moveTo(entry.sequence(), books.ledger.asOf());
      return new EntryView(entry.sequence(), now, entry.actor(), null, fact);
    }

    /** A movement that is only registered is of the last day of which anything is known. */
    private LocalDate day(Fact fact, Instant at) {
      if (fact.at() != null || !(fact instanceof UnplannedMovement)) {
        return opening.day(at);
      }
      var edge = books.ledger.asOf();
      return edge == null ? opening.startDate() : edge;
    }

    /** Adds an entry to the books; the rows that follow from it are written once it is there. */
    private Runnable added(Entry entry) {
      var before = books.ledger;
      // Books that are broken by what does not fit are of no use to who comes next.
      known = null;
      if (entry.fact() instanceof UnplannedMovement movement) {
        var then = movement.at() == null ? null : opening.day(movement.at());
        Ledger.of(opening, books.entries, then).check(entry, movement);
      }
      Runnable change;
      if (before.comesLast(entry)) {
        before.add(entry);
        change = () -> rows.add(head.mission(), before, entry);
      } else {
        var all = new ArrayList<>(books.entries);
        all.add(entry);
        var after = Ledger.of(opening, all, null);
        books.ledger = after;
        change = () -> rows.rewrite(head.mission(), before, after);
      }
      known = books;
      return change;
    }

    private Fact correctedFact(Entry entry) {
      return books.entries.stream()
          .filter(e -> entry.corrects() != null && e.sequence() == entry.corrects())
          .map(Entry::fact)
          .findFirst()
          .orElse(null);
    }

    private Long corrected(Filing filing) {
      var named = filing.fact().corrects();
      if (named == null) {
        if (filing.fact().isVoid()) {
          throw Refusal.invalid("/corrects", Messages::voidNeedsCorrects);
        }
        return null;
      }
      var kind = EntryKind.of(filing.fact());
      Entry meant = null;
      for (var entry : books.entries) {
        boolean same = entry.sequence() == named.sequence() || named.value().equals(entry.name());
        if (same
            && entry.kind() == kind
            && Objects.equals(entry.movement(), place(kind, filing.movement(), entry.movement()))
            && Objects.equals(entry.base(), place(kind, filing.base(), entry.base()))) {
          meant = entry;
        }
      }
      if (meant == null) {
        throw Refusal.invalid("/corrects", m -> m.noSuchEntry(named.value()));
      }
      long sequence = meant.sequence();
      var later =
          books.entries.stream()
              .filter(e -> e.corrects() != null && e.corrects() == sequence)
              .findFirst();
      if (later.isPresent()) {
        throw Refusal.conflict(
            RecordRule.ALREADY_CORRECTED.name(),
            m -> m.alreadyCorrected(sequence, later.get().sequence()),
            new ProblemDetail.About(null, List.of(sequence, later.get().sequence()), null));
      }
      return sequence;
    }

    /** An incident or a loss may be corrected in its place as well. */
    private static String place(EntryKind kind, String given, String there) {
      return kind == EntryKind.INCIDENT || kind == EntryKind.LOSS || kind == EntryKind.PERMISSION
          ? there
          : given;
    }

    private void refuseOutside(Filing filing, Instant at, Instant now) {
      boolean planned = filing.fact() instanceof UnplannedMovement;
      if (at.isAfter(now) && !planned) {
        throw Refusal.conflict(RecordRule.REPORT_IN_FUTURE.name(), Messages::reportInFuture, null);
      }
      if (opening.day(at).isBefore(opening.startDate())) {
        throw Refusal.conflict(
            RecordRule.REPORT_OUTSIDE_MISSION.name(),
            m -> m.reportOutsideMission(opening.startDate()),
            null);
      }
    }
  }
}
