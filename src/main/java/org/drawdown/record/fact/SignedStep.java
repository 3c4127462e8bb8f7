package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;

/**
 * A step of a handover, signed or refused.
 *
 * @param outcome null for SIGNED
 * @param withDeparture ids of the movements that take what is still there, on the day or the next
 * @param withdrawn whether it only takes away what it corrects
 */
@ContractSchema("SignedStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignedStep(
    Step step,
    Instant at,
    Outcome outcome,
    String document,
    String signedForMission,
    String signedForHost,
    Parts.Receiver receivedBy,
    List<Transfer> transfers,
    List<String> withDeparture,
    String reason,
    String remarks,
    Reference corrects,
    Boolean withdrawn)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return Boolean.TRUE.equals(withdrawn);
  }

  /** The five steps, in their order. */
  public enum Step {
    ENVIRONMENTAL_INSPECTION,
    EXPLOSIVE_SURVEY,
    INVENTORY,
    SITE_CERTIFICATE,
    FORMAL_TRANSFER
  }

  /** What the host State answered. */
  public enum Outcome {
    SIGNED,
    REFUSED
  }

  /** What stays, and who has it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Transfer(
      String asset, int quantity, String receiver, TransferKind kind, Long valueUsd) {}

  /** How it changes hands. */
  public enum TransferKind {
    GIFT,
    NOMINAL_SALE,
    SALE
  }

  /** Whether the host State refused it. */
  @JsonIgnore
  public boolean isRefused() {
    return outcome == Outcome.REFUSED;
  }
}
