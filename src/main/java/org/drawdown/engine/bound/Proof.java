package org.drawdown.engine.bound;

import org.drawdown.engine.Rule;

/**
 * A rule that no plan can keep, as a relaxation proves.
 *
 * @param site the base that it is about, or -1
 */
public record Proof(Rule rule, int site) {}
