package org.drawdown.record.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.drawdown.record.fact.SignedStep;

/**
 * What stays at a base, and who has it.
 *
 * @param entry sequence of the inventory that says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferView(
    String receiver,
    String base,
    String asset,
    String type,
    String category,
    int quantity,
    SignedStep.TransferKind kind,
    Long valueUsd,
    LocalDate on,
    long entry) {}
