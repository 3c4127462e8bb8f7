package org.drawdown.api.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.ProblemKind;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses some requests before it is asked who sends them: requests without a host, and odd forms
 * of an address, which a policy for the plain form would miss. It uses Vert.x, because nothing else
 * comes before the policies.
 */
@ApplicationScoped
class Doors {

  /** Before the server's own filters for other origins (300) and for who may (200). */
  private static final int FIRST = 400;

  /** Parameters within a path, encoded or doubled slashes, backslashes, steps up. */
  private static final Pattern ODD =
      Pattern.compile(
          ";|//|\\\\|%2f|%5c|%3b|%00|(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

  /** Where the server would serve a contract of its own making. */
  private static final String GENERATED = "/openapi-generated";

  /** What the JDK's own client sends for any media type; RFC 9110 has no such range. */
  private static final Pattern BARE_STAR = Pattern.compile("(^|,)(\\s*)\\*(?=\\s*(;|,|$))");

  /** A weight without its nought, as the JDK's own client writes it. */
  private static final Pattern BARE_WEIGHT =
      Pattern.compile("(;\\s*q\\s*=\\s*)\\.", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~%:\\[\\]-]+");

  private final AnswerBodies bodies;
  private final boolean cors;

  Doors(
      AnswerBodies bodies,
      @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean cors) {
    this.bodies = bodies;
    this.cors = cors;
  }

  void install(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  /** The server refuses a request without a host before anybody else sees it. */
  void installErrors(@Observes Router router) {
    router.errorHandler(
        400,
        request -> {
          if (!request.response().headWritten()) {
            refuse(request, ProblemKind.INVALID_REQUEST, List.of());
          }
        });
  }

  private void enter(RoutingContext request) {
    request.addHeadersEndHandler(end -> complete(request.response()));
    var path = request.request().path();
    if (!hasHost(request)) {
      var fault = new Fault("/header/Host", Messages::malformedHeader);
      refuse(request, ProblemKind.INVALID_REQUEST, List.of(fault));
    } else if (path != null && (ODD.matcher(path).find() || path.startsWith(GENERATED))) {
      refuse(request, ProblemKind.NOT_FOUND, List.of());
    } else {
      mendAccept(request.request());
      request.next();
    }
  }

  private static void mendAccept(HttpServerRequest http) {
    var accepted = http.headers().getAll(HttpHeaders.ACCEPT);
    var mended = accepted.stream().map(Doors::mended).toList();
    if (!mended.equals(accepted)) {
      http.headers().set(HttpHeaders.ACCEPT.toString(), mended);
    }
  }

  private static String mended(String accepted) {
    var ranges = BARE_STAR.matcher(accepted).replaceAll("$1$2*/*");
    return BARE_WEIGHT.matcher(ranges).replaceAll("$10.");
  }

  private void complete(HttpServerResponse response) {
    var headers = response.headers();
    if (cors) {
      // Answers differ by origin, so that no cache may give one page's to another.
      headers.add(HttpHeaders.VARY, "Origin");
    }
    if (response.getStatusCode() == 304) {
      headers.remove(HttpHeaders.CONTENT_ENCODING);
    } else if (headers.getAll(HttpHeaders.CONTENT_ENCODING).contains("gzip")) {
      // The server has marked it as one that it need not compress, which it then takes back.
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
  }

  private static boolean hasHost(RoutingContext request) {
    var http = request.request();
    var host = http.getHeader(HttpHeaders.HOST);
    if (host == null || host.isEmpty()) {
      // Who only asks how the service is may speak HTTP/1.0, as balancers do.
      return http.version() == HttpVersion.HTTP_2
          || http.version() == HttpVersion.HTTP_1_0 && http.path().startsWith("/q/");
    }
    return HOST.matcher(host).matches();
  }

  private void refuse(RoutingContext request, ProblemKind kind, List<Fault> faults) {
    Locale language = Languages.favourite(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var body = bodies.json(ProblemDetail.of(kind, null, faults), language);
    request
        .response()
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetail.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .end(body.text());
  }
}
