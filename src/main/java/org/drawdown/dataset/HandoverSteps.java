package org.drawdown.dataset;

import java.util.List;
import org.drawdown.dataset.Dataset.Base;
import org.drawdown.dataset.Dataset.HandoverStep;

/**
 * The steps that return a site to the State's civil authority, one after another, with the days
 * that each takes unless the base says otherwise (planning model; the steps after MINUSMA's account
 * of how it closed its camps, August 2023).
 */
public final class HandoverSteps {

  private static final List<HandoverStep> USUAL =
      List.of(
          new HandoverStep("ENVIRONMENTAL_INSPECTION", 2),
          new HandoverStep("EXPLOSIVE_SURVEY", 1),
          new HandoverStep("INVENTORY", 1),
          new HandoverStep("SITE_CERTIFICATE", 1),
          new HandoverStep("FORMAL_TRANSFER", 1));

  private HandoverSteps() {}

  /** All five steps of a base in their order. */
  public static List<HandoverStep> of(Base base) {
    return USUAL.stream()
        .map(
            usual ->
                base.handoverSteps().stream()
                    .filter(own -> own.step().equals(usual.step()))
                    .findFirst()
                    .orElse(usual))
        .toList();
  }

  /** Days of all steps of a base. */
  public static int days(Base base) {
    return of(base).stream().mapToInt(HandoverStep::days).sum();
  }
}
