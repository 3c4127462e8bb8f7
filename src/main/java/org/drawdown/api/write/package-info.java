/** Shared by all writes: one transaction, trying it, and repeating it safely. */
package org.drawdown.api.write;
