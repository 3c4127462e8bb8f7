package org.drawdown.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells faults of the database's own from faults of what it was asked. */
public final class DatabaseFaults {

  /**
   * H2's codes for a database that is closed, broken off, held by another, or that cannot write.
   */
  private static final Set<Integer> H2_AWAY =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  private DatabaseFaults() {}

  /** Whether the database did not answer, so that the same request may pass later. */
  public static boolean isAway(Throwable fault) {
    return causes(fault).anyMatch(DatabaseFaults::saysAway);
  }

  private static boolean saysAway(Throwable cause) {
    // H2's file could not be written: a full disk.
    if (cause instanceof JDBCConnectionException || cause instanceof MVStoreException) {
      return true;
    }
    if (!(cause instanceof SQLException sql)) {
      return false;
    }
    var state = sql.getSQLState();
    // Classes 08 (connection), 53 (resources) and 57P (operator) of PostgreSQL; the pool's refusal
    // to hand out a connection has neither state nor code.
    return state == null && sql.getErrorCode() == 0
        || state != null && (state.startsWith("08") || state.startsWith("53"))
        || state != null && state.startsWith("57P")
        || H2_AWAY.contains(sql.getErrorCode());
  }

  /** The innermost reason in one line. */
  public static String reason(Throwable fault) {
    var innermost = causes(fault).reduce((a, b) -> b).orElse(fault);
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("");
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, t -> t != null, Throwable::getCause).limit(20);
  }
}
