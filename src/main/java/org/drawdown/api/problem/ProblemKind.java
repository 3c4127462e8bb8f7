package org.drawdown.api.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** The kinds of problems; their names are stable. */
public enum ProblemKind {
  /** The request does not fit the contract, or names what does not exist. */
  INVALID_REQUEST(400, Messages::invalidRequest, Messages::invalidRequestMeaning),
  /** No credentials, or wrong ones. */
  UNAUTHORIZED(401, Messages::notSignedIn, Messages::notSignedInMeaning),
  /** The user lacks the role. */
  FORBIDDEN(403, Messages::notAllowed, Messages::notAllowedMeaning),
  /** No such resource. */
  NOT_FOUND(404, Messages::notFound, Messages::notFoundMeaning),
  /** No such operation. */
  METHOD_NOT_ALLOWED(405, Messages::methodNotAllowed, Messages::methodNotAllowedMeaning),
  /** No such representation. */
  NOT_ACCEPTABLE(406, Messages::notAcceptable, Messages::notAcceptableMeaning),
  /** The present state does not allow it. */
  CONFLICT(409, Messages::conflict, Messages::conflictMeaning),
  /** The version that the client means is not the present one. */
  PRECONDITION_FAILED(412, Messages::changedSince, Messages::changedSinceMeaning),
  /** The body is too large. */
  TOO_LARGE(413, Messages::bodyTooLarge, Messages::bodyTooLargeMeaning),
  /** The operation does not take this media type. */
  UNSUPPORTED_MEDIA_TYPE(
      415, Messages::unsupportedMediaType, Messages::unsupportedMediaTypeMeaning),
  /** The key came with another request before. */
  IDEMPOTENCY_KEY_REUSED(
      422, Messages::idempotencyKeyReused, Messages::idempotencyKeyReusedMeaning),
  /** The client must say which version it means. */
  PRECONDITION_REQUIRED(428, Messages::ifMatchMissing, Messages::ifMatchMissingMeaning),
  /** The user, or everybody at that address, has asked for too much. */
  TOO_MANY_REQUESTS(429, Messages::tooManyRequests, Messages::tooManyRequestsMeaning),
  /** A fault of ours. */
  INTERNAL(500, Messages::serviceFailed, Messages::serviceFailedMeaning),
  /** Something that the service needs does not answer. */
  UNAVAILABLE(503, Messages::unavailable, Messages::unavailableMeaning);

  private final int status;
  private final Text title;
  private final Text meaning;

  ProblemKind(int status, Text title, Text meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** The last part of its type. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The address that stands for it, where it is explained. */
  public String type() {
    return "/api/v1/problems/" + slug();
  }

  /** The kind in words. */
  public Text title() {
    return title;
  }

  /** The meaning, and the remedy for a client. */
  public Text meaning() {
    return meaning;
  }

  /** The kind of a slug. */
  public static Optional<ProblemKind> find(String slug) {
    return Arrays.stream(values()).filter(k -> k.slug().equals(slug)).findFirst();
  }

  /** The kind that goes with an HTTP status, the general one of its class if none does. */
  public static ProblemKind of(int status) {
    return Arrays.stream(values())
        .filter(k -> k.status == status)
        .findFirst()
        .orElse(status < 500 ? INVALID_REQUEST : INTERNAL);
  }
}
