package org.drawdown;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Starts a PostgreSQL server where the tests are to run on one. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres server;

  /** Whether this run is the one on PostgreSQL. */
  public static boolean isPostgres() {
    return "postgresql".equals(System.getProperty("tests.database"));
  }

  @Override
  public Map<String, String> start() {
    if (!isPostgres()) {
      return Map.of();
    }
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  @Override
  public void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
