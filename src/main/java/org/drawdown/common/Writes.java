package org.drawdown.common;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every write has in common: it can be tried without being done ({@code validateOnly}), and a
 * POST can be repeated without being done twice ({@code Idempotency-Key}). To be used inside the
 * transaction of the write.
 */
@ApplicationScoped
public class Writes {

  /** How long the answer to a key is kept. */
  static final Duration KEPT = Duration.ofDays(1);

  private static final String KEY = "Idempotency-Key";
  private static final int BUCKETS = 64;

  private final EntityManager manager;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final SecurityContext user;
  private final Request request;

  Writes(
      EntityManager manager,
      TransactionSynchronizationRegistry transaction,
      Clock clock,
      UriInfo uri,
      HttpHeaders headers,
      SecurityContext user,
      Request request) {
    this.manager = manager;
    this.transaction = transaction;
    this.clock = clock;
    this.uri = uri;
    this.headers = headers;
    this.user = user;
    this.request = request;
  }

  /** Whether the client only wants to know if the write would pass. */
  public boolean areTried() {
    return Boolean.parseBoolean(uri.getQueryParameters().getFirst("validateOnly"));
  }

  /**
   * A write in a transaction of its own, over before its answer is given; for who cannot leave that
   * to an annotation.
   */
  public Response inTransaction(Supplier<Response> work) {
    QuarkusTransaction.begin();
    boolean done = false;
    try {
      var answer = work.get();
      if (!QuarkusTransaction.isRollbackOnly()) {
        QuarkusTransaction.commit();
        done = true;
      }
      return answer;
    } finally {
      if (!done) {
        QuarkusTransaction.rollback();
      }
    }
  }

  /** A write that may be repeated as it is; when it is only tried, nothing of it stays. */
  public Response change(Supplier<Response> work) {
    var answer = work.get();
    if (!areTried()) {
      return answer;
    }
    transaction.setRollbackOnly();
    return answer.hasEntity()
        ? Response.ok(answer.getEntity(), MediaType.APPLICATION_JSON).build()
        : Response.noContent().build();
  }

  /**
   * A write that is done once for each key, whoever repeats it and on whichever replica. Its answer
   * is kept in the transaction of the write; a refusal is not kept.
   *
   * @throws Refusal 422 if the key came with another request, 400 if it is no key
   */
  public Response once(JsonNode body, Supplier<Response> work) {
    var key = headers.getHeaderString(KEY);
    if (key == null || areTried()) {
      return change(work);
    }
    if (!key.matches("[\\x21-\\x7e]{1,255}")) {
      throw Refusal.invalid("/header/" + KEY, "has 1 to 255 visible ASCII characters");
    }
    var id = digest(user.getUserPrincipal().getName() + "\n" + key);
    var asked = digest(request.getMethod() + " " + uri.getPath() + "\n" + body);
    int bucket = Integer.parseInt(id.substring(0, 4), 16) % BUCKETS;
    // Repetitions that come at once wait here, so that only the first of them finds no answer.
    manager
        .createNativeQuery("select number from answer_buckets where number = :bucket for update")
        .setParameter("bucket", bucket)
        .getSingleResult();
    var now = clock.instant();
    manager
        .createQuery("delete from KeptAnswer a where a.bucket = :bucket and a.keptAt < :before")
        .setParameter("bucket", bucket)
        .setParameter("before", now.minus(KEPT))
        .executeUpdate();
    var kept = manager.find(KeptAnswer.class, id);
    if (kept != null) {
      return kept.repeat(asked);
    }
    var answer = work.get();
    manager.persist(new KeptAnswer(id, bucket, asked, answer, now));
    return answer;
  }

  private static String digest(String text) {
    return Representations.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
