package org.drawdown.api.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.drawdown.language.Languages;
import org.drawdown.language.Text;

/**
 * Writes answers of some types in a form beside JSON. Pages that print have one frame.
 *
 * @param <T> what it writes
 */
public abstract class AnswerWriter<T> implements MessageBodyWriter<T> {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head><meta charset="utf-8"><title>%2$s</title>
      <style>
      %3$s
      </style></head>
      <body>
      <h1>%2$s</h1>
      %4$s
      </body>
      </html>
      """;

  /** A4, with tables that are ruled. */
  private static final String STYLE =
      """
      @page { size: A4; margin: 12mm }
      body { font: 9pt/1.25 sans-serif; margin: 0 auto; max-width: 186mm }
      h1 { font-size: 14pt; margin: 0 0 2mm } h2 { font-size: 10pt; margin: 3mm 0 1mm }
      table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
      td, th { border: 0.2mm solid #999; padding: 0.4mm 1mm; text-align: left; vertical-align: top }
      """;

  private final HttpHeaders request;
  private final Set<Class<?>> types;

  /** A writer of answers of just these types. */
  protected AnswerWriter(HttpHeaders request, Class<?>... types) {
    this.request = request;
    this.types = Set.of(types);
  }

  /**
   * An answer as it is sent.
   *
   * @param headers of the answer
   */
  protected abstract byte[] written(T answer, MultivaluedMap<String, Object> headers)
      throws IOException, XMLStreamException;

  @Override
  public final boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return types.contains(type);
  }

  @Override
  public final void writeTo(
      T answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    try {
      out.write(written(answer, headers));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** The language that the reader likes best; the answer's headers say so. */
  protected final Locale language(MultivaluedMap<String, Object> headers) {
    var language = Languages.favourite(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    headers.putSingle(HttpHeaders.VARY, Languages.VARY);
    return language;
  }

  /**
   * A page that prints.
   *
   * @param title as HTML
   * @param style what is styled otherwise than on other pages
   * @param body as HTML
   */
  protected static byte[] page(Locale language, String title, String style, String body) {
    return PAGE.formatted(language.getLanguage(), title, STYLE + style, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The tables of a page.
   *
   * @param language of their headings
   */
  public record PageTables(Locale language) {

    /** A text as HTML. */
    public String say(Text text) {
      return html(Languages.say(text, language));
    }

    /** A row of cells that are HTML. */
    public static String row(String... cells) {
      return Stream.of(cells)
          .map(cell -> "<td>" + cell + "</td>")
          .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** A table; without a row of headings where there are none. */
    public String table(List<Text> heads, List<String> rows) {
      var head =
          heads.stream()
              .map(h -> "<th>" + say(h) + "</th>")
              .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>\n"));
      return "<table>" + (heads.isEmpty() ? "" : head) + String.join("", rows) + "</table>\n";
    }

    /** A table with a title; nothing where it has no rows. */
    public String section(Text title, List<Text> heads, List<String> rows) {
      return rows.isEmpty() ? "" : "<h2>%s</h2>\n".formatted(say(title)) + table(heads, rows);
    }
  }

  /** A value as text within HTML; empty for null. */
  public static String html(Object value) {
    return Objects.toString(value, "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
