/** What each base is doing under a schedule, and when it closes. */
package org.drawdown.schedule.stage;
