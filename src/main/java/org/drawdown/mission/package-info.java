/**
 * The mission's data as rows, by subject: places, contents, limits, and the whole. What their lists
 * have in common is here.
 */
package org.drawdown.mission;
