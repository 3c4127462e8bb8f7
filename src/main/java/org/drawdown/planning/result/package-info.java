/** Writes the engine's findings in the words of the API: dates for days, codes for positions. */
package org.drawdown.planning.result;
