/** The stages of each base under a schedule, and its closing. */
package org.drawdown.schedule.stage;
