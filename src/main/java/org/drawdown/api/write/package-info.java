/** What every write has in common: one transaction, trying it, and repeating it safely. */
package org.drawdown.api.write;
