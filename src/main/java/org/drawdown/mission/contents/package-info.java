/** What has to leave: units of people, and assets. */
package org.drawdown.mission.contents;
