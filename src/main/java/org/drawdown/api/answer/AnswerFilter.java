package org.drawdown.api.answer;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import org.drawdown.api.page.Page;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns what a resource returned into what is sent: the bytes that the writer of its media type
 * makes, with an ETag, a Link to the next page, compressed where that is wanted, and 304 where the
 * client has them already.
 */
class AnswerFilter {

  private static final Annotation[] NONE = new Annotation[0];

  private final Providers writers;
  private final ResourceInfo resource;
  private final KnownAnswers known;

  AnswerFilter(Providers writers, ResourceInfo resource, KnownAnswers known) {
    this.writers = writers;
    this.resource = resource;
    this.known = known;
  }

  @ServerResponseFilter
  void answer(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    var entity = response.getEntity();
    if (entity instanceof Answer answer) {
      send(answer, request, response);
    } else if (entity instanceof ProblemDetail problem) {
      tell(problem, request, response);
    } else if (entity instanceof Record record) {
      var answer = made(record, request, response);
      if (response.getStatus() == Response.Status.OK.getStatusCode()) {
        known.keep(request, answer);
      }
      send(answer, request, response);
    }
  }

  private Answer made(
      Record entity, ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    var type = mediaType(request);
    byte[] bytes = written(entity, type, response);
    var given = response.getEntityTag();
    var link =
        entity instanceof Page<?> page && page.nextCursor() != null
            ? "<%s>; rel=\"next\"".formatted(next(request.getUriInfo(), page.nextCursor()))
            : null;
    return new Answer(
        bytes,
        given == null ? AnswerBodies.digest(bytes) : given.getValue(),
        type,
        (String) response.getHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE),
        link);
  }

  private void send(
      Answer answer, ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    var headers = response.getHeaders();
    boolean zipped = answer.isCompressible() && acceptsGzip(request);
    if (answer.isCompressible() || answer.language() != null) {
      headers.putSingle(HttpHeaders.VARY, vary(answer));
    }
    if (answer.language() != null) {
      headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, answer.language());
    }
    if (!DryRun.isAsked(request.getUriInfo())) {
      if (isRead(request) && isStale(answer, request)) {
        tell(Refusal.stale().problem(), request, response);
        return;
      }
      var suffix = zipped ? TagList.COMPRESSED : "";
      headers.putSingle(HttpHeaders.ETAG, '"' + answer.tag() + suffix + '"');
      var had = new TagList(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
      if (isRead(request) && had.namesWeakly(answer.tag())) {
        response.setStatusInfo(Response.Status.NOT_MODIFIED);
        response.setEntity(null);
        return;
      }
    }
    if (answer.link() != null) {
      headers.putSingle(HttpHeaders.LINK, answer.link());
    }
    if (zipped) {
      headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setEntity(zipped ? answer.compressed() : answer.bytes(), NONE, answer.type());
  }

  private static boolean isStale(Answer answer, ContainerRequestContext request) {
    var meant = new TagList(request.getHeaderString(HttpHeaders.IF_MATCH));
    return !meant.isAbsent() && !meant.names(answer.tag());
  }

  private static String vary(Answer answer) {
    if (answer.language() == null) {
      return HttpHeaders.ACCEPT_ENCODING;
    }
    return answer.isCompressible()
        ? Languages.VARY + ", " + HttpHeaders.ACCEPT_ENCODING
        : Languages.VARY;
  }

  private static boolean acceptsGzip(ContainerRequestContext request) {
    var accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
            .map(coding -> coding.replace(" ", ""))
            .anyMatch(
                c -> c.equals("gzip") || c.startsWith("gzip;") && !c.matches(".*;q=0(\\.0*)?"));
  }

  private void tell(
      ProblemDetail problem, ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    var type = MediaType.valueOf(ProblemDetail.MEDIA_TYPE);
    response.setStatus(problem.status());
    response.setEntity(written(problem, type, response), NONE, type);
  }

  @SuppressWarnings("unchecked")
  private byte[] written(Record entity, MediaType type, ContainerResponseContext response)
      throws IOException {
    var writer =
        (MessageBodyWriter<Record>)
            writers.getMessageBodyWriter(entity.getClass(), entity.getClass(), NONE, type);
    var out = new ByteArrayOutputStream();
    writer.writeTo(
        entity, entity.getClass(), entity.getClass(), NONE, type, response.getHeaders(), out);
    return out.toByteArray();
  }

  /** Of the media types that the operation has, the one that the client likes best. */
  private MediaType mediaType(ContainerRequestContext request) {
    var types = produced(resource.getResourceMethod());
    if (types.length == 1) {
      return types[0];
    }
    var chosen = request.getRequest().selectVariant(Variant.mediaTypes(types).build());
    return chosen == null ? types[0] : chosen.getMediaType();
  }

  private static MediaType[] produced(Method method) {
    var produces = method == null ? null : method.getAnnotation(Produces.class);
    if (method != null && produces == null) {
      produces = method.getDeclaringClass().getAnnotation(Produces.class);
    }
    return produces == null
        ? new MediaType[] {MediaType.APPLICATION_JSON_TYPE}
        : Arrays.stream(produces.value())
            .map(t -> MediaType.valueOf(t.startsWith("text/") ? t + ";charset=UTF-8" : t))
            .toArray(MediaType[]::new);
  }

  private static boolean isRead(ContainerRequestContext request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** Replaces the cursor in the address; all other parameters keep their order. */
  private static String next(UriInfo uri, String cursor) {
    var asked = uri.getRequestUri();
    var query = new StringJoiner("&", asked.getRawPath() + "?", "");
    if (asked.getRawQuery() != null) {
      Arrays.stream(asked.getRawQuery().split("&"))
          .filter(p -> !p.startsWith("cursor="))
          .forEach(query::add);
    }
    return query.add("cursor=" + cursor).toString();
  }
}
