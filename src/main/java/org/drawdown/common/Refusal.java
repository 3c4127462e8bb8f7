package org.drawdown.common;

import java.util.List;
import java.util.Locale;

/** A request that is not carried out, and why. */
public final class Refusal extends RuntimeException {

  private final Problem.Kind kind;
  private final transient Text detail;
  private final transient List<Fault> faults;

  private Refusal(Problem.Kind kind, Text detail, List<Fault> faults) {
    super(detail.in(Locale.ENGLISH));
    this.kind = kind;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  /** There is no such thing; 404. The sentence is as {@link Text#of} takes it. */
  public static Refusal notFound(String english, Object... values) {
    return new Refusal(Problem.Kind.NOT_FOUND, Text.of(english, values), List.of());
  }

  /** It makes sense, but not now; 409. The sentence is as {@link Text#of} takes it. */
  public static Refusal conflict(String english, Object... values) {
    return new Refusal(Problem.Kind.CONFLICT, Text.of(english, values), List.of());
  }

  /** It makes sense, but not beside what is there; 409. */
  public static Refusal conflict(List<Fault> faults) {
    return new Refusal(Problem.Kind.CONFLICT, faults.get(0).detail(), faults);
  }

  /** It is wrong; 400. */
  public static Refusal invalid(List<Fault> faults) {
    var first = faults.get(0);
    var detail =
        faults.size() > 1
            ? Text.of("%d faults; the first: %s %s", faults.size(), first.pointer(), first.detail())
            : (Text) l -> (first.pointer() + " " + first.detail().in(l)).strip();
    return new Refusal(Problem.Kind.INVALID_REQUEST, detail, faults);
  }

  /** One field is wrong; 400. The sentence is as {@link Text#of} takes it. */
  public static Refusal invalid(String pointer, String english, Object... values) {
    return invalid(List.of(Fault.of(pointer, english, values)));
  }

  /** The version that the client means is not the present one; 412. */
  public static Refusal stale() {
    return new Refusal(
        Problem.Kind.PRECONDITION_FAILED,
        Text.of("The ETag in If-Match is not the present one: read it again"),
        List.of());
  }

  /** The client must say which version it means; 428. */
  public static Refusal unconditional() {
    return new Refusal(
        Problem.Kind.PRECONDITION_REQUIRED,
        Text.of("Send the ETag of what you have read in If-Match"),
        List.of());
  }

  /** The body is larger than the service takes; 413. */
  static Refusal tooLarge(long most) {
    return new Refusal(
        Problem.Kind.TOO_LARGE, Text.of("A body has at most %d bytes", most), List.of());
  }

  /** The key stands for another request; 422. */
  static Refusal keyReused() {
    return new Refusal(
        Problem.Kind.IDEMPOTENCY_KEY_REUSED,
        Text.of("This Idempotency-Key came before with another request: take a new one"),
        List.of());
  }

  Problem problem(Locale language) {
    return Problem.of(kind, detail, faults, language);
  }
}
