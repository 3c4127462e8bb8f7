package org.drawdown.sheet.cell;

import java.util.List;
import java.util.Locale;

/** How the writer of a table writes days and numbers. */
enum Language {
  /** Nobody says. */
  UNKNOWN,
  /** A comma for decimals, the day before the month. */
  FRENCH,
  /** A comma for thousands; whether the day comes first, nobody says. */
  ENGLISH,
  /** A comma for thousands, the day before the month. */
  ENGLISH_DAY_FIRST,
  /** A comma for thousands, the month before the day. */
  ENGLISH_MONTH_FIRST;

  private static final List<String> MONTH_FIRST = List.of("US", "PH");

  /**
   * The language of a tag.
   *
   * @param tag by RFC 5646, or null; one that is malformed or of another language says nothing
   */
  static Language of(String tag) {
    var locale = Locale.forLanguageTag(tag == null ? "" : tag.strip());
    var language = locale.getLanguage();
    if (language.equals(Locale.FRENCH.getLanguage())) {
      return FRENCH;
    }
    if (!language.equals(Locale.ENGLISH.getLanguage())) {
      return UNKNOWN;
    }
    var country = locale.getCountry();
    return country.isEmpty()
        ? ENGLISH
        : MONTH_FIRST.contains(country) ? ENGLISH_MONTH_FIRST : ENGLISH_DAY_FIRST;
  }

  boolean isEnglish() {
    return this == ENGLISH || this == ENGLISH_DAY_FIRST || this == ENGLISH_MONTH_FIRST;
  }

  /** Whether it tells which of two numbers is the month. */
  boolean ordersDays() {
    return this != UNKNOWN && this != ENGLISH;
  }
}
