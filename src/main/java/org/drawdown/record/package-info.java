/** The record of what happened: its entries as rows, and the one way to add to it. */
package org.drawdown.record;
