/**
 * What the text of a cell means: numbers, days, words, countries and places as people write them.
 */
package org.drawdown.sheet.cell;
