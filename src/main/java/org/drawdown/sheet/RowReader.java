package org.drawdown.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.drawdown.api.contract.Column;
import org.drawdown.api.problem.Fault;
import org.drawdown.sheet.cell.CellValues;
import org.drawdown.sheet.cell.Unclear;
import org.drawdown.sheet.cell.Vocabulary;
import org.drawdown.sheet.grid.Grid;

/** Reads the rows below the headings of one sheet. */
final class RowReader {

  private static final List<Object> NOWHERE = Arrays.asList(null, null);

  private final Grid.Sheet sheet;
  private final Grid.Row head;
  private final Map<Integer, Headings.Target> targets;
  private final CellValues values;
  private final SheetReader.Wanted wanted;
  private final SheetFaults faults;
  private final List<Fault> warnings;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, Grid.Cell> keys = new HashMap<>();
  private final LinkedHashSet<String> missing = new LinkedHashSet<>();

  /** Pointer to the document that the row stands for. */
  private String at = "";

  RowReader(
      Grid.Sheet sheet,
      Grid.Row head,
      Map<Integer, Headings.Target> targets,
      CellValues values,
      SheetReader.Wanted wanted,
      SheetFaults faults,
      List<Fault> warnings) {
    this.values = values;
    this.wanted = wanted;
    this.faults = faults;
    this.warnings = warnings;
    this.sheet = sheet;
    this.head = head;
    this.targets = targets;
    targets.forEach(
        (column, target) -> {
          if (target.part() != Headings.Part.TIME) {
            columnOf.put(target.column().path(), column);
          }
        });
  }

  List<SheetRow> read() {
    var rows = new ArrayList<SheetRow>();
    int position = 0;
    for (var row : sheet.rows()) {
      if (row.number() > head.number() && isMeant(row)) {
        at = "/%s/%d".formatted(wanted.list(), position++);
        var read = row(row);
        if (read != null) {
          rows.add(read);
        }
      }
    }
    for (var column : missing) {
      faults.add(
          new Fault(
              "",
              m ->
                  m.columnMissing(
                      Vocabulary.heading(
                          wanted.list(), column, SheetReader.language(m.language()))),
              sheet.name(),
              head.first().at(),
              null));
    }
    return rows;
  }

  /** Whether a row is a document, and not a title, a total or a remark. */
  private boolean isMeant(Grid.Row row) {
    if (targets.keySet().stream().allMatch(c -> row.at(c).isBlank())) {
      return false;
    }
    var first = row.first();
    if (Vocabulary.isTotal(first.text())) {
      warnings.add(SheetReader.at(sheet, first, m -> m.totalLeftOut()));
      return false;
    }
    long needed = wanted.columns().stream().filter(Column::required).count();
    if (row.cells().size() == 1 && needed > 1) {
      faults.add(SheetReader.at(sheet, first, m -> m.cellAlone(first.shown())));
      return false;
    }
    return true;
  }

  private SheetRow row(Grid.Row row) {
    boolean whole = noneBeside(row);
    var read = new LinkedHashMap<Headings.Target, Object>();
    for (var entry : targets.entrySet()) {
      if (entry.getValue().part() == Headings.Part.TIME) {
        continue;
      }
      var cell = withTime(row, row.at(entry.getKey()), entry.getValue());
      try {
        read.put(entry.getValue(), cell.isBlank() ? null : value(cell, entry.getValue()));
      } catch (Unclear e) {
        faults.add(SheetReader.at(sheet, cell, e.why()).under(at + entry.getValue().pointer()));
        whole = false;
      }
    }
    if (!whole) {
      return null;
    }
    var key = key(read);
    var present = key == null ? null : wanted.present().apply(key);
    var keyCell =
        wanted.key() != null && columnOf.containsKey(wanted.key())
            ? row.at(columnOf.get(wanted.key()))
            : row.first();
    var made = new SheetRow(sheet.name(), keyCell, present == null ? Map.of() : present);
    targets.forEach((column, target) -> made.from(target.pointer(), row.at(column)));
    read.forEach((target, value) -> put(made, target, value));
    return isTaken(key, keyCell) || lacks(made, row) ? null : made;
  }

