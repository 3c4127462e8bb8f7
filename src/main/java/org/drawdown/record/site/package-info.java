/**
 * What happens at a base: who and what leaves the country from it, head counts, and its handover.
 */
package org.drawdown.record.site;
