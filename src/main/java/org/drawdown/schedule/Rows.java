package org.drawdown.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Which rows of a schedule's list a client wants: by fields, and by the days that they cover. */
final class Rows {

  private final String first;
  private final String last;
  private BiPredicate<MultivaluedMap<String, String>, JsonNode> fields = (filters, row) -> true;

  private Rows(String first, String last) {
    this.first = first;
    this.last = last;
  }

  /** Rows that cover the days from one field to another; the latter open where it is null. */
  static Rows between(String first, String last) {
    return new Rows(first, last);
  }

  /** Rows of one day each. */
  static Rows on(String day) {
    return new Rows(day, day);
  }

  /** Filters by a field of the parameter's name. */
  Rows same(String field) {
    return and(field, (row, value) -> row.path(field).asText().equals(value));
  }

  /** Filters by what stands in a field of the elements of a list. */
  Rows listed(String parameter, String list, String field) {
    return and(
        parameter,
        (row, value) -> {
          for (var element : row.path(list)) {
            if (element.path(field).asText().equals(value)) {
              return true;
            }
          }
          return false;
        });
  }

  private Rows and(String parameter, BiPredicate<JsonNode, String> condition) {
    fields =
        fields.and(
            (filters, row) ->
                !filters.containsKey(parameter)
                    || condition.test(row, filters.getFirst(parameter)));
    return this;
  }

  /** The rows that satisfy all filters given. ISO 8601 days compare as text. */
  Predicate<JsonNode> wanted(MultivaluedMap<String, String> filters) {
    var on = filters.getFirst("on");
    var from = filters.getFirst("from");
    var to = filters.getFirst("to");
    return row -> {
      var begins = row.path(first).asText();
      var ends = row.path(last).isNull() ? "9999-12-31" : row.path(last).asText();
      return fields.test(filters, row)
          && (on == null || begins.compareTo(on) <= 0 && ends.compareTo(on) >= 0)
          && (from == null || ends.compareTo(from) >= 0)
          && (to == null || begins.compareTo(to) <= 0);
    };
  }
}
