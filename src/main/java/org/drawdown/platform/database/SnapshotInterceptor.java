package org.drawdown.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import java.sql.Connection;

/** Carries out a {@link Snapshot}. */
@Snapshot
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class SnapshotInterceptor {

  private final AgroalDataSource database;

  SnapshotInterceptor(AgroalDataSource database) {
    this.database = database;
  }

  @AroundInvoke
  Object read(InvocationContext reading) throws Exception {
    if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
      return reading.proceed();
    }
    QuarkusTransaction.begin();
    try {
      // The transaction has one connection, whoever asks for it; the pool sets it back at the end.
      try (Connection connection = database.getConnection()) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      return reading.proceed();
    } finally {
      if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        QuarkusTransaction.rollback();
      }
    }
  }
}
