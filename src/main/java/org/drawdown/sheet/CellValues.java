package org.drawdown.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drawdown.api.contract.Column;
import org.drawdown.language.Text;
import org.drawdown.sheet.grid.Grid;

/**
 * What cells mean. Words that can only mean one thing are understood; of those that can mean two,
 * their writer is asked.
 */
final class CellValues {

  private static final String COUNTRY = "Country";
  private static final String CODE = "Code";

  /** Spaces of all kinds, and apostrophes, within numbers. */
  private static final Pattern BLANKS = Pattern.compile("(?<=[0-9])[\\h'’](?=[0-9]{3})");

  private static final Pattern DASH = Pattern.compile("[-–—]+|(?i)n/?[ad]|néant|nil|tbd|\\?");
  private static final Pattern SLASHED =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})");
  private static final Pattern NAMED =
      Pattern.compile(
          "([0-9]{1,2})(?:er|st|nd|rd|th)?[ .-]?(\\p{L}+)\\.?[ .-]?([0-9]{4}|[0-9]{2})");

  private static final int CENTURY = 2000;

  /** No number, day, word or name of a place is longer. */
  private static final int LONGEST = 200;

  /** The service has no number of more digits before or behind the point. */
  private static final int MOST_DIGITS = 30;

  /** A cell that cannot be understood. */
  static final class Unclear extends Exception {
    private final transient Text why;

    Unclear(Text why) {
      super(null, null, false, false);
      this.why = why;
    }

    Text why() {
      return why;
    }
  }

  private final Locale language;
  private final ZoneId zone;
  private final Map<String, String> places;

  /**
   * The meaning of the cells of a table.
   *
   * @param language that days and numbers are written in; null where nobody says
   * @param zone of times that have none
   * @param places codes of the places by their plain names
   */
  CellValues(String language, ZoneId zone, Map<String, String> places) {
    this.language = language == null ? null : Locale.forLanguageTag(language.strip());
    this.zone = zone;
    this.places = places;
  }

  /** The value of a cell that is not blank, as JSON would have it. */
  Object of(Grid.Cell cell, Column column) throws Unclear {
    var text = cell.text();
    if (cell.kind() == Grid.Kind.FORMULA) {
      throw new Unclear(m -> m.cellIsFormula());
    }
    if (cell.kind() == Grid.Kind.ERROR) {
      throw new Unclear(m -> m.cellIsError(cell.shown()));
    }
    boolean free = column.kind() == Column.Kind.TEXT && isFree(column);
    if (text.length() > LONGEST && !free && column.kind() != Column.Kind.TEXTS) {
      throw new Unclear(m -> m.cellTooLong(cell.shown()));
    }
    return switch (column.kind()) {
      case WHOLE_NUMBER -> wholeNumber(cell);
      case NUMBER -> number(cell);
      case DAY -> day(cell).toString();
      case MOMENT -> moment(cell).toString();
      case TRUTH -> truth(text);
      case TEXTS -> texts(text, column);
      case TEXT -> text(text, column);
      default -> throw new IllegalArgumentException("no single cell has a " + column.kind());
    };
  }

  /** Whether any text may stand there. */
  private static boolean isFree(Column column) {
    return column.words().isEmpty()
        && !COUNTRY.equals(column.schema())
        && !CODE.equals(column.schema());
  }

  private boolean isFrench() {
    return language != null && language.getLanguage().equals(Locale.FRENCH.getLanguage());
  }

  private boolean isEnglish() {
    return language != null && language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private static void refuseDash(String text) throws Unclear {
    if (DASH.matcher(text).matches()) {
      throw new Unclear(m -> m.dashIsUnclear(text));
    }
  }

  private Object wholeNumber(Grid.Cell cell) throws Unclear {
    var text = cell.text();
    refuseDash(text);
    var plain = BLANKS.matcher(text).replaceAll("");
    if (cell.kind() != Grid.Kind.NUMBER
        && !isFrench()
        && plain.matches("-?[1-9][0-9]{0,2}(,[0-9]{3})+")) {
      plain = plain.replace(",", "");
    } else if (cell.kind() != Grid.Kind.NUMBER
        && plain.matches("-?[1-9][0-9]{0,2}([.,])[0-9]{3}(\\1[0-9]{3})*")) {
      var whole = plain.replaceAll("[.,]", "");
      var part = plain.replace(',', '.');
      if (plain.indexOf(plain.charAt(plain.length() - 4)) == plain.length() - 4) {
        throw new Unclear(m -> m.numberCanBeTwo(text, whole, part));
      }
      plain = whole;
    }
    try {
      return decimal(plain.replace(',', '.')).setScale(0, RoundingMode.UNNECESSARY).toBigInteger();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Unclear(m -> m.notAWholeNumber(text));
    }
  }

  /** A point is for decimals, as the service writes them; a comma can be for thousands as well. */
  BigDecimal number(Grid.Cell cell) throws Unclear {
    var text = cell.text();
    refuseDash(text);
    var plain = BLANKS.matcher(text).replaceAll("");
    if (cell.kind() != Grid.Kind.NUMBER && plain.indexOf(',') >= 0) {
      boolean thousands = plain.matches("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?");
      boolean decimals = plain.matches("-?[0-9]+,[0-9]+");
      if (thousands && decimals && !isFrench() && !isEnglish()) {
        var one = plain.replace(",", "");
        var other = plain.replace(',', '.');
        throw new Unclear(m -> m.numberCanBeTwo(text, one, other));
      }
      plain = thousands && !isFrench() ? plain.replace(",", "") : plain.replace(',', '.');
    }
    try {
      return plain(decimal(plain));
    } catch (NumberFormatException e) {
      throw new Unclear(m -> m.notANumber(text));
    }
  }

  /** Written out, a number such as 1e999999999 would fill the memory. */
  private static BigDecimal decimal(String text) {
    var number = new BigDecimal(text);
    if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  /** 50 and not 5E+1. */
  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 || number.stripTrailingZeros().scale() <= 0
        ? number.setScale(0)
        : number;
  }

  /** Degrees have no thousands. */
  BigDecimal degrees(Grid.Cell cell) throws Unclear {
    boolean comma = cell.text().matches("-?[0-9]+,[0-9]+");
    return number(
        comma ? new Grid.Cell(cell.at(), cell.text().replace(',', '.'), cell.kind()) : cell);
  }

  private LocalDate day(Grid.Cell cell) throws Unclear {
    var text = cell.text();
    if (cell.kind() == Grid.Kind.DAY) {
      return LocalDate.parse(text);
    }
    if (cell.kind() == Grid.Kind.TEXT) {
      try {
        return dayOf(text);
      } catch (DateTimeException e) {
        throw new Unclear(m -> m.notADay(text));
      }
    }
    throw new Unclear(m -> m.notADay(text));
  }

  private LocalDate dayOf(String text) throws Unclear {
    var slashed = SLASHED.matcher(text);
    var named = NAMED.matcher(text);
    if (slashed.matches()) {
      int first = Integer.parseInt(slashed.group(1));
      int second = Integer.parseInt(slashed.group(2));
      int year = year(slashed.group(3));
      if (first != second && first <= 12 && second <= 12 && !saysWhichComesFirst()) {
        var one = LocalDate.of(year, second, first).toString();
        var other = LocalDate.of(year, first, second).toString();
        throw new Unclear(m -> m.dayCanBeTwo(text, one, other));
      }
      boolean monthFirst = second > 12 || first <= 12 && isAmerican();
      return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }
    if (named.matches()) {
      return LocalDate.of(
          year(named.group(3)), month(named.group(2)), Integer.parseInt(named.group(1)));
    }
    return LocalDate.parse(text.replace('/', '-').replaceFirst("[ T]00:00(:00)?$", ""));
  }

  /** English alone does not tell whether the month comes first. */
  private boolean saysWhichComesFirst() {
    return language != null && (!isEnglish() || !language.getCountry().isEmpty());
  }

  private boolean isAmerican() {
    return isEnglish() && List.of("US", "PH").contains(language.getCountry());
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? CENTURY + year : year;
  }

  private static int month(String name) {
    var plain = Likeness.plain(name);
    for (int month = 1; month <= 12; month++) {
      for (var spoken : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        var whole = Likeness.plain(Month.of(month).getDisplayName(TextStyle.FULL, spoken));
        boolean cut = plain.length() >= 3 && whole.startsWith(plain) && !plain.equals("jui");
        if (cut || spoken == Locale.ENGLISH && plain.equals(whole.substring(0, 3))) {
          return month;
        }
      }
    }
    throw new DateTimeException(name);
  }

  private Instant moment(Grid.Cell cell) throws Unclear {
    var text = cell.text();
    if (cell.kind() == Grid.Kind.MOMENT) {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    }
    var group = MILITARY.matcher(text);
    if (group.matches()) {
      return militaryTime(group, text);
    }
    var parts =
        text.replaceFirst("(?i) (à|at) ", " ").split("[T ](?=[0-9]{1,2}[:hH]|[0-9]{4}Z?$)", 2);
    try {
      if (parts.length == 2
          && parts[0].matches("[0-9]{4}-.*")
          && parts[1].matches(".*(Z|[+-][0-9:]+)")) {
        return OffsetDateTime.parse(parts[0] + "T" + parts[1]).toInstant();
      }
      if (parts.length == 2) {
        boolean utc = parts[1].endsWith("Z");
        var time =
            parts[1]
                .replace("Z", "")
                .replaceFirst("(?i)h", ":")
                .replaceFirst(":$", ":00")
                .replaceFirst("^([0-9]{2})([0-9]{2})$", "$1:$2");
        return dayOf(parts[0])
            .atTime(LocalTime.parse(time, TIME))
            .atZone(utc ? ZoneOffset.UTC : zone)
            .toInstant();
      }
    } catch (DateTimeException e) {
      throw new Unclear(m -> m.notAMoment(text));
    }
    throw new Unclear(m -> m.notAMoment(text));
  }

  /** A date-time group, such as 180600Z JUL 23 (ACP 121). */
  private static final Pattern MILITARY =
      Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})Z ?(\\p{L}{3,}) ?([0-9]{4}|[0-9]{2})");

  private static Instant militaryTime(Matcher group, String text) throws Unclear {
    try {
      return LocalDate.of(
              year(group.group(5)), month(group.group(4)), Integer.parseInt(group.group(1)))
          .atTime(Integer.parseInt(group.group(2)), Integer.parseInt(group.group(3)))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Unclear(m -> m.notAMoment(text));
    }
  }

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendPattern("H:mm[:ss]").toFormatter(Locale.ROOT);

  private static Object truth(String text) throws Unclear {
    var truth = Vocabulary.truth(text);
    if (truth == null) {
      throw new Unclear(m -> m.neitherYesNorNo(text));
    }
    return truth;
  }

  private List<Object> texts(String text, Column column) throws Unclear {
    var values = new ArrayList<Object>();
    var single =
        new Column(
            column.path(),
            Column.Kind.TEXT,
            false,
            false,
            column.words(),
            column.schema(),
            column.explanation(),
            List.of());
    for (var part : Arrays.stream(text.split("[;,\n]")).map(String::strip).toList()) {
      if (part.length() > LONGEST && !isFree(single)) {
        throw new Unclear(m -> m.cellTooLong(part.substring(0, LONGEST) + "…"));
      }
      if (!part.isEmpty()) {
        values.add(text(part, single));
      }
    }
    return values;
  }

  private String text(String text, Column column) throws Unclear {
    if (!column.words().isEmpty()) {
      return word(text, column.words());
    }
    if (COUNTRY.equals(column.schema())) {
      return country(text);
    }
    return CODE.equals(column.schema()) ? place(text) : text;
  }

  private static String word(String text, List<String> words) throws Unclear {
    var meant = Vocabulary.meant(text, words);
    if (meant.size() == 1) {
      return meant.get(0);
    }
    var allowed = String.join(", ", words);
    if (!meant.isEmpty()) {
      throw new Unclear(m -> m.wordCanBeTwo(text, String.join(", ", meant)));
    }
    var near = Vocabulary.near(text, words);
    throw new Unclear(
        m ->
            near.isPresent()
                ? m.notAWordBut(text, near.get(), allowed)
                : m.notAWordOf(text, allowed));
  }

  private static String country(String text) throws Unclear {
    var meant = Vocabulary.countries(text);
    if (meant.size() == 1) {
      return meant.iterator().next();
    }
    if (text.matches("[A-Z]{3}")) {
      return text;
    }
    throw new Unclear(
        m ->
            meant.isEmpty() ? m.notACountry(text) : m.wordCanBeTwo(text, String.join(", ", meant)));
  }

  /** By its code or its name; of what is unknown the mission's own checks say that it is. */
  private String place(String text) throws Unclear {
    var known = places.get(Likeness.plain(text));
    if (known != null) {
      return known;
    }
    var near = Likeness.near(text, places.keySet()).map(places::get);
    if (near.isPresent()) {
      throw new Unclear(m -> m.notAPlaceBut(text, near.get()));
    }
    return text.toUpperCase(Locale.ROOT);
  }

  /** A pair of degrees, east before north. */
  List<BigDecimal> point(Grid.Cell cell) throws Unclear {
    var parts = cell.text().split("[;|]");
    try {
      if (parts.length == 2) {
        return List.of(decimal(parts[0].strip()), decimal(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      throw new Unclear(m -> m.notAPointOf(cell.shown()));
    }
    throw new Unclear(m -> m.notAPointOf(cell.shown()));
  }
}
