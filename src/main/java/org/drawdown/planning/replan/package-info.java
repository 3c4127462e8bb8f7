/** Planning from a day of a plan on: what carries over, what stays, and what changes. */
package org.drawdown.planning.replan;
