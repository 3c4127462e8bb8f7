/** Clearances: asked for, answered, needed; and what a refusal holds up. */
package org.drawdown.record.permission;
