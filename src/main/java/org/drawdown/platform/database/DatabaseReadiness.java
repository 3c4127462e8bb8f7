package org.drawdown.platform.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database keeps what it is told. A connection that opens proves little: a file may be
 * closed under it, or its disk be full. So a row is written.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

  private static final int PATIENCE_SECONDS = 5;

  private final AgroalDataSource database;
  private final Clock clock;

  DatabaseReadiness(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("The database keeps what is written");
    try {
      return answer.status(keeps()).build();
    } catch (SQLException e) {
      return answer.down().withData("reason", DatabaseFaults.reason(e)).build();
    }
  }

  private boolean keeps() throws SQLException {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    try (var connection = database.getConnection();
        var beat = connection.prepareStatement("update pulse set beat_at = ? where id = 1")) {
      beat.setQueryTimeout(PATIENCE_SECONDS);
      beat.setObject(1, now);
      return beat.executeUpdate() == 1;
    }
  }
}
