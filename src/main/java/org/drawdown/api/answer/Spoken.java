package org.drawdown.api.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Objects;
import org.drawdown.language.Languages;

/** Answers that are words: in which language, and safe where they stand in a page. */
public final class Spoken {

  private Spoken() {}

  /**
   * The language that the reader of an answer likes best.
   *
   * @param headers of the answer, which say so
   */
  public static Locale language(HttpHeaders request, MultivaluedMap<String, Object> headers) {
    var language = Languages.favourite(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    headers.putSingle(HttpHeaders.VARY, Languages.VARY);
    return language;
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
