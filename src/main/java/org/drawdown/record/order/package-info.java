/** The order by which a movement sets out. */
package org.drawdown.record.order;
