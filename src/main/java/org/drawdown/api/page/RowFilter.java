package org.drawdown.api.page;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which rows of a list at hand a client asks for: by fields, and by the days that they cover. */
public final class RowFilter<T> {

  private final Function<T, LocalDate> first;
  private final Function<T, LocalDate> last;
  private final Parameters query;
  private Predicate<T> wanted = row -> true;

  private RowFilter(Parameters query, Function<T, LocalDate> first, Function<T, LocalDate> last) {
    this.query = query;
    this.first = first;
    this.last = last;
  }

  /** Rows that cover the days from one field to another. */
  public static <T> RowFilter<T> between(
      Parameters query, Function<T, LocalDate> first, Function<T, LocalDate> last) {
    return new RowFilter<>(query, first, last);
  }

  /** Rows of one day each. */
  public static <T> RowFilter<T> on(Parameters query, Function<T, LocalDate> day) {
    return new RowFilter<>(query, day, day);
  }

  /** Filters by a field of the parameter's name. */
  public RowFilter<T> equal(String parameter, Function<T, ?> field) {
    var value = query.text(parameter);
    if (value != null) {
      wanted = wanted.and(row -> value.equals(String.valueOf(field.apply(row))));
    }
    return this;
  }

  /** The rows that satisfy all filters given. */
  public Predicate<T> wanted() {
    var on = query.day("on");
    var from = query.day("from");
    var to = query.day("to");
    return wanted.and(
        row ->
            (on == null || !first.apply(row).isAfter(on) && !last.apply(row).isBefore(on))
                && (from == null || !last.apply(row).isBefore(from))
                && (to == null || !first.apply(row).isAfter(to)));
  }
}
