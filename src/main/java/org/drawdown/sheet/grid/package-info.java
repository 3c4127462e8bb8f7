/** Tables and workbooks as clients send them, and whether they are what they say they are. */
package org.drawdown.sheet.grid;
