/**
 * Planning: a request becomes a problem, the engine thinks, its answer is checked and kept; by
 * subject in the rooms inside.
 */
package org.drawdown.planning;
