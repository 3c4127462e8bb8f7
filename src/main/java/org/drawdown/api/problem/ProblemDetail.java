package org.drawdown.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.drawdown.language.Text;

/**
 * A problem detail (RFC 9457).
 *
 * @param detail what is wrong this time, or null
 * @param errors every place that is wrong; may be empty
 * @param rule the rule that it would break, where a conflict has one
 * @param about what else there is to know of the conflict; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetail(
    String type,
    Text title,
    int status,
    Text detail,
    List<Fault> errors,
    String rule,
    @JsonUnwrapped About about) {

  /**
   * What there is to know of a conflict.
   *
   * @param there how many people and loads there are
   * @param entries sequences of the entries that do not fit together
   * @param schedule id of the schedule in force
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record About(There there, List<Long> entries, String schedule) {}

  /** People and loads; null where it is not about them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record There(Integer people, Integer loads) {}

  /** The media type of problem details. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of a kind; the detail may be null. */
  public static ProblemDetail of(ProblemKind kind, Text detail, List<Fault> faults) {
    return new ProblemDetail(kind.type(), kind.title(), kind.status(), detail, faults, null, null);
  }

  /** This problem with another status. */
  ProblemDetail with(int otherStatus) {
    return new ProblemDetail(type, title, otherStatus, detail, errors, rule, about);
  }

  /** A problem of a rule that a request breaks. */
  ProblemDetail with(String itsRule, About known) {
    return new ProblemDetail(type, title, status, detail, errors, itsRule, known);
  }
}
