/** What planners ask for: assumptions, objective, search, and what a replan goes on from. */
package org.drawdown.schedule.request;
