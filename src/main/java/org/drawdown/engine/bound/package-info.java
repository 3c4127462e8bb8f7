/** Bounds that no valid plan can beat, and proofs that none exists: theorems about relaxations. */
package org.drawdown.engine.bound;
