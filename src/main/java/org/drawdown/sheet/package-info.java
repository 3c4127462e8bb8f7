/**
 * Tables that people keep in spreadsheets, on their way in and as templates on their way out: what
 * their cells mean by the contract's schemas, and which of them cannot be understood.
 */
package org.drawdown.sheet;
