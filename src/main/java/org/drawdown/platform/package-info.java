/** The ground of the service: the database's driver, the clock, JSON, users and their roles. */
package org.drawdown.platform;
