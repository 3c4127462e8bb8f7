/**
 * Drawdown, room by room: {@code common} is what every room may use; {@code mission} keeps the
 * mission's data; {@code schedule} keeps schedules and answers questions about them; {@code
 * planning} takes requests, lets the engine think and stores its answer; {@code engine} thinks. The
 * arrows: planning → schedule → mission → common, and planning → engine.
 */
package org.drawdown;
