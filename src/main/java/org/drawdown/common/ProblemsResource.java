package org.drawdown.common;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kinds of problems, each at the address that is its type: JSON for programs, HTML for who
 * follows the link in a browser. Whether one has to be signed in to read them is a matter of
 * configuration.
 */
@Path("problems")
@PermitAll
class ProblemsResource {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head><meta charset="utf-8"><title>%2$s</title></head>
      <body>
      <h1>%2$s</h1>
      <dl>
      %3$s
      </dl>
      </body>
      </html>
      """;

  private final Representations representations;
  private final ObjectMapper mapper;

  ProblemsResource(Representations representations, ObjectMapper mapper) {
    this.representations = representations;
    this.mapper = mapper;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@Context HttpHeaders headers, @Context Request request) {
    var language = Text.favourite(headers.getAcceptableLanguages());
    var all = Arrays.stream(Problem.Kind.values()).map(k -> view(k, language)).toList();
    return representations.answer(new Page(all, null, null), request, language);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page(@Context HttpHeaders headers, @Context Request request) {
    return html(List.of(Problem.Kind.values()), headers, request);
  }

  @GET
  @Path("{name}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response get(
      @PathParam("name") String name, @Context HttpHeaders headers, @Context Request request) {
    var language = Text.favourite(headers.getAcceptableLanguages());
    return representations.answer(view(kind(name), language), request, language);
  }

  @GET
  @Path("{name}")
  @Produces(MediaType.TEXT_HTML)
  public Response pageOf(
      @PathParam("name") String name, @Context HttpHeaders headers, @Context Request request) {
    return html(List.of(kind(name)), headers, request);
  }

  private static Problem.Kind kind(String name) {
    return Problem.Kind.find(name)
        .orElseThrow(() -> Refusal.notFound("There is no problem of the name %s", name));
  }

  private ObjectNode view(Problem.Kind kind, Locale language) {
    return mapper
        .createObjectNode()
        .put("type", kind.type())
        .put("title", kind.title().in(language))
        .put("status", kind.status())
        .put("description", kind.description().in(language));
  }

  private Response html(List<Problem.Kind> kinds, HttpHeaders headers, Request request) {
    var language = Text.favourite(headers.getAcceptableLanguages());
    var entries =
        kinds.stream()
            .map(
                k ->
                    "<dt><a href=\"%s\">%d %s</a></dt>\n<dd>%s</dd>"
                        .formatted(
                            k.type(),
                            k.status(),
                            k.title().in(language),
                            k.description().in(language)))
            .collect(Collectors.joining("\n"));
    var title = Text.of("Problems").in(language);
    return representations.page(
        PAGE.formatted(language.getLanguage(), title, entries), request, language);
  }
}
