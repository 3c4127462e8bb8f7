/** Schedules as they are kept and asked: what was assumed, what came out, and every day of it. */
package org.drawdown.schedule;
