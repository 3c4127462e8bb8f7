/** What happened to the mission: incidents, what was lost, and what may be claimed for it. */
package org.drawdown.record.event;
