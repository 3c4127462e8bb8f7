/** Requests of planners: assumptions, objective, search, and the plan before. */
package org.drawdown.schedule.request;
