package org.drawdown.common;

import java.util.List;

/** A request that is not carried out, and why. */
public final class Refusal extends RuntimeException {

  private final Problem.Kind kind;
  private final transient List<Fault> faults;

  private Refusal(Problem.Kind kind, String detail, List<Fault> faults) {
    super(detail);
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  /** There is no such thing; 404. */
  public static Refusal notFound(String what, String id) {
    return new Refusal(Problem.Kind.NOT_FOUND, "There is no %s %s".formatted(what, id), List.of());
  }

  /** There is no such thing; 404. */
  public static Refusal notFound(String detail) {
    return new Refusal(Problem.Kind.NOT_FOUND, detail, List.of());
  }

  /** It makes sense, but not now; 409. */
  public static Refusal conflict(String detail) {
    return new Refusal(Problem.Kind.CONFLICT, detail, List.of());
  }

  /** It makes sense, but not beside what is there; 409. */
  public static Refusal conflict(String detail, List<Fault> faults) {
    return new Refusal(Problem.Kind.CONFLICT, detail, faults);
  }

  /** It is wrong; 400. */
  public static Refusal invalid(List<Fault> faults) {
    var first = faults.get(0);
    String detail =
        faults.size() > 1
            ? "%d faults; the first: %s %s"
                .formatted(faults.size(), first.pointer(), first.detail())
            : (first.pointer() + " " + first.detail()).strip();
    return new Refusal(Problem.Kind.INVALID_REQUEST, detail, faults);
  }

  /** One field is wrong; 400. */
  public static Refusal invalid(String pointer, String detail) {
    return invalid(List.of(new Fault(pointer, detail)));
  }

  /** The version that the client means is not the present one; 412. */
  public static Refusal stale() {
    return new Refusal(
        Problem.Kind.PRECONDITION_FAILED,
        "The ETag in If-Match is not the present one: read it again",
        List.of());
  }

  /** The client must say which version it means; 428. */
  public static Refusal unconditional() {
    return new Refusal(
        Problem.Kind.PRECONDITION_REQUIRED,
        "Send the ETag of what you have read in If-Match",
        List.of());
  }

  Problem problem() {
    return Problem.of(kind, getMessage(), faults);
  }
}
