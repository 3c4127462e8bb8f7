/**
 * The mission as a document: one record for each of its parts, and what must hold between them.
 * Doors, rows and planning all read these records.
 */
package org.drawdown.dataset;
