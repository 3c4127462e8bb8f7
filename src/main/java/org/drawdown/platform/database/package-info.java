/** The database: one jar on either, snapshots, and whether it is there. */
package org.drawdown.platform.database;
