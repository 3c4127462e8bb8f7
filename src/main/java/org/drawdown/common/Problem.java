package org.drawdown.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A problem detail (RFC 9457), in the language of the client. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<Entry> errors) {

  /** A fault as the client sees it. */
  record Entry(String pointer, String detail) {}

  /** The kinds of problems; their names are stable. */
  enum Kind {
    /** The client's words make no sense. */
    INVALID_REQUEST(
        400,
        "The request is wrong",
        "The body, a parameter or a header is not as openapi.yaml has it, or names something that"
            + " does not exist. errors names every place. Mend the request; the same one fails"
            + " again."),
    /** Nobody, or somebody with a wrong password. */
    UNAUTHORIZED(
        401,
        "Nobody is signed in",
        "The request has no credentials, or they are not valid. Sign in and send it again."),
    /** Somebody, but without the role. */
    FORBIDDEN(
        403,
        "Who is signed in may not do this",
        "The operation needs a role that the user does not have; openapi.yaml names it under"
            + " x-role."),
    /** No such thing. */
    NOT_FOUND(
        404, "There is no such thing", "Nothing stands at this address, or it has been deleted."),
    /** No such operation. */
    METHOD_NOT_ALLOWED(
        405,
        "This cannot be done here",
        "The address exists, the method does not. Allow lists those that do."),
    /** No such representation. */
    NOT_ACCEPTABLE(
        406,
        "There is no such representation",
        "None of the media types in Accept can be had here."),
    /** It contradicts what is there. */
    CONFLICT(
        409,
        "It contradicts what is there",
        "The request makes sense, but not in the present state: a name is taken, something else"
            + " still refers to it, or the schedule is in another state."),
    /** It was changed since. */
    PRECONDITION_FAILED(
        412,
        "It was changed since",
        "Somebody else has changed it since it was read. Read it again, look at the change, and"
            + " send the new ETag in If-Match."),
    /** The body is too large. */
    TOO_LARGE(413, "The body is too large", "The body is larger than the service takes."),
    /** Another media type. */
    UNSUPPORTED_MEDIA_TYPE(
        415,
        "The body is of another media type",
        "The Content-Type is missing, or it is not one that this operation takes."),
    /** The key has been used for something else. */
    IDEMPOTENCY_KEY_REUSED(
        422,
        "The Idempotency-Key was used for another request",
        "The same user has sent this key before with another body or to another address. Send the"
            + " first request unchanged to get its answer again, or take a new key."),
    /** If-Match is missing. */
    PRECONDITION_REQUIRED(
        428,
        "If-Match is missing",
        "What is to be changed has to be named by the ETag under which it was read, so that nobody"
            + " overwrites what they have not seen."),
    /** A fault of ours. */
    INTERNAL(
        500,
        "The service has failed",
        "A fault of the service, which has noted it in its log. Nothing has been written."),
    /** Not now. */
    UNAVAILABLE(
        503,
        "The service cannot answer now",
        "Something that the service needs does not answer. Try again after Retry-After seconds.");

    private final int status;
    private final String title;
    private final String description;

    Kind(int status, String title, String description) {
      this.status = status;
      this.title = title;
      this.description = description;
    }

    int status() {
      return status;
    }

    /** The last part of its type. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address that stands for it, where it is explained. */
    String type() {
      return "/api/v1/problems/" + slug();
    }

    Text title() {
      return Text.of(title);
    }

    /** What it means and what a client can do. */
    Text description() {
      return Text.of(description);
    }

    static Optional<Kind> find(String slug) {
      return List.of(values()).stream().filter(k -> k.slug().equals(slug)).findFirst();
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

  static Problem of(Kind kind, Text detail, List<Fault> faults, Locale language) {
    return new Problem(
        kind.type(),
        kind.title().in(language),
        kind.status(),
        detail == null ? null : detail.in(language),
        faults.stream().map(f -> new Entry(f.pointer(), f.detail().in(language))).toList());
  }
}
