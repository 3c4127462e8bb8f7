/** Everything that the service says to people, in English and French: one bundle of messages. */
package org.drawdown.language;
