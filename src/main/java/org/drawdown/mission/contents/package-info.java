/** The contents of bases, which have to leave: units of people, and assets. */
package org.drawdown.mission.contents;
