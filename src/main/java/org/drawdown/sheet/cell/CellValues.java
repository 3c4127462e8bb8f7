package org.drawdown.sheet.cell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drawdown.api.contract.Column;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.sheet.grid.Grid;

/**
 * What cells mean. Words that can only mean one thing are understood; of those that can mean two,
 * their writer is asked.
 */
public final class CellValues {

  private static final String COUNTRY = "Country";
  private static final String CODE = "Code";

  /** An entry of the record, which goes by its number or its name. */
  private static final String CORRECTS = "Corrects";

  /** No number, day, word or name of a place is longer. */
  private static final int LONGEST = 200;

  private final RequestBodies json;
  private final Map<String, String> places;
  private final Numbers numbers;
  private final Days days;

  /**
   * The meaning of the cells of a table.
   *
   * @param language that days and numbers are written in, as a tag; null where nobody says
   * @param zone of times that have none
   * @param places codes of the places by their plain names
   */
  public CellValues(RequestBodies json, String language, ZoneId zone, Map<String, String> places) {
    this.json = json;
    this.places = places;
    this.numbers = new Numbers(Language.of(language));
    this.days = new Days(Language.of(language), zone);
  }

  /**
   * The value of a cell that is not blank, as JSON would have it.
   *
   * @throws Unclear if it cannot be understood
   */
  public Object of(Grid.Cell cell, Column column) throws Unclear {
    requirePlain(cell);
    var text = cell.text();
    if (text.length() > LONGEST && isShort(column)) {
      throw new Unclear(m -> m.cellTooLong(cell.shown()));
    }
    return switch (column.kind()) {
      case WHOLE_NUMBER -> numbers.whole(cell);
      case NUMBER, NUMBERS_BY_NAME -> numbers.any(cell);
      case POINT -> numbers.point(cell);
      case DAY -> days.day(cell).toString();
      case MOMENT -> days.moment(cell).toString();
      case TRUTH -> truth(text);
      case TEXTS -> texts(text, column);
      case TEXT -> text(text, column);
      case RECORDS, JSON -> json(cell, column);
    };
  }

  /** A longitude or a latitude of its own. */
  public Object degrees(Grid.Cell cell) throws Unclear {
    requirePlain(cell);
    return numbers.degrees(cell);
  }

  private static void requirePlain(Grid.Cell cell) throws Unclear {
    if (cell.kind() == Grid.Kind.FORMULA) {
      throw new Unclear(m -> m.cellIsFormula());
    }
    if (cell.kind() == Grid.Kind.ERROR) {
      throw new Unclear(m -> m.cellIsError(cell.shown()));
    }
  }

  private static boolean isShort(Column column) {
    return switch (column.kind()) {
      case TEXT -> !isFree(column);
      case TEXTS, RECORDS, JSON -> false;
      default -> true;
    };
  }

  /** Whether any text may stand there. */
  private static boolean isFree(Column column) {
    return column.words().isEmpty()
        && !COUNTRY.equals(column.schema())
        && !CODE.equals(column.schema());
  }

  private static Object truth(String text) throws Unclear {
    var truth = Vocabulary.truth(text);
    if (truth == null) {
      throw new Unclear(m -> m.neitherYesNorNo(text));
    }
    return truth;
  }

  private List<Object> texts(String text, Column column) throws Unclear {
    var values = new ArrayList<Object>();
    for (var part : Arrays.stream(text.split("[;,\n]")).map(String::strip).toList()) {
      if (part.length() > LONGEST && !isFree(column)) {
        throw new Unclear(m -> m.cellTooLong(part.substring(0, LONGEST) + "…"));
      }
      if (!part.isEmpty()) {
        values.add(text(part, column));
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
    if (!meant.isEmpty()) {
      throw new Unclear(m -> m.wordCanBeTwo(text, String.join(", ", meant)));
    }
    var allowed = String.join(", ", words);
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

  private Object json(Grid.Cell cell, Column column) throws Unclear {
    var value = json.value(cell.text());
    if (value == null && CORRECTS.equals(column.schema())) {
      return cell.text();
    }
    if (value == null) {
      throw new Unclear(m -> m.notJson(cell.shown()));
    }
    return value;
  }
}
