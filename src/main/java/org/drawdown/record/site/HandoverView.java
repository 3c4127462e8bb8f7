package org.drawdown.record.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.SignedStep;
import org.drawdown.record.ledger.Site;

/**
 * The handover of a base: its five steps as they are planned and as they went.
 *
 * @param next the step that comes next, null where all are signed
 * @param blockedBy HOST while the host State refuses the step that is next; else null
 * @param manner how it was closed, or is about to be; null while it is neither
 * @param irregular whether others than a civil authority have received it; null before that
 * @param refusals in their order
 * @param parts of the site that have been handed over
 * @param occupations who has held it since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandoverView(
    String base,
    SignedStep.Step next,
    String blockedBy,
    Site.Manner manner,
    LocalDate closedOn,
    Parts.Receiver receivedBy,
    Boolean irregular,
    Parts.Receiver occupiedBy,
    List<StepView> steps,
    List<Refused> refusals,
    List<Part> parts,
    List<Parts.Receiver> occupations) {

  /**
   * A step.
   *
   * @param planned its days in the schedule in force; null without one
   * @param entry sequence of the entry by which it was signed, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StepView(
      SignedStep.Step step,
      Days planned,
      Instant signedAt,
      Long entry,
      String document,
      String signedForMission,
      String signedForHost) {}

  /** Days, both included. */
  public record Days(LocalDate from, LocalDate to) {}

  /** A refusal. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refused(SignedStep.Step step, Instant at, String reason, long entry) {}

  /** A part of a site. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(String part, Instant at, Parts.Receiver receivedBy, long entry) {}
}
