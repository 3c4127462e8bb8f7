/**
 * The one entry to planning: a search for a plan, the reasons where there can be none, and what
 * would help.
 */
package org.drawdown.engine.planner;
