package org.drawdown.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(Refusal e) {
    return answer(e.problem()).build();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e) {
    var at = e.getLocation();
    String where =
        at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    var fault = new Fault("", "The body is not well-formed JSON" + reason(e) + where);
    return answer(Problem.of(Problem.Kind.INVALID_REQUEST, fault.detail(), List.of(fault))).build();
  }

  /** The parser's own words name its settings; only that a field stands twice is worth telling. */
  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate field") ? ": a field stands twice" : "";
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response nobody() {
    return answer(Problem.of(Problem.Kind.UNAUTHORIZED, "Sign in to use the service", List.of()))
        .header("WWW-Authenticate", "Basic realm=\"drawdown\", charset=\"UTF-8\"")
        .build();
  }

  /** The provider of identities does not answer: that is no fault of the client. */
  @ServerExceptionMapper
  Response noProvider(OIDCException e) {
    LOG.warn("The OpenID Connect provider does not answer", e);
    var detail = "Tokens cannot be checked now; try again later";
    return answer(Problem.of(Problem.Kind.UNAVAILABLE, detail, List.of()))
        .header("Retry-After", "10")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return answer(Problem.of(Problem.Kind.FORBIDDEN, "Your roles do not allow this", List.of()))
        .build();
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e) {
    var given = e.getResponse();
    if (e.getCause() instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    if (given.getStatus() < 400) {
      return given;
    }
    var kind = Problem.Kind.of(given.getStatus());
    var problem = Problem.of(kind, null, List.of());
    var builder =
        Response.status(given.getStatus()).entity(problem).type("application/problem+json");
    for (String header : List.of("Allow", "WWW-Authenticate", "Retry-After")) {
      if (given.getHeaderString(header) != null) {
        builder.header(header, given.getHeaderString(header));
      }
    }
    return builder.build();
  }

  @ServerExceptionMapper
  Response fault(RuntimeException e) {
    LOG.error("A request failed", e);
    return answer(Problem.of(Problem.Kind.INTERNAL, null, List.of())).build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).entity(problem).type("application/problem+json");
  }
}
