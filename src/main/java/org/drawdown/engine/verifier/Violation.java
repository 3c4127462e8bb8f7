package org.drawdown.engine.verifier;

import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Rule;

/**
 * A rule that a plan breaks.
 *
 * @param site position of the base, or -1
 * @param movement id, or null
 * @param day on which, or the first of the days on which; -1 if none
 * @param allowed what the rule allows, in the unit of the rule, or null
 * @param found what the plan has, or null
 * @param particulars what else its sentence names, as the breach says
 */
public record Violation(
    Breach breach,
    int site,
    String movement,
    int day,
    Long allowed,
    Long found,
    Particulars particulars) {

  /** The rule that is broken. */
  public Rule rule() {
    return breach.rule();
  }
}
