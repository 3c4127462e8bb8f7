/**
 * The scheduling core: activities with durations, precedence and cumulative resources, a serial
 * schedule generation scheme, and a search over the orders that it takes them in. It knows nothing
 * of missions.
 */
package org.drawdown.engine.core;
