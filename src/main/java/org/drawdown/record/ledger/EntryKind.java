package org.drawdown.record.ledger;

import java.util.Arrays;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.Fact;
import org.drawdown.record.fact.HeadCount;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.fact.Loss;
import org.drawdown.record.fact.Occupation;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.fact.PermissionAnswer;
import org.drawdown.record.fact.PublishedCount;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.fact.SitePart;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.fact.Vacating;

/** Kinds of entries of the record, each with the type of its fact. */
public enum EntryKind {
  MOVEMENT(UnplannedMovement.class),
  REPORT(Report.class),
  DEPARTURE(Departure.class),
  COUNT(HeadCount.class),
  PUBLISHED_COUNT(PublishedCount.class),
  STEP(SignedStep.class),
  PART(SitePart.class),
  VACATED(Vacating.class),
  OCCUPATION(Occupation.class),
  INCIDENT(Incident.class),
  LOSS(Loss.class),
  PERMISSION(Permission.class),
  ANSWER(PermissionAnswer.class);

  private final Class<? extends Fact> type;

  EntryKind(Class<? extends Fact> type) {
    this.type = type;
  }

  /** The type of the fact. */
  public Class<? extends Fact> type() {
    return type;
  }

  /** The kind of a fact. */
  public static EntryKind of(Fact fact) {
    return Arrays.stream(values()).filter(k -> k.type.isInstance(fact)).findFirst().orElseThrow();
  }
}
