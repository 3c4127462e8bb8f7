package org.drawdown.api.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.drawdown.api.answer.DryRun;
import org.drawdown.api.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Carries out a {@link Write}. */
@Write
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class WriteInterceptor {

  private static final Logger LOG = Logger.getLogger(WriteInterceptor.class);

  /** Seconds after which it may be tried again. */
  private static final int SOON = 10;

  private final Duration limit;
  private final Idempotency idempotency;
  private final UriInfo uri;
  private final Request request;
  private final SecurityContext user;
  private final Instance<WriteListener> listeners;

  WriteInterceptor(
      Idempotency idempotency,
      UriInfo uri,
      Request request,
      SecurityContext user,
      @Any Instance<WriteListener> listeners,
      @ConfigProperty(name = "quarkus.transaction-manager.default-transaction-timeout")
          Duration limit) {
    this.limit = limit;
    this.idempotency = idempotency;
    this.uri = uri;
    this.request = request;
    this.user = user;
    this.listeners = listeners;
  }

  @AroundInvoke
  Object carryOut(InvocationContext write) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limit.toSeconds());
    try {
      return inTransaction(write);
    } catch (Exception e) {
      // Who ends a transaction that takes too long breaks it off wherever it is, which has many
      // names.
      if (System.nanoTime() >= end && !(e instanceof Refusal)) {
        LOG.warnf("A write took longer than %s and was undone: %s", limit, e);
        throw Refusal.tookTooLong(SOON);
      }
      throw e;
    }
  }

  private Object inTransaction(InvocationContext write) throws Exception {
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
      if (!isRepeated(answer)) {
        tell(answer);
      }
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

  private static boolean isRepeated(Object answer) {
    return answer instanceof Response response
        && response.getHeaderString(Idempotency.REPLAYED) != null;
  }

  private void tell(Object answer) {
    var body = answer instanceof Response response ? response.getEntity() : answer;
    var path = uri.getPath().replaceFirst("^/+", "");
    listeners.forEach(
        l -> l.beforeCommit(user.getUserPrincipal().getName(), request.getMethod(), path, body));
  }

  /** The answer of a write that was only tried: it says neither created nor accepted. */
  private static Object tried(Object answer) {
    return answer instanceof Response response && response.hasEntity()
        ? Response.ok(response.getEntity()).build()
        : answer;
  }
}
