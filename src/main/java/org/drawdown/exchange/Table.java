package org.drawdown.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drawdown.sheet.cell.Vocabulary;

/**
 * A list as a table: a column for each field of its JSON, one inside another by a point ({@code
 * airfield.runwayM}), lists of words with semicolons between, lists of records as JSON.
 *
 * @param columns names of the columns, in the order in which the list has them first
 * @param rows the cells of each row by column, each a text, a number or a truth value
 */
record Table(List<String> columns, List<Map<String, Object>> rows) {

  /** The table of a list. */
  static Table of(List<?> items, Function<Object, String> json) {
    var rows = new ArrayList<Map<String, Object>>();
    var columns = new LinkedHashSet<String>();
    for (var item : items) {
      var row = new LinkedHashMap<String, Object>();
      flatten("", item, row, json);
      rows.add(row);
      columns.addAll(row.keySet());
    }
    columns.removeIf(c -> columns.stream().anyMatch(other -> other.startsWith(c + ".")));
    rows.forEach(row -> row.keySet().retainAll(columns));
    return new Table(List.copyOf(columns), rows);
  }

  /**
   * What its columns are called in a language, no two of them alike.
   *
   * @param list the list, as its path ends
   */
  List<String> headings(String list, Locale language) {
    var words = columns.stream().map(c -> Vocabulary.shown(list, c, language)).toList();
    return IntStream.range(0, words.size())
        .mapToObj(
            i -> Collections.frequency(words, words.get(i)) > 1 ? columns.get(i) : words.get(i))
        .toList();
  }

  /** What a cell shows as text; empty where the row has no such field. */
  static String text(Object cell) {
    return Objects.toString(cell, "");
  }

  private static void flatten(
      String name, Object value, Map<String, Object> row, Function<Object, String> json) {
    if (value instanceof Map<?, ?> fields) {
      for (var field : fields.entrySet()) {
        var inside = name.isEmpty() ? "" + field.getKey() : name + "." + field.getKey();
        flatten(inside, field.getValue(), row, json);
      }
    } else if (value instanceof List<?> values) {
      row.put(name, list(values, json));
    } else if (value instanceof String text) {
      row.put(name, harmless(text));
    } else {
      row.put(name, value == null ? "" : value);
    }
  }

  private static String list(List<?> values, Function<Object, String> json) {
    if (!values.isEmpty() && values.stream().allMatch(Number.class::isInstance)) {
      return joined(values);
    }
    boolean records = values.stream().anyMatch(v -> v instanceof Map || v instanceof List);
    return records ? json.apply(values) : harmless(joined(values));
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining("; "));
  }

  /** Text that a spreadsheet would take for a formula is marked as text (OWASP, CSV injection). */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
