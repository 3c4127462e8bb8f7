package org.drawdown.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** A request that is not carried out, and why. */
public final class Refusal extends RuntimeException {

  /** More faults than this are not listed, so that an answer stays small. */
  public static final int MOST_FAULTS = 100;

  private final ProblemKind kind;
  private final transient Text detail;
  private final transient List<Fault> faults;

  private final int retryAfter;
  private int status;
  private String rule;
  private transient ProblemDetail.About about;

  private Refusal(ProblemKind kind, Text detail, List<Fault> faults) {
    this(kind, detail, faults, 0);
  }

  private Refusal(ProblemKind kind, Text detail, List<Fault> faults, int retryAfter) {
    this.kind = kind;
    this.detail = detail;
    this.faults = List.copyOf(faults);
    this.retryAfter = retryAfter;
  }

  /** There is no such resource; 404. */
  public static Refusal notFound(Text detail) {
    return new Refusal(ProblemKind.NOT_FOUND, sentence(detail), List.of());
  }

  /** The present state does not allow it; 409. */
  public static Refusal conflict(Text detail) {
    return new Refusal(ProblemKind.CONFLICT, sentence(detail), List.of());
  }

  /** Something else that is there does not allow it; 409. */
  public static Refusal conflict(List<Fault> faults) {
    return new Refusal(ProblemKind.CONFLICT, sentence(faults.get(0).detail()), told(faults));
  }

  /** A rule does not allow it; 409, with what else there is to know, or null. */
  public static Refusal conflict(String rule, Text detail, ProblemDetail.About about) {
    return conflict(detail).of(rule, about);
  }

  /** This refusal, by a rule whose name is stable. */
  public Refusal of(String itsRule, ProblemDetail.About known) {
    rule = itsRule;
    about = known;
    return this;
  }

  /** A field is well formed, and still cannot be meant; 422. */
  public static Refusal unprocessable(String pointer, Text detail) {
    var refusal = invalid(pointer, detail);
    refusal.status = 422;
    return refusal;
  }

  /** The rule that it would break, or null. */
  public String rule() {
    return rule;
  }

  /** A text with a capital at its beginning. */
  private static Text sentence(Text text) {
    return m -> {
      var said = text.in(m);
      return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    };
  }

  /** Fields are wrong; 400. At most {@link #MOST_FAULTS} of them are told. */
  public static Refusal invalid(List<Fault> faults) {
    return new Refusal(ProblemKind.INVALID_REQUEST, counted(faults), told(faults));
  }

  private static Text counted(List<Fault> faults) {
    var first = faults.get(0);
    if (faults.size() > MOST_FAULTS) {
      return m -> m.tooManyFaults(MOST_FAULTS, first.place(), first.detail().in(m));
    }
    return faults.size() > 1
        ? m -> m.faults(faults.size(), first.place(), first.detail().in(m))
        : m -> (first.place() + " " + first.detail().in(m)).strip();
  }

  private static List<Fault> told(List<Fault> faults) {
    return faults.subList(0, Math.min(MOST_FAULTS, faults.size()));
  }

  /** One field is wrong; 400. */
  public static Refusal invalid(String pointer, Text detail) {
    return invalid(List.of(new Fault(pointer, detail)));
  }

  /** The version that the client means is not the present one; 412. */
  public static Refusal stale() {
    return new Refusal(ProblemKind.PRECONDITION_FAILED, Messages::staleTag, List.of());
  }

  /** The client must say which version it means; 428. */
  public static Refusal unconditional() {
    return new Refusal(ProblemKind.PRECONDITION_REQUIRED, Messages::tagMissing, List.of());
  }

  /** It is not allowed from there; 403. */
  public static Refusal forbidden(Text detail) {
    return new Refusal(ProblemKind.FORBIDDEN, detail, List.of());
  }

  /** None of the media types that the client accepts can be had; 406. */
  public static Refusal notAcceptable(Text detail) {
    return new Refusal(ProblemKind.NOT_ACCEPTABLE, detail, List.of());
  }

  /** The operation does not take such a body; 415. */
  public static Refusal unsupported(Text detail) {
    return new Refusal(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail, List.of());
  }

  /** The body is larger than the service accepts; 413. */
  public static Refusal tooLarge(long most) {
    return new Refusal(ProblemKind.TOO_LARGE, m -> m.bodyLimit(most), List.of());
  }

  /** The key belongs to another request; 422. */
  public static Refusal keyReused() {
    return new Refusal(ProblemKind.IDEMPOTENCY_KEY_REUSED, Messages::keyReused, List.of());
  }

  /** The user has asked for too much; 429, with the seconds after which to try again. */
  public static Refusal tooMany(Text detail, int retryAfter) {
    return new Refusal(ProblemKind.TOO_MANY_REQUESTS, detail, List.of(), retryAfter);
  }

  /** It took longer than it may and was undone; 503, with the seconds after which to try again. */
  public static Refusal tookTooLong(int retryAfter) {
    return new Refusal(ProblemKind.UNAVAILABLE, Messages::tookTooLong, List.of(), retryAfter);
  }

  /** Seconds after which it may be tried again; 0 where that does not help. */
  public int retryAfter() {
    return retryAfter;
  }

  /** The problem detail for the client. */
  public ProblemDetail problem() {
    var problem = ProblemDetail.of(kind, detail, faults);
    problem = rule == null ? problem : problem.with(rule, about);
    return status == 0 ? problem : problem.with(status);
  }

  /** This refusal with its faults told at other places. */
  public Refusal at(UnaryOperator<Fault> place) {
    var placed = faults.stream().map(place).toList();
    if (placed.isEmpty()) {
      return this;
    }
    var refusal =
        kind == ProblemKind.INVALID_REQUEST
            ? invalid(placed)
            : new Refusal(kind, detail, placed, retryAfter).of(rule, about);
    refusal.status = status;
    return refusal;
  }

  /** The faults, for whoever knows better where they stand. */
  public List<Fault> faults() {
    return faults;
  }

  /** In English, for the log; said only when somebody asks. */
  @Override
  public String getMessage() {
    return Languages.say(detail, Locale.ENGLISH);
  }
}
