package org.drawdown.record;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.drawdown.api.answer.Stamp;
import org.drawdown.platform.database.DatabaseAway;

/**
 * What the record says stays the same for as long as nothing is added to it, the same schedule is
 * in force, the mission's data stay as they are, and it is the same day: what nobody answers
 * lapses.
 */
@ApplicationScoped
class RecordStamp implements Stamp {

  private static final String STATE =
      "select (select revision from mission where id = 'current'),"
          + " (select coalesce(sum(sequence), 0) from record_head),"
          + " (select id || ' ' || version from schedule where active = true)";

  private final AgroalDataSource database;
  private final Clock clock;

  RecordStamp(AgroalDataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Set<String> roots() {
    return Set.of(
        "record",
        "movements",
        "counts",
        "transfers",
        "incidents",
        "losses",
        "permissions",
        "situation");
  }

  @Override
  public String of(String[] steps, Set<String> parameters) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(STATE);
        var found = select.executeQuery()) {
      found.next();
      return found.getString(1) == null
          ? null
          : String.join(
              " ",
              found.getString(1),
              found.getString(2),
              String.valueOf(found.getString(3)),
              LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString());
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }
}
