/** Who changed what, when, from what to what: added to with every write, bound in a chain. */
package org.drawdown.audit;
