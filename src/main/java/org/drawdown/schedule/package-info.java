/**
 * Schedules and their life: what was asked for, what came out. Their movements, stages and accounts
 * by day stand in the rooms inside.
 */
package org.drawdown.schedule;
