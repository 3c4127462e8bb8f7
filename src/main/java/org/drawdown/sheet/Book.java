package org.drawdown.sheet;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.api.contract.Column;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.sheet.cell.CellValues;
import org.drawdown.sheet.cell.Likeness;
import org.drawdown.sheet.cell.Vocabulary;
import org.drawdown.sheet.grid.Grid;

/** A workbook while it is read. */
final class Book {
  private static final Set<String> ASIDE = Set.of("explanations", "explications", "words", "mots");

  private final Grid grid;
  private final SheetForms forms;
  private final RequestBodies json;
  final SheetFaults faults = new SheetFaults();
  final List<Fault> warnings = new ArrayList<>();

  /** The meaning of the cells, once the places are known. */
  CellValues values;

  Book(Grid grid, SheetForms forms) {
    this.grid = grid;
    this.forms = forms;
    this.json = forms.json();
  }

  private List<Grid.Sheet> data() {
    return grid.sheets().stream()
        .filter(s -> s.name() == null || !ASIDE.contains(Likeness.plain(s.name())))
        .toList();
  }

  /** What the request says, or else the sheet of explanations. */
  String language() {
    if (grid.language() != null) {
      return grid.language();
    }
    for (var sheet : grid.sheets()) {
      if (sheet.name() != null && ASIDE.contains(Likeness.plain(sheet.name()))) {
        for (var row : sheet.rows()) {
          if (Set.of("language", "langue").contains(Likeness.plain(row.at(0).text()))
              && !row.at(1).isBlank()) {
            return row.at(1).text();
          }
        }
      }
    }
    return null;
  }

  Grid.Sheet find(String name) {
    var called = new LinkedHashSet<String>(Vocabulary.names("sheet", name));
    called.add(name);
    return data().stream()
        .filter(s -> s.name() != null)
        .filter(
            s -> called.stream().anyMatch(c -> Likeness.plain(c).equals(Likeness.plain(s.name()))))
        .findFirst()
        .orElse(null);
  }

  /** The sheet of the only list that is wanted. */
  Grid.Sheet single(String list) {
    var named = find(list);
    var sheets =
        data().stream().filter(s -> !s.rows().isEmpty() || !s.readings().isEmpty()).toList();
    if (named != null || sheets.size() == 1) {
      var chosen = named == null ? sheets.get(0) : named;
      var parts = forms.parts(list).keySet().stream().map(c -> find(c.name())).toList();
      for (var other : sheets) {
        if (!other.equals(chosen) && !parts.contains(other)) {
          warnings.add(new Fault("", m -> m.sheetNotAsked(other.name()), other.name(), null, null));
        }
      }
      return read(chosen, list);
    }
    throw Refusal.invalid(
        List.of(new Fault("", sheets.isEmpty() ? Messages::sheetEmpty : m -> m.sheetsMany(list))));
  }

  /** A text as what it has the most headings of a list by. */
  private Grid.Sheet read(Grid.Sheet sheet, String list) {
    if (sheet.readings().isEmpty()) {
      return sheet;
    }
    var headings = new Headings(list, forms.of(list));
    var best = sheet.readings().get(0);
    long most = 0;
    for (var reading : sheet.readings()) {
      var row = headings.row(reading.rows());
      long known = row == null ? 0 : headings.known(row);
      if (known > most) {
        most = known;
        best = reading;
      }
    }
    if (best.problem() != null) {
      throw best.problem();
    }
    return new Grid.Sheet(sheet.name(), best.rows());
  }

  /** Sheets of a mission that nobody knows are left out, unless their names are misspelt. */
  void requireKnown() {
    var known = new ArrayList<>(List.of(SheetForms.MISSION, SheetForms.SOURCES));
    known.addAll(MissionSheets.LISTS.keySet());
    var lists = List.copyOf(known);
    lists.forEach(list -> forms.parts(list).keySet().forEach(c -> known.add(c.name())));
    requireKnown(known);
  }

  /** Sheets that nobody knows are left out, unless their names are misspelt. */
  void requireKnown(List<String> known) {
    if (data().size() < 2) {
      return;
    }
    for (var sheet : data()) {
      if (sheet.name() != null && known.stream().noneMatch(k -> sheet.equals(find(k)))) {
        var text = sheet.name();
        var wrong =
            new Fault("", m -> m.sheetUnknown(text, String.join(", ", known)), text, null, null);
        if (Likeness.near(text, known).isPresent()) {
          faults.add(wrong);
        } else {
          warnings.add(new Fault("", m -> m.sheetIgnored(text), text, null, null));
        }
      }
    }
  }

  /** Adds the places of a sheet to those that are known by name. */
  void names(String list, Grid.Sheet sheet, Map<String, String> places) {
    if (sheet == null) {
      return;
    }
    var named =
        forms.of(list).stream().filter(c -> Set.of("code", "name").contains(c.path())).toList();
    var free = new CellValues(json, null, ZoneOffset.UTC, Map.of());
    new SheetReader(
            free, new SheetReader.Wanted(list, named, "code"), new SheetFaults(), new ArrayList<>())
        .read(sheet)
        .forEach(
            row -> MissionSheets.name(places, String.valueOf(row.get("code")), row.get("name")));
  }

