package org.drawdown.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.drawdown.language.Text;

/**
 * A problem detail (RFC 9457).
 *
 * @param detail what is wrong this time, or null
 * @param errors every place that is wrong; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetail(String type, Text title, int status, Text detail, List<Fault> errors) {

  /** The media type of problem details. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of a kind; the detail may be null. */
  public static ProblemDetail of(ProblemKind kind, Text detail, List<Fault> faults) {
    return new ProblemDetail(kind.type(), kind.title(), kind.status(), detail, faults);
  }
}
