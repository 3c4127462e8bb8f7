/**
 * Results of planning: terms, certificate, risks, conflicts and violations, each with its words.
 */
package org.drawdown.schedule.result;
