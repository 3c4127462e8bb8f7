package org.drawdown.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.drawdown.api.contract.Column;
import org.drawdown.api.problem.Fault;
import org.drawdown.language.Text;
import org.drawdown.sheet.cell.CellValues;
import org.drawdown.sheet.cell.Vocabulary;
import org.drawdown.sheet.grid.Grid;

/** Finds the headings of one sheet, and has the rows below them read. */
final class SheetReader {

  private static final int EXAMPLES = 6;

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

  SheetReader(CellValues values, Wanted wanted, SheetFaults faults, List<Fault> warnings) {
    this.values = values;
    this.wanted = wanted;
    this.faults = faults;
    this.warnings = warnings;
    this.headings = new Headings(wanted.list(), wanted.columns());
  }

  /** The documents of a sheet, those that cannot be understood left out. */
  List<SheetRow> read(Grid.Sheet sheet) {
    var head = headings.row(sheet.rows());
    if (head == null) {
      var first = sheet.rows().isEmpty() ? null : sheet.rows().get(0).first();
      faults.add(
          new Fault(
              "",
              m ->
                  m.headingsMissing(
                      wanted.list(),
                      String.join(", ", headings.some(EXAMPLES, language(m.language())))),
              sheet.name(),
              first == null ? null : first.at(),
              first == null ? null : first.shown()));
      return List.of();
    }
    return new RowReader(sheet, head, targets(sheet, head), values, wanted, faults, warnings)
        .read();
  }

  static Locale language(String tag) {
    return Locale.forLanguageTag(tag);
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
      faults.add(at(sheet, second, m -> m.headingTwice(second.shown(), first.shown(), first.at())));
    } else if (one) {
      warnings.add(at(sheet, second, m -> m.headingIgnored(second.shown())));
    } else {
      warnings.add(at(sheet, first, m -> m.headingIgnored(first.shown())));
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

  /** A fault of a cell, whose document nobody knows yet. */
  static Fault at(Grid.Sheet sheet, Grid.Cell cell, Text detail) {
    return new Fault("", detail, sheet.name(), cell.at(), cell.shown());
  }
}
