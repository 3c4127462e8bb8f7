/** Where everything stands on any day: the past from the record, the coming days by the plan. */
package org.drawdown.situation;
