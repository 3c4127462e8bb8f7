package org.drawdown.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How rows are shown. */
final class Output {

  private static final CsvMapper CSV = new CsvMapper();

  /** The forms. */
  enum Form {
    TABLE,
    CSV,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-f", "--format"},
      defaultValue = "table",
      description = "table, csv or json; ${DEFAULT-VALUE} unless given")
  private Form form;

  /** Where it is shown. */
  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where is told what is no result. */
  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Whether the reader is a program that wants all there is. */
  boolean isJson() {
    return form == Form.JSON;
  }

  /** Shows some columns of rows; all of the rows where it is JSON. */
  void show(List<String> columns, List<Map<String, Object>> rows) {
    switch (form) {
      case JSON -> out().println(PlanFile.text(rows));
      case CSV -> out().print(csv(columns, rows));
      default -> table(columns, rows);
    }
    out().flush();
  }

  private static String csv(List<String> columns, List<Map<String, Object>> rows) {
    var schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    var texts =
        rows.stream()
            .map(row -> columns.stream().collect(Collectors.toMap(c -> c, c -> text(row.get(c)))))
            .toList();
    try {
      return CSV.writer(schema.build().withHeader()).writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void table(List<String> columns, List<Map<String, Object>> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(columns);
    rows.forEach(row -> lines.add(columns.stream().map(c -> text(row.get(c))).toList()));
    for (var line : lines) {
      var shown = new StringBuilder();
      for (int c = 0; c < columns.size(); c++) {
        int at = c;
        int width = lines.stream().mapToInt(l -> l.get(at).length()).max().orElse(0);
        boolean number = rows.stream().allMatch(r -> isNumber(r.get(columns.get(at))));
        shown.append(
            ("%" + (number ? "" : "-") + Math.max(1, width) + "s  ").formatted(line.get(c)));
      }
      out().println(shown.toString().stripTrailing());
    }
  }

  private static boolean isNumber(Object value) {
    return value == null || value instanceof Number;
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(Output::text).collect(Collectors.joining(" "));
    }
    return value == null ? "" : value.toString();
  }
}
