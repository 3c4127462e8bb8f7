package org.drawdown.schedule;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.drawdown.api.answer.Stamp;
import org.drawdown.platform.database.DatabaseAway;

/** What a schedule says stays the same for as long as its version does, once its run has ended. */
@ApplicationScoped
class ScheduleStamp implements Stamp {

  private static final String BY_ID = "select id, version, state from schedule where id = ?";
  private static final String IN_FORCE =
      "select id, version, state from schedule where active = true and ? = 'active'";

  /** What goes on, and what the record may have something to say of. */
  private static final Set<String> CHANGING =
      Set.of("progress", "service-gaps", "air-link", "cover", "impact", "agreement");

  private final AgroalDataSource database;

  ScheduleStamp(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public Set<String> roots() {
    return Set.of("schedules");
  }

  @Override
  public String of(String[] steps, Set<String> parameters) {
    if (steps.length < 2 || steps.length > 2 && CHANGING.contains(steps[2])) {
      return null;
    }
    var sql = steps[1].equals(ScheduleRepository.ACTIVE) ? IN_FORCE : BY_ID;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, steps[1]);
      try (var found = select.executeQuery()) {
        boolean ended = found.next() && !ScheduleState.valueOf(found.getString(3)).isUnderWay();
        return ended ? found.getString(1) + ' ' + found.getInt(2) : null;
      }
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }
}
