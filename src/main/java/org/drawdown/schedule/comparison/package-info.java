/** Two schedules side by side: what was assumed, what came out, and what moved. */
package org.drawdown.schedule.comparison;
