/** Movements as they really went, and the order by which one sets out. */
package org.drawdown.record.movement;
