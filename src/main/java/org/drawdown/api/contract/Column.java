package org.drawdown.api.contract;

import java.util.List;

/**
 * A field of the documents of a schema, as a table has a column for it.
 *
 * @param path names of the fields on the way to it, with points between ({@code aircraft.seats})
 * @param required whether a document cannot do without it
 * @param told whether it is told in answers only
 * @param words that it may be, or that its items may be; none where it is free
 * @param schema that it has by name ({@code Code}, {@code Country}); null where it has none
 * @param explanation what it means, in English; may be empty
 * @param items columns of its records; none unless it is {@link Kind#RECORDS}
 */
public record Column(
    String path,
    Kind kind,
    boolean required,
    boolean told,
    List<String> words,
    String schema,
    String explanation,
    List<Column> items) {

  /** What the cells of a column hold. */
  public enum Kind {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    DAY,
    /** A day and a time. */
    MOMENT,
    /** Yes or no. */
    TRUTH,
    /** Texts with semicolons between. */
    TEXTS,
    /** Longitude and latitude. */
    POINT,
    /** Numbers by names that are free, each of which has a column of its own. */
    NUMBERS_BY_NAME,
    /** A list of records, which a workbook has as a sheet of its own. */
    RECORDS,
    /** Anything else, as JSON. */
    JSON
  }

  /** This column for one of the names that are free. */
  public Column of(String name) {
    return new Column(
        path + "." + name, Kind.NUMBER, false, told, words, schema, explanation, items);
  }

  /** The last name of its path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
