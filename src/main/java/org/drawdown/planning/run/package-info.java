/** Runs: requests are queued, a planner takes them up, and what comes out is kept. */
package org.drawdown.planning.run;
