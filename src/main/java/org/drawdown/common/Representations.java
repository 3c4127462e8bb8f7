package org.drawdown.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * JSON answers with an ETag that is a digest of what is sent, so that it changes just when the
 * answer does, whatever it was made from.
 */
@ApplicationScoped
public class Representations {

  private final ObjectMapper mapper;

  public Representations(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The answer to a GET: the body, or 304 where the client has it already. */
  public Response answer(Object body, Request request) {
    return conditional(body, request).build();
  }

  /** The same for what is said in a language. */
  public Response answer(Object body, Request request, Locale language) {
    return said(conditional(body, request), language);
  }

  /** The same for a page that a browser shows. */
  public Response page(String html, Request request, Locale language) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return said(conditional(bytes, "text/html;charset=UTF-8", request), language);
  }

  private static Response said(Response.ResponseBuilder builder, Locale language) {
    return builder.language(language).header(HttpHeaders.VARY, "Accept, Accept-Language").build();
  }

  /** The same for a page, with its Link header. */
  public Response answer(Page page, Request request, UriInfo uri) {
    var builder = conditional(page, request);
    if (page.nextCursor() != null) {
      builder.link(next(uri, page.nextCursor()), "next");
    }
    return builder.build();
  }

  /** The same address with another cursor, the parameters as and in the order that they came. */
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

  private Response.ResponseBuilder conditional(Object body, Request request) {
    return conditional(bytes(body), MediaType.APPLICATION_JSON, request);
  }

  private static Response.ResponseBuilder conditional(byte[] bytes, String type, Request request) {
    var tag = new EntityTag(digest(bytes));
    var known = request.evaluatePreconditions(tag);
    return known == null ? Response.ok(bytes, type).tag(tag) : known.tag(tag);
  }

  /** The answer to a write: the body as it now is, with its ETag. */
  public Response.ResponseBuilder written(Response.Status status, Object body) {
    byte[] bytes = bytes(body);
    return Response.status(status)
        .entity(bytes)
        .type(MediaType.APPLICATION_JSON)
        .tag(new EntityTag(digest(bytes)));
  }

  /**
   * Lets a write pass only if the client means the present version.
   *
   * @throws Refusal 428 without If-Match, 412 if it names another version
   */
  public void requireMatch(HttpHeaders headers, Object present) {
    var given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.isBlank()) {
      throw Refusal.unconditional();
    }
    var tag = '"' + digest(bytes(present)) + '"';
    if (Arrays.stream(given.split(","))
        .map(String::strip)
        .noneMatch(t -> t.equals("*") || t.equals(tag))) {
      throw Refusal.stale();
    }
  }

  private byte[] bytes(Object body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A digest of bytes, 32 hexadecimal digits. */
  public static String digest(byte[] bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
