package org.drawdown.sheet.grid;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.contract.LargeBody;
import org.drawdown.api.problem.Refusal;

/**
 * A table or a workbook as a client sent it, not yet understood.
 *
 * @param language that days and numbers are written in, as a tag (RFC 5646); null where nobody says
 */
@ContractSchema("Table")
@LargeBody
public record Grid(String language, List<Sheet> sheets) {

  /** The most rows of a sheet. */
  static final int MOST_ROWS = 50_000;

  /** The most cells of all sheets together that are not blank. */
  static final int MOST_CELLS = 500_000;

  /** A cell that is longer is not repeated in full. */
  private static final int LONGEST_SHOWN = 80;

  /** The most columns of a sheet. */
  static final int MOST_COLUMNS = 500;

  /**
   * A sheet.
   *
   * @param name null where the table is no workbook
   * @param rows those that are not blank, from the top
   * @param readings all that its text can be, where it does not tell what separates its cells
   */
  public record Sheet(String name, List<Row> rows, @JsonIgnore List<Reading> readings) {

    /** A sheet that can be read in one way. */
    public Sheet(String name, List<Row> rows) {
      this(name, rows, List.of());
    }
  }

  /**
   * What a text is by one of the signs that may separate its cells.
   *
   * @param rows as far as it could be read
   * @param problem what is wrong with it; null where nothing is
   */
  public record Reading(List<Row> rows, Refusal problem) {}

  /**
   * A row.
   *
   * @param number from 1, as a spreadsheet counts
   * @param cells those that are not blank, by column from 0
   */
  public record Row(int number, Map<Integer, Cell> cells) {
    public Row {
      cells = new TreeMap<>(cells);
    }

    /** The cell of a column from 0; a blank one where nothing stands. */
    public Cell at(int column) {
      var cell = cells.get(column);
      return cell == null ? new Cell(address(column, number), "", Kind.TEXT) : cell;
    }

    /** Its first cell that is not blank. */
    public Cell first() {
      return cells.values().iterator().next();
    }
  }

  /**
   * A cell.
   *
   * @param at its place, such as {@code D12}
   * @param text without blanks around it; a number as JSON writes it, a day or a moment by ISO 8601
   */
  public record Cell(String at, String text, Kind kind) {

    /** Its text for people; null where nothing stands there. */
    public String shown() {
      return text.isEmpty()
          ? null
          : text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /** Whether nothing stands there. */
    public boolean isBlank() {
      return text.isEmpty() && kind == Kind.TEXT;
    }
  }

  /** What a spreadsheet holds a cell for. */
  public enum Kind {
    TEXT,
    NUMBER,
    DAY,
    MOMENT,
    TRUTH,
    FORMULA,
    ERROR
  }

  /** The place of a cell as spreadsheets name it. */
  static String address(int column, int row) {
    var letters = new StringBuilder();
    for (int c = column; c >= 0; c = c / 26 - 1) {
      letters.insert(0, (char) ('A' + c % 26));
    }
    return letters.toString() + row;
  }
}