  /** In a table of text a cell too many is one that its writer forgot to put in quotes. */
  private boolean noneBeside(Grid.Row row) {
    if (sheet.name() != null) {
      return true;
    }
    int last = head.cells().keySet().stream().mapToInt(c -> c).max().orElse(0);
    for (var cell : row.cells().entrySet()) {
      if (cell.getKey() > last) {
        faults.add(SheetReader.at(sheet, cell.getValue(), m -> m.cellsBeside()).under(at));
        return false;
      }
    }
    return true;
  }

  /** A day, and its time from the column that it has. */
  private Grid.Cell withTime(Grid.Row row, Grid.Cell day, Headings.Target target) {
    if (target.column().kind() != Column.Kind.MOMENT || day.isBlank()) {
      return day;
    }
    for (var entry : targets.entrySet()) {
      var time = row.at(entry.getKey());
      if (entry.getValue().part() == Headings.Part.TIME
          && entry.getValue().column().equals(target.column())
          && !time.isBlank()) {
        var clock = time.text().replaceFirst(".*T(?=[0-9])", "");
        return new Grid.Cell(day.at(), day.text() + " " + clock, Grid.Kind.TEXT);
      }
    }
    return day;
  }

  private String key(Map<Headings.Target, Object> read) {
    return read.entrySet().stream()
        .filter(e -> e.getKey().column().path().equals(wanted.key()) && e.getValue() != null)
        .map(e -> String.valueOf(e.getValue()))
        .findFirst()
        .orElse(null);
  }

  private boolean isTaken(String key, Grid.Cell cell) {
    var first = key == null ? null : keys.putIfAbsent(key, cell);
    if (first != null) {
      var detail = SheetReader.at(sheet, cell, m -> m.rowTwice(cell.shown(), first.at()));
      faults.add(detail.under(at + "/" + wanted.key()));
    }
    return first != null;
  }

  /** Whether it lacks what a document cannot do without. */
  private boolean lacks(SheetRow made, Grid.Row row) {
    boolean lacks = false;
    for (var column : wanted.columns()) {
      if (column.required() && made.get(column.path()) == null) {
        lacks = true;
        var there = columnOf.get(column.path());
        if (there == null) {
          missing.add(column.path());
        } else {
          faults.add(
              new Fault(
                  at + "/" + column.path().replace('.', '/'),
                  m ->
                      m.cellMissing(
                          Vocabulary.heading(
                              wanted.list(), column.path(), SheetReader.language(m.language()))),
                  sheet.name(),
                  row.at(there).at(),
                  null));
        }
      }
    }
    return lacks;
  }

  private Object value(Grid.Cell cell, Headings.Target target) throws Unclear {
    return switch (target.part()) {
      case LONGITUDE, LATITUDE -> values.degrees(cell);
      default -> values.of(cell, target.column());
    };
  }

  private void put(SheetRow made, Headings.Target target, Object value) {
    var path = target.column().path();
    if (target.column().equals(SheetForms.OTHERS)) {
      if (value instanceof Map<?, ?> others) {
        others.forEach((name, field) -> made.put(String.valueOf(name), field));
      }
      return;
    }
    if (target.column().kind() != Column.Kind.POINT) {
      made.put(path, value);
      return;
    }
    boolean all = target.part() == Headings.Part.ALL;
    var before = all ? value : made.get(path + ".coordinates");
    var coordinates = new ArrayList<Object>(before instanceof List<?> two ? two : NOWHERE);
    if (!all) {
      coordinates.set(target.part() == Headings.Part.LONGITUDE ? 0 : 1, value);
    }
    made.put(
        path,
        coordinates.equals(NOWHERE)
            ? null
            : new LinkedHashMap<>(Map.of("type", "Point", "coordinates", coordinates)));
  }
}
