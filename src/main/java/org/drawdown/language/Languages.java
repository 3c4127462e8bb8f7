package org.drawdown.language;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The languages that the service speaks. */
public final class Languages {

  /** All of them; the first is spoken where a client accepts none. */
  public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

  /** The value of Vary of an answer that is told in the client's language. */
  public static final String VARY = "Accept, Accept-Language";

  /** A French word that loses its vowel before a name that begins with one. */
  private static final Pattern ELIDED = Pattern.compile("\\b([Dd]|[Qq]u)e (?=[AEIOUÉÈÊÎÔ])");

  private Languages() {}

  /** The first of a client's languages that the service speaks, or English. */
  public static Locale favourite(List<Locale> acceptable) {
    return acceptable.stream()
        .map(l -> Locale.forLanguageTag(l.getLanguage()))
        .filter(SPOKEN::contains)
        .findFirst()
        .orElse(SPOKEN.get(0));
  }

  /** A text in one of {@link #SPOKEN}. */
  public static String say(Text text, Locale language) {
    var said =
        text.in(MessageBundles.get(Messages.class, Localized.Literal.of(language.getLanguage())));
    return Locale.FRENCH.equals(language) ? ELIDED.matcher(said).replaceAll("$1'") : said;
  }
}