  List<SheetRow> read(Grid.Sheet sheet, SheetReader.Wanted wanted) {
    return new SheetReader(values, wanted, faults, warnings).read(sheet);
  }

  /** The mission stands in a row as all else does, or field by field in a column. */
  List<SheetRow> mission(Grid.Sheet sheet) {
    var wanted = new SheetReader.Wanted(SheetForms.MISSION, forms.of(SheetForms.MISSION), "code");
    var headings = new Headings(SheetForms.MISSION, wanted.columns());
    long down = sheet.rows().stream().filter(r -> headings.of(r.at(0).text()).isPresent()).count();
    long across = sheet.rows().stream().mapToLong(headings::known).max().orElse(0);
    var rows = read(down > across ? turned(sheet) : sheet, wanted);
    if (rows.size() > 1) {
      faults.add(
          new Fault(
              "/mission",
              Messages::missionTwice,
              sheet.name(),
              rows.get(1).first().at(),
              rows.get(1).first().shown()));
    }
    parts(SheetForms.MISSION, rows);
    return rows;
  }

  /** The first two columns of a sheet as its rows. */
  private Grid.Sheet turned(Grid.Sheet sheet) {
    var rows = new ArrayList<Grid.Row>();
    for (int column = 0; column < 2; column++) {
      var cells = new TreeMap<Integer, Grid.Cell>();
      for (var row : sheet.rows()) {
        if (!row.at(0).isBlank()) {
          cells.put(row.number(), row.at(column));
        }
      }
      rows.add(new Grid.Row(column + 1, cells));
    }
    return new Grid.Sheet(sheet.name(), rows);
  }

  /** Lists within the documents, each of which has a sheet of its own. */
  void parts(String list, List<SheetRow> owners) {
    forms
        .parts(list)
        .forEach(
            (column, its) -> {
              var sheet = find(column.name());
              if (sheet == null || sheet.equals(find(list))) {
                return;
              }
              var rows = read(sheet, new SheetReader.Wanted(column.name(), its, null));
              owners.stream()
                  .filter(owner -> owner.get(column.path()) != null)
                  .forEach(owner -> owner.put(column.path(), new ArrayList<>()));
              rows.forEach(row -> adopt(list, column, row, owners));
            });
  }

  @SuppressWarnings("unchecked")
  private void adopt(String list, Column column, SheetRow row, List<SheetRow> owners) {
    boolean mission = list.equals(SheetForms.MISSION);
    var key = mission ? null : String.valueOf(row.fields().remove(SheetForms.BASE.path()));
    var owner =
        owners.stream()
            .filter(
                o ->
                    mission
                        || key.equals(String.valueOf(o.get(MissionSheets.LISTS.get(list).key()))))
            .findFirst();
    if (owner.isEmpty()) {
      // A row that is unclear itself is told first.
      if (!mission && faults.isEmpty()) {
        faults.add(row.fault("", 0, "/" + SheetForms.BASE.path(), m -> m.rowOfNone(key, list)));
      }
      return;
    }
    if (owner.get().get(column.path()) == null) {
      owner.get().put(column.path(), new ArrayList<>());
    }
    var parts = (List<Object>) owner.get().get(column.path());
    var at = "/%s/%d".formatted(column.path().replace('.', '/'), parts.size());
    owner.get().adopt(at, row);
    parts.add(row.fields());
  }

  /** A new name that differs from a known one by its case alone is the known one, misspelt. */
  void refuseOtherCase(String list, String field, List<SheetRow> rows, Set<String> known) {
    var byCase = new HashMap<String, String>();
    known.forEach(key -> byCase.put(key.toLowerCase(Locale.ROOT), key));
    for (int i = 0; i < rows.size(); i++) {
      var key = String.valueOf(rows.get(i).get(field));
      var near = byCase.get(key.toLowerCase(Locale.ROOT));
      if (near != null && !known.contains(key)) {
        faults.add(rows.get(i).fault("/" + list, i, "/" + field, m -> m.otherCase(key, near)));
      }
    }
  }

  <D> List<D> judged(String list, Class<D> type, List<SheetRow> rows) {
    var documents = new ArrayList<D>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      int position = i;
      try {
        documents.add(json.of(type, row.fields()));
      } catch (Refusal e) {
        e.faults()
            .forEach(f -> faults.add(row.fault("/" + list, position, f.pointer(), f.detail())));
      }
    }
    return documents;
  }

  <D> D judge(Class<D> type, Map<String, Object> fields, Map<String, List<SheetRow>> rows) {
    try {
      return json.of(type, fields);
    } catch (Refusal e) {
      new Taken<>(List.of(), rows, List.of()).placed(e).faults().forEach(faults::add);
      return null;
    }
  }
}
