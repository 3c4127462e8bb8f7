package org.drawdown.api.answer;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.EntityTag;
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
import java.util.StringJoiner;
import org.drawdown.api.page.Page;
import org.drawdown.api.problem.ProblemDetail;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Turns what a resource returned into what is sent: the bytes that the writer of its media type
 * makes, with an ETag, a Link to the next page, and 304 where the client has them already.
 */
class AnswerFilter {

  private static final Annotation[] NONE = new Annotation[0];

  private final Providers writers;
  private final ResourceInfo resource;

  AnswerFilter(Providers writers, ResourceInfo resource) {
    this.writers = writers;
    this.resource = resource;
  }

  @ServerResponseFilter
  void answer(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(response.getEntity() instanceof Record entity)) {
      return;
    }
    boolean problem = entity instanceof ProblemDetail;
    var type = problem ? MediaType.valueOf(ProblemDetail.MEDIA_TYPE) : mediaType(request);
    byte[] bytes = written(entity, type, response);
    if (!problem && !DryRun.isAsked(request.getUriInfo())) {
      var tag = new EntityTag(AnswerBodies.digest(bytes));
      response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tag.getValue() + '"');
      if (isRead(request) && request.getRequest().evaluatePreconditions(tag) != null) {
        response.setStatusInfo(Response.Status.NOT_MODIFIED);
        response.setEntity(null);
        return;
      }
    }
    if (entity instanceof Page<?> page && page.nextCursor() != null) {
      var next = next(request.getUriInfo(), page.nextCursor());
      response.getHeaders().putSingle(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
    }
    response.setEntity(bytes, NONE, type);
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
            .map(t -> MediaType.valueOf(t.startsWith("text/html") ? t + ";charset=UTF-8" : t))
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
