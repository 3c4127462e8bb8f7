/**
 * Documents that are computed once from a plan and never change: accounts by day, handovers,
 * releases, and why each date is what it is. Kept as bytes, with a version of their format.
 */
package org.drawdown.schedule.account;
