/**
 * What clients report: the bodies of the entries of the record, as they come and as they are kept.
 */
package org.drawdown.record.fact;
