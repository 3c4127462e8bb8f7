/** Faults of requests, and the problem details that tell them (RFC 9457). */
package org.drawdown.api.problem;
