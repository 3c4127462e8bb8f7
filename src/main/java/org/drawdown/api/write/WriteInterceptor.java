package org.drawdown.api.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.drawdown.api.answer.DryRun;

/** Carries out a {@link Write}. */
@Write
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class WriteInterceptor {

  private final Idempotency idempotency;
  private final UriInfo uri;
  private final Request request;

  WriteInterceptor(Idempotency idempotency, UriInfo uri, Request request) {
    this.idempotency = idempotency;
    this.uri = uri;
    this.request = request;
  }

  @AroundInvoke
  Object carryOut(InvocationContext write) throws Exception {
    QuarkusTransaction.begin();
    boolean done = false;
    try {
      if (DryRun.isAsked(uri)) {
        if (request.getMethod().equals("POST")) {
          idempotency.check(write);
        }
        return tried(write.proceed());
      }
      var answer = request.getMethod().equals("POST") ? idempotency.once(write) : write.proceed();
      QuarkusTransaction.commit();
      done = true;
      return answer;
    } finally {
      // What failed to commit is over already, and must be told for what it is.
      if (!done && QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        QuarkusTransaction.rollback();
      }
    }
  }

  /** The answer of a write that was only tried: it says neither created nor accepted. */
  private static Object tried(Object answer) {
    return answer instanceof Response response && response.hasEntity()
        ? Response.ok(response.getEntity()).build()
        : answer;
  }
}
