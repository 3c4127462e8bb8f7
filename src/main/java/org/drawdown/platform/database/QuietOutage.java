package org.drawdown.platform.database;

import io.quarkus.logging.LoggingFilter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * While the database does not answer, everybody who asks it says so, several times a second and
 * with a stack trace each. One line of each of them every ten seconds tells as much.
 */
@LoggingFilter(name = "quiet-outage")
public final class QuietOutage implements Filter {

  private static final long SILENCE_MILLIS = 10_000;

  private final Map<String, Long> said = new ConcurrentHashMap<>();

  @Override
  public boolean isLoggable(LogRecord line) {
    var thrown = line.getThrown();
    if (thrown == null || !DatabaseFaults.isAway(thrown)) {
      return true;
    }
    long now = line.getInstant().toEpochMilli();
    var last = said.get(line.getLoggerName());
    if (last != null && now - last < SILENCE_MILLIS) {
      return false;
    }
    said.put(line.getLoggerName(), now);
    line.setMessage(line.getMessage() + " (" + DatabaseFaults.reason(thrown) + ")");
    line.setThrown(null);
    return true;
  }
}
