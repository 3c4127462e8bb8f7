package org.drawdown.engine.bound;

import org.drawdown.engine.Rule;

/**
 * Why no plan can exist, seen by a relaxation.
 *
 * @param site the base that it is about, or -1
 */
public record Proof(Rule rule, int site, String detail) {}
