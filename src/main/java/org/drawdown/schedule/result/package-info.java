/**
 * What planning has come to: terms, certificate, risks, conflicts, and rules broken, in words too.
 */
package org.drawdown.schedule.result;
