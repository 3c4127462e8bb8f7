/** What other programs take away: tables for spreadsheets. */
package org.drawdown.exchange;
