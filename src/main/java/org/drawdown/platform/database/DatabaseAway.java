package org.drawdown.platform.database;

import java.sql.SQLException;

/** A query that was not asked through Hibernate has failed. */
public final class DatabaseAway extends RuntimeException {

  /** Wraps what the driver said. */
  public DatabaseAway(SQLException cause) {
    super(cause);
  }
}
