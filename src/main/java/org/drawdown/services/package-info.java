/** What ends when the mission goes, and who follows. */
package org.drawdown.services;
