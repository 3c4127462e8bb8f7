/** Drawdown, room by room; {@code ArchitectureTest} and the README's map have the arrows. */
package org.drawdown;
