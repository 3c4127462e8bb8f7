package org.drawdown.sheet.cell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.drawdown.sheet.grid.Grid;

/** Numbers as people write them. A spreadsheet's own numbers are what they are. */
final class Numbers {

  /** Spaces of all kinds, and apostrophes, within numbers. */
  private static final Pattern BLANKS = Pattern.compile("(?<=[0-9])[\\h'’](?=[0-9]{3})");

  private static final Pattern DASH = Pattern.compile("[-–—]+|(?i)n/?[ad]|néant|nil|tbd|\\?");
  private static final Pattern COMMAS_FOR_THOUSANDS =
      Pattern.compile("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern COMMA_FOR_DECIMALS = Pattern.compile("-?[0-9]+,[0-9]+");

  /** One mark before three digits, which may be thousands or decimals; or several, which cannot. */
  private static final Pattern GROUPS =
      Pattern.compile("-?[1-9][0-9]{0,2}([.,])[0-9]{3}((\\1[0-9]{3})*)");

  /** The service has no number of more digits before or behind the point. */
  private static final int MOST_DIGITS = 30;

  private final Language language;

  Numbers(Language language) {
    this.language = language;
  }

  /**
   * A number that has no fraction: a comma in it is for thousands unless the language is French.
   */
  BigInteger whole(Grid.Cell cell) throws Unclear {
    var plain = plain(cell);
    if (cell.kind() != Grid.Kind.NUMBER) {
      boolean thousands =
          language != Language.FRENCH
              && COMMAS_FOR_THOUSANDS.matcher(plain).matches()
              && plain.indexOf('.') < 0;
      plain = thousands ? plain.replace(",", "") : withoutGroups(plain, cell);
    }
    try {
      return decimal(plain.replace(',', '.')).setScale(0, RoundingMode.UNNECESSARY).toBigInteger();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Unclear(m -> m.notAWholeNumber(cell.shown()));
    }
  }

  private static String withoutGroups(String plain, Grid.Cell cell) throws Unclear {
    var groups = GROUPS.matcher(plain);
    if (!groups.matches()) {
      return plain;
    }
    var whole = plain.replaceAll("[.,]", "");
    if (groups.group(2).isEmpty()) {
      var part = plain.replace(',', '.');
      throw new Unclear(m -> m.numberCanBeTwo(cell.shown(), whole, part));
    }
    return whole;
  }

  /** A point is for decimals, as the service writes them; a comma can be for thousands as well. */
  BigDecimal any(Grid.Cell cell) throws Unclear {
    var plain = plain(cell);
    if (cell.kind() != Grid.Kind.NUMBER && plain.indexOf(',') >= 0) {
      boolean thousands = COMMAS_FOR_THOUSANDS.matcher(plain).matches();
      boolean decimals = COMMA_FOR_DECIMALS.matcher(plain).matches();
      if (thousands && decimals && language == Language.UNKNOWN) {
        var one = plain.replace(",", "");
        var other = plain.replace(',', '.');
        throw new Unclear(m -> m.numberCanBeTwo(cell.shown(), one, other));
      }
      boolean dropped = thousands && language != Language.FRENCH;
      plain = dropped ? plain.replace(",", "") : plain.replace(',', '.');
    }
    return read(plain, cell);
  }

  /** Degrees have no thousands. */
  BigDecimal degrees(Grid.Cell cell) throws Unclear {
    return read(plain(cell).replace(',', '.'), cell);
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

  /** A dash is nought to some and unknown to others. */
  private static String plain(Grid.Cell cell) throws Unclear {
    if (DASH.matcher(cell.text()).matches()) {
      throw new Unclear(m -> m.dashIsUnclear(cell.shown()));
    }
    return BLANKS.matcher(cell.text()).replaceAll("");
  }

  /** 50 and not 5E+1. */
  private static BigDecimal read(String text, Grid.Cell cell) throws Unclear {
    try {
      var number = decimal(text);
      return number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number;
    } catch (NumberFormatException e) {
      throw new Unclear(m -> m.notANumber(cell.shown()));
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
}
