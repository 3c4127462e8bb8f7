/** The movements of a schedule, the lots that they carry, and what leaves the hubs. */
package org.drawdown.schedule.movement;
