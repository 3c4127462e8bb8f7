/**
 * Shared by all doors, by subject: problems, the contract as the judge of requests, pages, answers
 * and writes.
 */
package org.drawdown.api;
