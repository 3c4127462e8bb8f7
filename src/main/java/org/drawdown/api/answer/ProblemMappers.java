package org.drawdown.api.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import java.util.stream.Stream;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.api.contract.Operations;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.ProblemKind;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.platform.JsonSettings;
import org.drawdown.platform.TooManySignIns;
import org.drawdown.platform.database.DatabaseFaults;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The one place where an exception becomes an answer. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** Seconds after which what does not answer now may answer again. */
  private static final int SOON = 10;

  private final Operations operations;
  private final UriInfo uri;
  private final ContainerRequestContext request;

  ProblemMappers(Operations operations, UriInfo uri, ContainerRequestContext request) {
    this.operations = operations;
    this.uri = uri;
    this.request = request;
  }

  @ServerExceptionMapper
  Response refused(Refusal e, HttpHeaders headers) {
    var problem = e.problem();
    var builder = answer(problem, headers);
    if (problem.status() == ProblemKind.UNSUPPORTED_MEDIA_TYPE.status()) {
      tellWhatIsTaken(builder);
    }
    if (e.retryAfter() > 0) {
      builder.header(HttpHeaders.RETRY_AFTER, e.retryAfter());
    }
    return builder.build();
  }

  /** RFC 5789, 2.2, and RFC 9110, 15.5.16. */
  private void tellWhatIsTaken(Response.ResponseBuilder builder) {
    if (request.getMethod().equals("PATCH")) {
      builder.header("Accept-Patch", MergePatch.MEDIA_TYPE);
    }
    if (request.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
      builder.header(HttpHeaders.ACCEPT_ENCODING, "identity");
    }
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
    int line = at == null ? 0 : Math.max(0, at.getLineNr());
    int column = at == null ? 0 : Math.max(0, at.getColumnNr());
    return refused(Refusal.invalid("", fault(e, line, column)), headers);
  }

  /** The parser's own words name its settings, so only what is wrong is told. */
  private static Text fault(JsonProcessingException e, int line, int column) {
    String message = e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      return message != null && message.contains("depth")
          ? m -> m.tooDeep(JsonSettings.DEEPEST)
          : m -> m.tooLong(JsonSettings.LONGEST_NUMBER);
    }
    return message != null && message.startsWith("Duplicate field")
        ? m -> m.duplicateField(line, column)
        : m -> m.malformedJson(line, column);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response notSignedIn(HttpHeaders headers) {
    return answer(ProblemKind.UNAUTHORIZED, Messages::signIn, headers)
        .header("WWW-Authenticate", "Basic realm=\"drawdown\", charset=\"UTF-8\"")
        .build();
  }

  @ServerExceptionMapper
  Response tooManySignIns(TooManySignIns e, HttpHeaders headers) {
    return answer(ProblemKind.TOO_MANY_REQUESTS, Messages::tooManySignIns, headers)
        .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
        .build();
  }

  /** The provider of identities does not answer, which is no fault of the client. */
  @ServerExceptionMapper
  Response noProvider(OIDCException e, HttpHeaders headers) {
    LOG.warn("The OpenID Connect provider does not answer", e);
    return unavailable(Messages::tokensUnchecked, headers);
  }

  private static Response unavailable(Text detail, HttpHeaders headers) {
    return answer(ProblemKind.UNAVAILABLE, detail, headers)
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpHeaders headers) {
    return answer(ProblemKind.FORBIDDEN, Messages::rolesForbid, headers).build();
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e, HttpHeaders headers) {
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
    var address = operations.address(uri.getPath());
    var detail = address == null ? null : detail(kind, address);
    var builder = answer(kind, detail, headers).status(given.getStatus());
    if (address != null && kind == ProblemKind.METHOD_NOT_ALLOWED) {
      builder.header(HttpHeaders.ALLOW, address.methods());
    }
    return builder.build();
  }

  private Text detail(ProblemKind kind, Operations.Address address) {
    var operation = address.operation(request.getMethod());
    return switch (kind) {
      case METHOD_NOT_ALLOWED -> m -> m.possibleMethods(address.methods());
      case NOT_ACCEPTABLE ->
          operation == null
              ? null
              : m -> m.possibleMediaTypes(String.join(", ", operation.gives()));
      case UNSUPPORTED_MEDIA_TYPE ->
          operation == null
              ? null
              : m -> m.acceptedMediaTypes(String.join(", ", operation.accepts()));
      default -> null;
    };
  }

  /** Corrects Allow, in which the server mixes the methods of all paths of a resource. */
  @ServerResponseFilter
  void options(ContainerResponseContext response) {
    if (request.getMethod().equals("OPTIONS")) {
      var address = operations.address(uri.getPath());
      if (address != null) {
        response.getHeaders().putSingle(HttpHeaders.ALLOW, address.methods());
      }
    }
  }

  @ServerExceptionMapper
  Response fault(RuntimeException e, HttpHeaders headers) {
    // A refusal may come wrapped, from where a body is read or a transaction ends.
    var refusal =
        Stream.<Throwable>iterate(e, t -> t != null, Throwable::getCause)
            .filter(Refusal.class::isInstance)
            .findFirst();
    if (refusal.isPresent()) {
      return refused((Refusal) refusal.get(), headers);
    }
    if (DatabaseFaults.isAway(e)) {
      LOG.warnf("The database does not answer: %s", DatabaseFaults.reason(e));
      return unavailable(Messages::databaseAway, headers);
    }
    LOG.error("A request failed", e);
    return answer(ProblemKind.INTERNAL, null, headers).build();
  }

  private static Response.ResponseBuilder answer(
      ProblemKind kind, Text detail, HttpHeaders headers) {
    return answer(ProblemDetail.of(kind, detail, List.<Fault>of()), headers);
  }

  private static Response.ResponseBuilder answer(ProblemDetail problem, HttpHeaders headers) {
    return Response.status(problem.status())
        .entity(problem)
        .type(ProblemDetail.MEDIA_TYPE)
        .language(Languages.favourite(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
  }
}
