package org.drawdown.record.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.drawdown.record.fact.Occupation;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.Vacating;

/** A base as the reports have it. */
public final class Site {

  /** How a base was closed. */
  public enum Manner {
    HANDED_OVER,
    VACATED
  }

  final Map<SignedStep.Step, Entry> signed = new EnumMap<>(SignedStep.Step.class);
  final List<Entry> refused = new ArrayList<>();
  final List<Entry> parts = new ArrayList<>();
  final List<Entry> occupations = new ArrayList<>();
  Entry vacated;
  LocalDate firstMove;
  LocalDate lastDeparture;
  LocalDate handoverFrom;

  /** The steps that have been signed, by step. */
  public Map<SignedStep.Step, Entry> signed() {
    return signed;
  }

  /** The refusals, in their order. */
  public List<Entry> refused() {
    return refused;
  }

  /** The parts that have been handed over. */
  public List<Entry> parts() {
    return parts;
  }

  /** Who has held it since. */
  public List<Entry> occupations() {
    return occupations;
  }

  /** The first day on which anything moved from it, or towards it for that; or null. */
  public LocalDate firstMove() {
    return firstMove;
  }

  /** The first day of its handover, or null. */
  public LocalDate handoverFrom() {
    return handoverFrom;
  }

  /** The entry by which it was left, or null. */
  public Entry vacated() {
    return vacated;
  }

  /** The entry of its transfer, or null. */
  public Entry transfer() {
    return signed.get(SignedStep.Step.FORMAL_TRANSFER);
  }

  /** The next step that is not signed, or null where all are. */
  public SignedStep.Step next() {
    for (var step : SignedStep.Step.values()) {
      if (!signed.containsKey(step)) {
        return step;
      }
    }
    return null;
  }

  /** The last refusal of the step that is next, or null. */
  public Entry blockedBy() {
    Entry last = null;
    for (var entry : refused) {
      last = entry.as(SignedStep.class).step() == next() ? entry : last;
    }
    return last;
  }

  /** How it was closed, or is about to be; null where it is neither. */
  public Manner manner() {
    return vacated != null ? Manner.VACATED : transfer() != null ? Manner.HANDED_OVER : null;
  }

  /**
   * The day on which it closed: it is CLOSED from the next on; null while it is open.
   *
   * @param travellers who are still there
   */
  LocalDate closedOn(int travellers) {
    if (vacated != null) {
      return vacated.day();
    }
    if (transfer() == null || travellers > 0) {
      return null;
    }
    var day = transfer().day();
    return lastDeparture != null && lastDeparture.isAfter(day) ? lastDeparture : day;
  }

  /** Who has received it, or null. */
  public Parts.Receiver receivedBy() {
    return transfer() == null ? null : transfer().as(SignedStep.class).receivedBy();
  }

  /** Who holds it, or held it last; null where nobody is known. */
  public Parts.Receiver occupiedBy() {
    if (!occupations.isEmpty()) {
      var last = occupations.get(occupations.size() - 1);
      var by = last.as(Occupation.class);
      return new Parts.Receiver(by.by(), by.kind(), last.day());
    }
    return vacated == null ? null : vacated.as(Vacating.class).occupiedBy();
  }
}
