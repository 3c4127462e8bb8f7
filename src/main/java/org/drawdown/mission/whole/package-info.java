/** The mission itself, and the dataset as a whole: every change to a part of it passes here. */
package org.drawdown.mission.whole;
