package org.drawdown.api.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;

/**
 * Writes that are done once for each key, whoever repeats them and on whichever replica. The answer
 * is kept in the transaction of the write; a refusal is not kept.
 */
@ApplicationScoped
public class Idempotency {

  /** Marks an answer that is repeated. */
  public static final String REPLAYED = "Idempotency-Replayed";

  /** How long the answer to a key is kept. */
  static final Duration KEPT = Duration.ofDays(1);

  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  private static final String KEY = "Idempotency-Key";
  private static final int BUCKETS = 64;

  private final KeptAnswerRepository answers;
  private final AnswerBodies bodies;
  private final Clock clock;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final SecurityContext user;
  private final Request request;

  Idempotency(
      KeptAnswerRepository answers,
      AnswerBodies bodies,
      Clock clock,
      UriInfo uri,
      HttpHeaders headers,
      SecurityContext user,
      Request request) {
    this.answers = answers;
    this.bodies = bodies;
    this.clock = clock;
    this.uri = uri;
    this.headers = headers;
    this.user = user;
    this.request = request;
  }

  /**
   * Carries out a write, or repeats its first answer.
   *
   * @throws Refusal 422 if the key came with another request, 400 if it is not a key
   */
  Object once(InvocationContext write) throws Exception {
    var key = headers.getHeaderString(KEY);
    if (key == null) {
      return write.proceed();
    }
    var id = id(key);
    var asked = asked(write);
    int bucket = Integer.parseInt(id.substring(0, 4), 16) % BUCKETS;
    var now = clock.instant();
    answers.lock(bucket);
    sweep(now);
    var kept = answers.findById(id);
    if (kept != null) {
      return kept.repeated(asked);
    }
    var answer = sent(write.proceed());
    answers.persist(new KeptAnswer(id, bucket, asked, answer, now));
    return answer;
  }

  /** Refuses what is only tried with a key that belongs to another request, as it will be. */
  void check(InvocationContext write) {
    var key = headers.getHeaderString(KEY);
    var kept = key == null ? null : answers.findById(id(key));
    if (kept != null) {
      kept.repeated(asked(write));
    }
  }

  private String id(String key) {
    if (!key.matches("[\\x21-\\x7e]{1,255}")) {
      throw Refusal.invalid("/header/" + KEY, Messages::keyMalformed);
    }
    return digest(user.getUserPrincipal().getName() + "\n" + key);
  }

  private String asked(InvocationContext write) {
    return digest(request.getMethod() + " " + uri.getPath() + "\n" + body(write));
  }

  /** Once a minute, whichever key comes. */
  private void sweep(Instant now) {
    var last = swept.get();
    if (now.isAfter(last.plus(SWEEP)) && swept.compareAndSet(last, now)) {
      answers.deleteOlder(now.minus(KEPT), MOST_KEPT);
    }
  }

  private String body(InvocationContext write) {
    return Arrays.stream(write.getParameters())
        .filter(p -> p != null && p.getClass().isAnnotationPresent(ContractSchema.class))
        .findFirst()
        .map(p -> bodies.json(p, Locale.ENGLISH).text())
        .orElse("");
  }

  /** The answer with its body as it is sent, so that it can be repeated to the letter. */
  private Response sent(Object answer) {
    var response = answer instanceof Response r ? r : Response.ok(answer).build();
    var language = Languages.favourite(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var body = bodies.json(response.getEntity(), language);
    return Response.fromResponse(response)
        .entity(body.bytes())
        .type(MediaType.APPLICATION_JSON)
        .tag(body.tag())
        .language(body.spoken() ? language : null)
        .build();
  }

  private static String digest(String text) {
    return AnswerBodies.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
