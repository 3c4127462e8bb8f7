/** What holds movements up: restrictions, and the phases of the withdrawal. */
package org.drawdown.mission.limits;
