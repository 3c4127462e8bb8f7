package org.drawdown.planning;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Puts dates into what the engine says, which knows days by their number only. */
final class Wording {

  private static final Pattern DAY = Pattern.compile("\\bday (-?[0-9]{1,7})\\b");

  private Wording() {}

  /** A sentence of the engine with every "day 12" as a date. */
  static String dated(String sentence, LocalDate start) {
    return DAY.matcher(sentence)
        .replaceAll(day -> start.plusDays(Long.parseLong(day.group(1))).toString());
  }
}
