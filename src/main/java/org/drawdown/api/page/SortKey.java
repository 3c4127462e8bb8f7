package org.drawdown.api.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * A column to sort a list by.
 *
 * @param path the column, an expression of the query language that is never null
 * @param value of the column in a row
 * @param read a value from the text that {@code toString} gave for it
 */
public record SortKey<E>(String path, Function<E, Object> value, Function<String, Object> read) {

  /** A column of text; a row without it sorts as empty text. */
  public static <E> SortKey<E> text(String path, Function<E, String> value) {
    return new SortKey<>(
        "coalesce(%s, '')".formatted(path),
        row -> value.apply(row) == null ? "" : value.apply(row),
        text -> text);
  }

  /** The column of the key, text. */
  public static <E> SortKey<E> key(String path, Function<E, String> value) {
    return new SortKey<>(path, value::apply, text -> text);
  }

  /** A column of whole numbers. */
  public static <E> SortKey<E> number(String path, Function<E, Integer> value) {
    return new SortKey<>(path, value::apply, Integer::valueOf);
  }

  /** A column of days. */
  public static <E> SortKey<E> day(String path, Function<E, LocalDate> value) {
    return new SortKey<>(path, value::apply, LocalDate::parse);
  }

  /** A column of instants. */
  public static <E> SortKey<E> instant(String path, Function<E, Instant> value) {
    return new SortKey<>(path, value::apply, Instant::parse);
  }
}
