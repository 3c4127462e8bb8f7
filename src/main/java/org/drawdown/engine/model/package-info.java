/** A problem laid out in tables, for the search and the bound alike. */
package org.drawdown.engine.model;
