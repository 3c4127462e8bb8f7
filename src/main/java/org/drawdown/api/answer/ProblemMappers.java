package org.drawdown.api.answer;

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
import org.drawdown.api.contract.Operations;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.ProblemKind;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Operations operations;

  ProblemMappers(Operations operations) {
    this.operations = operations;
  }

  @ServerExceptionMapper
  Response refused(Refusal e, HttpHeaders headers) {
    return answer(e.problem(), headers).build();
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
    // The parser's own words name its settings, so only a field that occurs twice is told.
    String message = e.getOriginalMessage();
    var fault =
        message != null && message.startsWith("Duplicate field")
            ? new Fault("", m -> m.duplicateField(line, column))
            : new Fault("", m -> m.malformedJson(line, column));
    return refused(Refusal.invalid(List.of(fault)), headers);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response notSignedIn(HttpHeaders headers) {
    return answer(ProblemKind.UNAUTHORIZED, Messages::signIn, headers)
        .header("WWW-Authenticate", "Basic realm=\"drawdown\", charset=\"UTF-8\"")
        .build();
  }

  /** The provider of identities does not answer, which is no fault of the client. */
  @ServerExceptionMapper
  Response noProvider(OIDCException e, HttpHeaders headers) {
    LOG.warn("The OpenID Connect provider does not answer", e);
    return answer(ProblemKind.UNAVAILABLE, Messages::tokensUnchecked, headers)
        .header("Retry-After", "10")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpHeaders headers) {
    return answer(ProblemKind.FORBIDDEN, Messages::rolesForbid, headers).build();
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
    var kind = ProblemKind.of(given.getStatus());
    var template = operations.template(uri.getPath());
    var detail = template == null ? null : detail(kind, template, request.getMethod());
    var builder = answer(kind, detail, headers).status(given.getStatus());
    if (template != null && kind == ProblemKind.METHOD_NOT_ALLOWED) {
      builder.header(HttpHeaders.ALLOW, operations.methods(template));
    }
    return builder.build();
  }

  private Text detail(ProblemKind kind, String template, String method) {
    return switch (kind) {
      case METHOD_NOT_ALLOWED -> m -> m.possibleMethods(operations.methods(template));
      case NOT_ACCEPTABLE -> m -> m.possibleMediaTypes(operations.gives(template, method));
      case UNSUPPORTED_MEDIA_TYPE ->
          m -> m.acceptedMediaTypes(operations.accepts(template, method));
      default -> null;
    };
  }

  /** Corrects Allow, in which the server mixes the methods of all paths of a resource. */
  @ServerResponseFilter
  void options(ContainerRequestContext request, ContainerResponseContext response) {
    var template = operations.template(request.getUriInfo().getPath());
    if (request.getMethod().equals("OPTIONS") && template != null) {
      response.getHeaders().putSingle(HttpHeaders.ALLOW, operations.methods(template));
    }
  }

  @ServerExceptionMapper
  Response fault(RuntimeException e, HttpHeaders headers) {
    LOG.error("A request failed", e);
    return answer(ProblemKind.INTERNAL, null, headers).build();
  }

  private static Response.ResponseBuilder answer(
      ProblemKind kind, Text detail, HttpHeaders headers) {
    return answer(ProblemDetail.of(kind, detail, List.of()), headers);
  }

  private static Response.ResponseBuilder answer(ProblemDetail problem, HttpHeaders headers) {
    return Response.status(problem.status())
        .entity(problem)
        .type(ProblemDetail.MEDIA_TYPE)
        .language(Languages.favourite(headers.getAcceptableLanguages()));
  }
}
