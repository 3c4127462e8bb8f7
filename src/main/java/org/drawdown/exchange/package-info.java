/**
 * What people and other programs take away: tables, calendars, maps, drawings, projects, and the
 * briefing. Each is a writer of its media type for answers that resources give anyway.
 */
package org.drawdown.exchange;
