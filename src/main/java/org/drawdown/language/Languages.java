package org.drawdown.language;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages that the service speaks. */
public final class Languages {

  /** All of them; the first is spoken where a client accepts none. */
  public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

  /** The value of Vary of an answer that is told in the client's language. */
  public static final String VARY = "Accept, Accept-Language";

  /** A French word that loses its vowel before a name that begins with one. */
  private static final Pattern ELIDED = Pattern.compile("\\b([Dd]|[Qq]u)e (?=[AEIOUÉÈÊÎÔ])");

  private static final Map<Locale, Messages> WORDS = new ConcurrentHashMap<>();

  private Languages() {}

  /**
   * The language that a client likes best of those that the service speaks, or English.
   *
   * @param acceptLanguage the header (RFC 9110, 12.5.4), or null; one that is malformed says
   *     nothing
   */
  public static Locale favourite(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return SPOKEN.get(0);
    }
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage);
      var refused = new HashSet<String>();
      ranges.stream()
          .filter(r -> r.getWeight() == 0)
          .forEach(r -> refused.add(language(r.getRange())));
      return ranges.stream()
          .filter(r -> r.getWeight() > 0)
          .flatMap(r -> meant(language(r.getRange()), refused))
          .findFirst()
          .orElse(SPOKEN.get(0));
    } catch (IllegalArgumentException malformed) {
      return SPOKEN.get(0);
    }
  }

  private static Stream<Locale> meant(String range, Set<String> refused) {
    return SPOKEN.stream()
        .filter(
            l ->
                range.equals("*")
                    ? !refused.contains(l.getLanguage())
                    : range.equals(l.getLanguage()));
  }

  private static String language(String range) {
    return range.split("-")[0];
  }

  /** A text in one of {@link #SPOKEN}. */
  public static String say(Text text, Locale language) {
    var said = text.in(WORDS.computeIfAbsent(language, Words::in));
    return Locale.FRENCH.equals(language) ? ELIDED.matcher(said).replaceAll("$1'") : said;
  }
}
