/**
 * Judges any plan, however it came about: the books are kept anew from the movements and stages,
 * with code of its own beyond the data types and the calendar of paces.
 */
package org.drawdown.engine.verifier;
