package org.drawdown.engine.verifier;

import org.drawdown.engine.Rule;

/**
 * A rule that a plan breaks.
 *
 * @param site position of the base, or -1
 * @param movement id, or null
 * @param day on which, or the first of the days on which; -1 if none
 * @param allowed what the rule allows, in the unit of the rule, or null
 * @param found what the plan has, or null
 */
public record Violation(
    Rule rule, int site, String movement, int day, Long allowed, Long found, String detail) {}
