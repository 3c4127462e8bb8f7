package org.drawdown.mission.whole;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import org.drawdown.api.answer.Stamp;
import org.drawdown.platform.database.DatabaseAway;

/** The mission's data stays the same for as long as its revision does. */
@ApplicationScoped
class MissionStamp implements Stamp {

  private static final String REVISION = "select revision from mission where id = 'current'";

  private final AgroalDataSource database;

  MissionStamp(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public Set<String> roots() {
    return Set.of(
        "mission",
        "dataset",
        "bases",
        "exits",
        "waypoints",
        "units",
        "assets",
        "air-services",
        "routes",
        "restrictions",
        "phases");
  }

  @Override
  public String of(String[] steps, Set<String> parameters) {
    // What stands below a thing of the data is the record's.
    if (steps.length > 2) {
      return null;
    }
    // The stages of bases are those of the schedule in force, on a day that may be today.
    if (parameters.contains("stage")) {
      return null;
    }
    var revision = revision();
    return revision.isPresent() ? Long.toString(revision.getAsLong()) : null;
  }

  /** The latest revision that is committed; none if there is no mission. */
  OptionalLong revision() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(REVISION);
        var found = query.executeQuery()) {
      return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
    } catch (SQLException e) {
      throw new DatabaseAway(e);
    }
  }
}
