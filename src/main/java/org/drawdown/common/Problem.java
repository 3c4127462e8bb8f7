package org.drawdown.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A problem detail (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

  /** The kinds of problems; their names are stable. */
  public enum Kind {
    INVALID_REQUEST(400, "The request is wrong"),
    UNAUTHORIZED(401, "Nobody is signed in"),
    FORBIDDEN(403, "Who is signed in may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "There is no such representation"),
    CONFLICT(409, "It contradicts what is there"),
    PRECONDITION_FAILED(412, "It was changed since"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another media type"),
    PRECONDITION_REQUIRED(428, "If-Match is missing"),
    INTERNAL(500, "The service has failed"),
    UNAVAILABLE(503, "The service cannot answer now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    int status() {
      return status;
    }

    /** The kind that goes with an HTTP status, the general one of its class if none does. */
    static Kind of(int status) {
      for (var kind : values()) {
        if (kind.status == status) {
          return kind;
        }
      }
      return status < 500 ? INVALID_REQUEST : INTERNAL;
    }
  }

  static Problem of(Kind kind, String detail, List<Fault> errors) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return new Problem("/problems/" + name, kind.title, kind.status, detail, errors);
  }
}
