package org.drawdown.platform.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Lets one jar run on H2 or on PostgreSQL: the URL decides. Panache takes one persistence unit and
 * Quarkus fixes a datasource's driver when it builds, so this one passes on to the driver it names.
 */
public final class EitherDatabaseDriver implements Driver {

  private static final Driver H2 = new org.h2.Driver();
  private static final Driver POSTGRESQL = new org.postgresql.Driver();

  private static Driver of(String url) throws SQLException {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new SQLException("unsupported database url: use jdbc:h2: or jdbc:postgresql:");
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return of(url).connect(url, info);
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return of(url).getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
