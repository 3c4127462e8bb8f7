package org.drawdown.common;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Something said to a client, in English or in French. */
@FunctionalInterface
public interface Text {

  /** The languages that the service speaks; the first where a client asks for none of them. */
  List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  /** What is said, in one of {@link #LANGUAGES}. */
  String in(Locale language);

  /**
   * A sentence.
   *
   * @param english as {@link String#format} takes it; its French stands beside it in {@code
   *     french.json}
   * @param values what is filled in; those that are texts themselves are said in the same language
   */
  static Text of(String english, Object... values) {
    return language -> {
      var pattern =
          Locale.FRENCH.equals(language) ? French.OF.getOrDefault(english, english) : english;
      var said = Arrays.stream(values).map(v -> v instanceof Text t ? t.in(language) : v).toArray();
      if (values.length == 0) {
        return pattern;
      }
      var filled = pattern.formatted(said);
      return Locale.FRENCH.equals(language) ? French.elided(filled) : filled;
    };
  }

  /** Those of the client's languages that the service speaks, the client's favourite. */
  static Locale favourite(List<Locale> acceptable) {
    return acceptable.stream()
        .map(l -> Locale.forLanguageTag(l.getLanguage()))
        .filter(LANGUAGES::contains)
        .findFirst()
        .orElse(LANGUAGES.get(0));
  }

  /** What stands in {@code french.json}: French by English. */
  final class French {
    static final Map<String, String> OF = read();

    /** What a name that is filled in may follow, and is shortened before a vowel. */
    private static final Pattern ELIDED = Pattern.compile("\\b([Dd]|[Qq]u)e (?=[AEIOUÉÈÊÎÔ])");

    private French() {}

    static String elided(String sentence) {
      return ELIDED.matcher(sentence).replaceAll("$1'");
    }

    private static Map<String, String> read() {
      try (var file = Text.class.getResourceAsStream("/french.json")) {
        return new ObjectMapper().readValue(file, new TypeReference<Map<String, String>>() {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
