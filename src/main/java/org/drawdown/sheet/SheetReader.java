package org.drawdown.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.drawdown.api.contract.Column;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.language.Text;
import org.drawdown.sheet.grid.Grid;

/** Reads the rows of one sheet. */
final class SheetReader {

  private static final int EXAMPLES = 6;

  private static final List<Object> NOWHERE = Arrays.asList(null, null);

  private final RequestBodies json;
  private final CellValues values;
  private final Wanted wanted;
  private final SheetFaults faults;
  private final List<Fault> warnings;
  private final Headings headings;

  /**
   * What is read.
   *
   * @param list name of the list
   * @param columns that its documents have
   * @param key field by which its documents are told apart; null where they have no name
   * @param present fields of the document of a key, as it is now; null where there is none
   */
  record Wanted(
      String list,
      List<Column> columns,
      String key,
      Function<String, Map<String, Object>> present) {

    Wanted(String list, List<Column> columns, String key) {
      this(list, columns, key, name -> null);
    }
  }

  SheetReader(
      RequestBodies json,
      CellValues values,
      Wanted wanted,
      SheetFaults faults,
      List<Fault> warnings) {
    this.json = json;
    this.values = values;
    this.wanted = wanted;
    this.faults = faults;
    this.warnings = warnings;
    this.headings = new Headings(wanted.list(), wanted.columns());
  }

  /** The documents of a sheet, those that cannot be understood left out. */
  List<SheetRow> read(Grid.Sheet sheet) {
    var head = head(sheet);
    if (head == null) {
      var known = headings.some(EXAMPLES, Locale.ENGLISH);
      faults.add(
          new Fault(
              "",
              m ->
                  m.headingsMissing(
                      wanted.list(),
                      String.join(", ", headings.some(EXAMPLES, language(m.language())))),
              sheet.name(),
              sheet.rows().isEmpty() ? null : sheet.rows().get(0).first().at(),
              known.isEmpty() || sheet.rows().isEmpty()
                  ? null
                  : sheet.rows().get(0).first().text()));
      return List.of();
    }
    return new Body(sheet, head, targets(sheet, head)).read();
  }

  private static Locale language(String tag) {
    return Locale.forLanguageTag(tag);
  }

  /** The row with the most headings that are known. */
  private Grid.Row head(Grid.Sheet sheet) {
    Grid.Row best = null;
    long most = Math.min(1, wanted.columns().size() - 1);
    for (var row : sheet.rows().subList(0, Math.min(Headings.TITLES, sheet.rows().size()))) {
      long known =
          row.cells().values().stream().filter(c -> headings.of(c.text()).isPresent()).count();
      if (known > most) {
        most = known;
        best = row;
      }
    }
    return best;
  }

  private Map<Integer, Headings.Target> targets(Grid.Sheet sheet, Grid.Row head) {
    var targets = new TreeMap<Integer, Headings.Target>();
    var taken = new HashMap<String, Grid.Cell>();
    head.cells()
        .forEach(
            (column, cell) -> {
              var target = headings.of(cell.text()).orElse(null);
              if (target == null) {
                unknown(sheet, cell);
              } else if (target.column().told()) {
                warnings.add(at(sheet, cell, m -> m.headingTold(cell.shown())));
              } else if (target.part() != Headings.Part.NOTHING) {
                var first = taken.putIfAbsent(target.pointer(), cell);
                if (first == null) {
                  targets.put(column, target);
                } else {
                  twice(sheet, first, cell, column, target, targets);
                }
              }
            });
    return targets;
  }

  /** Of two headings for one column the one that is its name is meant, such as Id beside N°. */
  private void twice(
      Grid.Sheet sheet,
      Grid.Cell first,
      Grid.Cell second,
      int column,
      Headings.Target target,
      Map<Integer, Headings.Target> targets) {
    boolean one = headings.isFirst(first.text(), target.column());
    boolean other = headings.isFirst(second.text(), target.column());
    if (one == other) {
      faults.add(at(sheet, second, m -> m.headingTwice(second.text(), first.text(), first.at())));
    } else if (one) {
      warnings.add(at(sheet, second, m -> m.headingIgnored(second.text())));
    } else {
      warnings.add(at(sheet, first, m -> m.headingIgnored(first.text())));
      targets.values().removeIf(t -> t.pointer().equals(target.pointer()));
      targets.put(column, target);
    }
  }

  private void unknown(Grid.Sheet sheet, Grid.Cell cell) {
    var near = headings.near(cell.text());
    if (near.isPresent()) {
      faults.add(
          at(
              sheet,
              cell,
              m ->
                  m.headingUnknown(
                      cell.shown(),
                      Vocabulary.heading(
                          wanted.list(), near.get().path(), language(m.language())))));
    } else {
      warnings.add(at(sheet, cell, m -> m.headingIgnored(cell.shown())));
    }
  }

  private static Fault at(Grid.Sheet sheet, Grid.Cell cell, Text detail) {
    return new Fault("", detail, sheet.name(), cell.at(), cell.shown());
  }

  /** The rows below the headings. */
  private final class Body {
    private final Grid.Sheet sheet;
    private final Grid.Row head;
    private final Map<Integer, Headings.Target> targets;
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final Map<String, Grid.Cell> keys = new HashMap<>();
    private final LinkedHashSet<String> missing = new LinkedHashSet<>();

    /** Pointer to the document that the row stands for. */
    private String at = "";

    Body(Grid.Sheet sheet, Grid.Row head, Map<Integer, Headings.Target> targets) {
      this.sheet = sheet;
      this.head = head;
      this.targets = targets;
      targets.forEach((column, target) -> columnOf.put(target.column().path(), column));
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
                        Vocabulary.heading(wanted.list(), column, language(m.language()))),
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
        warnings.add(at(sheet, first, m -> m.totalLeftOut()));
        return false;
      }
      long needed = wanted.columns().stream().filter(Column::required).count();
      if (row.cells().size() == 1 && needed > 1) {
        faults.add(at(sheet, first, m -> m.cellAlone(first.shown())));
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
        } catch (CellValues.Unclear e) {
          faults.add(at(sheet, cell, e.why()).under(at + entry.getValue().pointer()));
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
          faults.add(at(sheet, cell.getValue(), m -> m.cellsBeside()).under(at));
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
        var detail = at(sheet, cell, m -> m.rowTwice(cell.shown(), first.at()));
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
                                wanted.list(), column.path(), language(m.language()))),
                    sheet.name(),
                    row.at(there).at(),
                    null));
          }
        }
      }
      return lacks;
    }

    private Object value(Grid.Cell cell, Headings.Target target) throws CellValues.Unclear {
      var column = target.column();
      return switch (column.kind()) {
        case POINT ->
            target.part() == Headings.Part.ALL ? values.point(cell) : values.degrees(cell);
        case RECORDS, JSON -> json(cell, column);
        default -> values.of(cell, column);
      };
    }

    /** An entry of the record goes by its number or its name, which is no JSON. */
    private Object json(Grid.Cell cell, Column column) throws CellValues.Unclear {
      var value = json.value(cell.text());
      if (value == null && "Corrects".equals(column.schema())) {
        return cell.text();
      }
      if (value == null) {
        throw new CellValues.Unclear(m -> m.notJson(cell.shown()));
      }
      return value;
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
}
