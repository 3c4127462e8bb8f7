/** Limits of the withdrawal: restrictions, and phases. */
package org.drawdown.mission.limits;
