/** What is wrong with a request, and how the service says so (RFC 9457). */
package org.drawdown.api.problem;
