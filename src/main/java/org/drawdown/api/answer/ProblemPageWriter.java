package org.drawdown.api.answer;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.drawdown.api.page.Page;
import org.drawdown.language.Languages;
import org.drawdown.language.Messages;

/** Writes kinds of problems as a page for people who follow the link of a problem's type. */
@Provider
@Produces(MediaType.TEXT_HTML)
class ProblemPageWriter implements MessageBodyWriter<Record> {

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

  private final HttpHeaders request;

  ProblemPageWriter(HttpHeaders request) {
    this.request = request;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == ProblemKindView.class || type == Page.class;
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var language = Languages.favourite(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    var kinds = answer instanceof Page<?> page ? page.items() : List.of(answer);
    var entries =
        kinds.stream()
            .map(kind -> entry((ProblemKindView) kind, language))
            .collect(Collectors.joining("\n"));
    var title = Languages.say(Messages::problems, language);
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    headers.putSingle(HttpHeaders.VARY, Languages.VARY);
    out.write(
        PAGE.formatted(language.getLanguage(), title, entries).getBytes(StandardCharsets.UTF_8));
  }

  private static String entry(ProblemKindView kind, Locale language) {
    return "<dt><a href=\"%s\">%d %s</a></dt>\n<dd>%s</dd>"
        .formatted(
            kind.type(),
            kind.status(),
            Languages.say(kind.title(), language),
            Languages.say(kind.description(), language));
  }
}
