package org.drawdown.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Contract contract;

  ProblemMappers(Contract contract) {
    this.contract = contract;
  }

  @ServerExceptionMapper
  Response refused(Refusal e, HttpHeaders headers) {
    var problem = e.problem(Text.favourite(headers.getAcceptableLanguages()));
    return answer(problem, headers).build();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e, HttpHeaders headers) {
    return unreadable(e, headers);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e, HttpHeaders headers) {
    if (e.getCause() instanceof Refusal refusal) {
      return refused(refusal, headers);
    }
    var at = e.getLocation();
    int line = at == null ? 0 : at.getLineNr();
    int column = at == null ? 0 : at.getColumnNr();
    // The parser's own words name its settings; only that a field stands twice is worth telling.
    String message = e.getOriginalMessage();
    var fault =
        message != null && message.startsWith("Duplicate field")
            ? Fault.of("", "A field stands twice in the body (line %d, column %d)", line, column)
            : Fault.of("", "The body is not well-formed JSON (line %d, column %d)", line, column);
    return refused(Refusal.invalid(List.of(fault)), headers);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response nobody(HttpHeaders headers) {
    return answer(Problem.Kind.UNAUTHORIZED, Text.of("Sign in to use the service"), headers)
        .header("WWW-Authenticate", "Basic realm=\"drawdown\", charset=\"UTF-8\"")
        .build();
  }

  /** The provider of identities does not answer: that is no fault of the client. */
  @ServerExceptionMapper
  Response noProvider(OIDCException e, HttpHeaders headers) {
    LOG.warn("The OpenID Connect provider does not answer", e);
    var detail = Text.of("Tokens cannot be checked now; try again later");
    return answer(Problem.Kind.UNAVAILABLE, detail, headers).header("Retry-After", "10").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpHeaders headers) {
    return answer(Problem.Kind.FORBIDDEN, Text.of("Your roles do not allow this"), headers).build();
  }

  @ServerExceptionMapper
  Response other(
      WebApplicationException e,
      HttpHeaders headers,
      UriInfo uri,
      ContainerRequestContext request) {
    var given = e.getResponse();
    if (e.getCause() instanceof JsonProcessingException json) {
      return unreadable(json, headers);
    }
    if (e.getCause() instanceof Refusal refusal) {
      return refused(refusal, headers);
    }
    if (given.getStatus() < 400) {
      return given;
    }
    var kind = Problem.Kind.of(given.getStatus());
    var template = contract.template(uri.getPath());
    var detail = template == null ? null : detail(kind, template, request.getMethod());
    var builder = answer(kind, detail, headers).status(given.getStatus());
    if (template != null && kind == Problem.Kind.METHOD_NOT_ALLOWED) {
      builder.header(HttpHeaders.ALLOW, contract.methods(template));
    }
    return builder.build();
  }

  private Text detail(Problem.Kind kind, String template, String method) {
    return switch (kind) {
      case METHOD_NOT_ALLOWED -> Text.of("Possible here: %s", contract.methods(template));
      case NOT_ACCEPTABLE -> Text.of("To be had here: %s", contract.gives(template, method));
      case UNSUPPORTED_MEDIA_TYPE ->
          Text.of("This operation takes %s", contract.takes(template, method));
      default -> null;
    };
  }

  /** What the server finds out by itself mixes up the methods of all paths of a resource. */
  @ServerResponseFilter
  void options(ContainerRequestContext request, ContainerResponseContext response) {
    var template = contract.template(request.getUriInfo().getPath());
    if (request.getMethod().equals("OPTIONS") && template != null) {
      response.getHeaders().putSingle(HttpHeaders.ALLOW, contract.methods(template));
    }
  }

  @ServerExceptionMapper
  Response fault(RuntimeException e, HttpHeaders headers) {
    LOG.error("A request failed", e);
    return answer(Problem.Kind.INTERNAL, null, headers).build();
  }

  private static Response.ResponseBuilder answer(
      Problem.Kind kind, Text detail, HttpHeaders headers) {
    var language = Text.favourite(headers.getAcceptableLanguages());
    return answer(Problem.of(kind, detail, List.of(), language), headers);
  }

  private static Response.ResponseBuilder answer(Problem problem, HttpHeaders headers) {
    return Response.status(problem.status())
        .entity(problem)
        .type("application/problem+json")
        .language(Text.favourite(headers.getAcceptableLanguages()));
  }
}
