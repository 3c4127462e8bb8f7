package org.drawdown.sheet.cell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drawdown.sheet.grid.Grid;

/** Days, with or without their times, as people write them. */
final class Days {

  private static final int CENTURY = 2000;
  private static final int MONTHS = 12;

  private static final Pattern SLASHED =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})");
  private static final Pattern NAMED =
      Pattern.compile(
          "([0-9]{1,2})(?:er|st|nd|rd|th)?[ .-]?(\\p{L}+)\\.?[ .-]?([0-9]{4}|[0-9]{2})");

  /** A date-time group, such as 180600Z JUL 23 (ACP 121). */
  private static final Pattern GROUP =
      Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})Z ?(\\p{L}{3,}) ?([0-9]{4}|[0-9]{2})");

  /** Between a day and its time, which is as 18:00, 18h00, 1800 or 1800Z. */
  private static final String BEFORE_TIME = "[T ](?=[0-9]{1,2}[:hH]|[0-9]{4}Z?$)";

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendPattern("H:mm[:ss]").toFormatter(Locale.ROOT);

  private final Language language;
  private final ZoneId zone;

  /**
   * Days of a table.
   *
   * @param zone of times that have none
   */
  Days(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  /** A day; what has a time is none, so that no time is lost. */
  LocalDate day(Grid.Cell cell) throws Unclear {
    if (cell.kind() == Grid.Kind.DAY) {
      return LocalDate.parse(cell.text());
    }
    if (cell.kind() == Grid.Kind.TEXT) {
      try {
        return day(cell.text());
      } catch (DateTimeException e) {
        throw new Unclear(m -> m.notADay(cell.shown()));
      }
    }
    throw new Unclear(m -> m.notADay(cell.shown()));
  }

  private LocalDate day(String text) throws Unclear {
    var slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return slashed(slashed);
    }
    var named = NAMED.matcher(text);
    return named.matches()
        ? date(named.group(3), month(named.group(2)), named.group(1))
        : LocalDate.parse(text.replace('/', '-').replaceFirst("[ T]00:00(:00)?$", ""));
  }

  private LocalDate slashed(Matcher written) throws Unclear {
    int first = Integer.parseInt(written.group(1));
    int second = Integer.parseInt(written.group(2));
    boolean either = first != second && first <= MONTHS && second <= MONTHS;
    var dayFirst = either || second <= MONTHS ? date(written, 2, 1) : null;
    if (either && !language.ordersDays()) {
      var monthFirst = date(written, 1, 2);
      throw new Unclear(
          m -> m.dayCanBeTwo(written.group(), dayFirst.toString(), monthFirst.toString()));
    }
    boolean american = second > MONTHS || either && language == Language.ENGLISH_MONTH_FIRST;
    return american ? date(written, 1, 2) : dayFirst;
  }

  private static LocalDate date(Matcher written, int month, int day) {
    return date(written.group(3), Integer.parseInt(written.group(month)), written.group(day));
  }

  private static LocalDate date(String year, int month, String day) {
    int number = Integer.parseInt(year);
    return LocalDate.of(
        year.length() == 2 ? CENTURY + number : number, month, Integer.parseInt(day));
  }

  private static int month(String name) {
    var plain = Likeness.plain(name);
    for (var month : Month.values()) {
      for (var spoken : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        var whole = Likeness.plain(month.getDisplayName(TextStyle.FULL, spoken));
        // Juin and juillet begin alike.
        if (plain.length() >= 3 && whole.startsWith(plain) && !plain.equals("jui")) {
          return month.getValue();
        }
      }
    }
    throw new DateTimeException(name);
  }

  /** A day and its time. */
  Instant moment(Grid.Cell cell) throws Unclear {
    try {
      if (cell.kind() == Grid.Kind.MOMENT) {
        return LocalDateTime.parse(cell.text()).atZone(zone).toInstant();
      }
      var group = GROUP.matcher(cell.text());
      return group.matches() ? ofGroup(group) : moment(cell.text());
    } catch (DateTimeException e) {
      throw new Unclear(m -> m.notAMoment(cell.shown()));
    }
  }

  private static Instant ofGroup(Matcher group) {
    return date(group.group(5), month(group.group(4)), group.group(1))
        .atTime(Integer.parseInt(group.group(2)), Integer.parseInt(group.group(3)))
        .toInstant(ZoneOffset.UTC);
  }

  private Instant moment(String text) throws Unclear {
    var parts = text.replaceFirst("(?i) (à|at) ", " ").split(BEFORE_TIME, 2);
    if (parts.length < 2) {
      throw new DateTimeException(text);
    }
    if (parts[0].matches("[0-9]{4}-.*") && parts[1].matches(".*[+-][0-9:]+")) {
      return OffsetDateTime.parse(parts[0] + "T" + parts[1]).toInstant();
    }
    boolean utc = parts[1].endsWith("Z");
    var time =
        parts[1]
            .replaceFirst("(\\.[0-9]+)?Z?$", "")
            .replaceFirst("[hH]", ":")
            .replaceFirst(":$", ":00")
            .replaceFirst("^([0-9]{2})([0-9]{2})$", "$1:$2");
    return day(parts[0])
        .atTime(LocalTime.parse(time, TIME))
        .atZone(utc ? ZoneOffset.UTC : zone)
        .toInstant();
  }
}
