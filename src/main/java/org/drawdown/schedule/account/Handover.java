package org.drawdown.schedule.account;

import java.time.LocalDate;
import java.util.List;

/** How a base is handed over: the days of the steps, and what stays. */
public record Handover(
    String base,
    String receivingAuthority,
    LocalDate from,
    LocalDate to,
    List<Step> steps,
    List<Staying> staysBehind) {

  /** A step with its days. */
  public record Step(String step, LocalDate from, LocalDate to) {}

  /**
   * An asset that stays at the site.
   *
   * @param writtenOff whether the plan leaves it although it should move
   */
  public record Staying(
      String asset,
      String type,
      String category,
      String ownership,
      String disposition,
      int quantity,
      boolean writtenOff) {}
}
