package org.drawdown.sheet;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.drawdown.api.contract.Column;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;

/** Reads the mission's lists from tables, one of them or all in a workbook. */
@Singleton
public class MissionSheets {

  static final String MISSION = SheetForms.MISSION;
  static final String SOURCES = SheetForms.SOURCES;

  /** The lists of a mission, each with the type of its documents and the field that names them. */
  static final Map<String, ListOf> LISTS = lists();

  record ListOf(Class<?> type, String key) {
    String schema() {
      return type.getAnnotation(ContractSchema.class).value();
    }
  }

  private static Map<String, ListOf> lists() {
    var lists = new LinkedHashMap<String, ListOf>();
    lists.put("bases", new ListOf(Dataset.Base.class, "code"));
    lists.put("exits", new ListOf(Dataset.Exit.class, "code"));
    lists.put("waypoints", new ListOf(Dataset.Waypoint.class, "code"));
    lists.put("units", new ListOf(Dataset.Unit.class, "id"));
    lists.put("assets", new ListOf(Dataset.Asset.class, "id"));
    lists.put("airServices", new ListOf(Dataset.AirService.class, "id"));
    lists.put("routes", new ListOf(Dataset.Route.class, "id"));
    lists.put("restrictions", new ListOf(Dataset.Restriction.class, "id"));
    lists.put("phases", new ListOf(Dataset.Phase.class, "number"));
    return lists;
  }

  private static final List<String> PLACES = List.of("bases", "exits", "waypoints");

  private final SheetForms forms;
  private final RequestBodies json;

  MissionSheets(SheetForms forms) {
    this.forms = forms;
    this.json = forms.json();
  }

  /**
   * The documents of one list. Columns that the table does not have stay as they are in documents
   * that are there already.
   *
   * @param around the mission's data as it is
   * @throws Refusal naming every cell that cannot be understood
   */
  @SuppressWarnings("unchecked")
  public <D> Taken<D> list(
      Grid grid, String list, Class<D> type, Dataset around, Function<D, String> keyOf) {
    var book = new Book(grid);
    var of = LISTS.get(list);
    var main = book.single(list);
    var places = names(around);
    if (PLACES.contains(list)) {
      book.names(list, main, places);
    }
    book.values = new CellValues(book.language(), zone(around), places);
    var known = new HashMap<String, D>();
    ((List<D>) around.list(list)).forEach(d -> known.put(keyOf.apply(d), d));
    var rows =
        book.read(
            main,
            new SheetReader.Wanted(
                list,
                forms.of(list),
                of.key(),
                key -> known.containsKey(key) ? json.fields(known.get(key)) : null));
    if (rows.isEmpty() && book.faults.isEmpty()) {
      book.faults.add(new Fault("", Messages::sheetEmpty, main.name(), null, null));
    }
    book.parts(list, rows);
    var documents = book.judged(list, type, rows);
    book.faults.refuse();
    return new Taken<>(documents, Map.of(list, rows), book.warnings);
  }

  /**
   * A workbook to fill in.
   *
   * @param lists that it is for; all where there are none
   * @param around the mission's data; null where there is none yet
   */
  public Template template(List<String> lists, Dataset around) {
    var wanted = new ArrayList<String>(lists);
    if (wanted.isEmpty()) {
      wanted.add(MISSION);
      wanted.addAll(LISTS.keySet());
      wanted.add(SOURCES);
    }
    return new Template(wanted.stream().map(this::form).toList(), around);
  }

  private Template.Form form(String list) {
    return new Template.Form(
        list,
        m -> Vocabulary.heading("sheet", list, Locale.forLanguageTag(m.language())),
        forms.of(list).stream()
            .filter(c -> !c.told() && !c.equals(SheetForms.OTHERS))
            .map(
                c ->
                    new Template.Field(
                        c.path(),
                        m ->
                            Vocabulary.heading(list, c.path(), Locale.forLanguageTag(m.language())),
                        c.kind(),
                        c.required(),
                        c.words(),
                        c.explanation().strip()))
            .toList());
  }

  /**
   * A whole mission.
   *
   * @throws Refusal naming every cell that cannot be understood
   */
  public Taken<Dataset> mission(Grid grid) {
    var book = new Book(grid);
    book.requireKnown();
    var places = new HashMap<String, String>();
    PLACES.forEach(list -> book.names(list, book.find(list), places));
    var sheet = book.find(MISSION);
    if (sheet == null) {
      throw Refusal.invalid(List.of(new Fault("/mission", m -> m.sheetMissing(MISSION))));
    }
    book.values = new CellValues(book.language(), ZoneOffset.UTC, places);
    var found = new LinkedHashMap<String, List<SheetRow>>();
    var mission = book.mission(sheet);
    found.put(MISSION, mission);
    var whole = new LinkedHashMap<String, Object>();
    var lists = new LinkedHashMap<String, List<?>>();
    LISTS.forEach(
        (list, of) -> {
          var there = book.find(list);
          var rows =
              there == null
                  ? List.<SheetRow>of()
                  : book.read(there, new SheetReader.Wanted(list, forms.of(list), of.key()));
          book.parts(list, rows);
          found.put(list, rows);
          lists.put(list, book.judged(list, of.type(), rows));
        });
    var sources = book.find(SOURCES);
    if (sources != null) {
      var wanted = new SheetReader.Wanted(SOURCES, forms.of(SOURCES), "key");
      found.put(SOURCES, book.read(sources, wanted));
    }
    if (!mission.isEmpty()) {
      whole.put(MISSION, mission.get(0).fields());
      whole.put(SOURCES, fields(found.getOrDefault(SOURCES, List.of())));
      LISTS.keySet().forEach(list -> whole.put(list, List.of()));
    }
    var frame = whole.isEmpty() ? null : book.judge(Dataset.class, whole, found);
    book.faults.refuse();
    return new Taken<>(List.of(dataset(frame, lists)), found, book.warnings);
  }

  @SuppressWarnings("unchecked")
  private static Dataset dataset(Dataset frame, Map<String, List<?>> lists) {
    return new Dataset(
        frame.mission(),
        (List<Dataset.Exit>) lists.get("exits"),
        (List<Dataset.Base>) lists.get("bases"),
        (List<Dataset.Waypoint>) lists.get("waypoints"),
        (List<Dataset.Unit>) lists.get("units"),
        (List<Dataset.Asset>) lists.get("assets"),
        (List<Dataset.AirService>) lists.get("airServices"),
        (List<Dataset.Route>) lists.get("routes"),
        (List<Dataset.Restriction>) lists.get("restrictions"),
        (List<Dataset.Phase>) lists.get("phases"),
        frame.sources());
  }

  private static List<Map<String, Object>> fields(List<SheetRow> rows) {
    return rows.stream().map(SheetRow::fields).toList();
  }

  /** Codes of the mission's places by the plain forms of their codes and names. */
  public static Map<String, String> names(Dataset dataset) {
    var names = new HashMap<String, String>();
    dataset.bases().forEach(b -> name(names, b.code(), b.name()));
    dataset.exits().forEach(e -> name(names, e.code(), e.name()));
    dataset.waypoints().forEach(w -> name(names, w.code(), w.name()));
    return names;
  }

  private static void name(Map<String, String> names, String code, Object name) {
    names.put(Likeness.plain(code), code);
    if (name != null && !Likeness.plain(name.toString()).isEmpty()) {
      names.putIfAbsent(Likeness.plain(name.toString()), code);
    }
  }

  /** Where clocks of the mission show what people write; UTC unless it says so. */
  static ZoneId zone(Dataset dataset) {
    try {
      return dataset.mission().extra().get("timeZone") instanceof String zone
          ? ZoneId.of(zone)
          : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** A workbook while it is read. */
  private final class Book {
    private static final Set<String> ASIDE =
        Set.of("explanations", "explications", "words", "mots");

    private final Grid grid;
    private final SheetFaults faults = new SheetFaults();
    private final List<Fault> warnings = new ArrayList<>();
    private CellValues values;

    Book(Grid grid) {
      this.grid = grid;
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
              s ->
                  called.stream().anyMatch(c -> Likeness.plain(c).equals(Likeness.plain(s.name()))))
          .findFirst()
          .orElse(null);
    }

    /** The sheet of the only list that is wanted. */
    Grid.Sheet single(String list) {
      var named = find(list);
      var sheets = data().stream().filter(s -> !s.rows().isEmpty()).toList();
      if (named != null || sheets.size() == 1) {
        return named == null ? sheets.get(0) : named;
      }
      throw Refusal.invalid(
          List.of(
              new Fault("", sheets.isEmpty() ? Messages::sheetEmpty : m -> m.sheetsMany(list))));
    }

    /** Sheets that nobody knows are left out, unless their names are misspelt. */
    void requireKnown() {
      var known = new ArrayList<>(List.of(MISSION, SOURCES));
      known.addAll(LISTS.keySet());
      var lists = List.copyOf(known);
      lists.forEach(list -> forms.parts(list).keySet().forEach(c -> known.add(c.name())));
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
      var free = new CellValues(null, ZoneOffset.UTC, Map.of());
      new SheetReader(
              json,
              free,
              new SheetReader.Wanted(list, named, "code"),
              new SheetFaults(),
              new ArrayList<>())
          .read(sheet)
          .forEach(row -> name(places, String.valueOf(row.get("code")), row.get("name")));
    }

    List<SheetRow> read(Grid.Sheet sheet, SheetReader.Wanted wanted) {
      return new SheetReader(json, values, wanted, faults, warnings).read(sheet);
    }

    /** The mission stands in a row as all else does, or field by field in a column. */
    List<SheetRow> mission(Grid.Sheet sheet) {
      var wanted = new SheetReader.Wanted(MISSION, forms.of(MISSION), "code");
      var headings = new Headings(MISSION, wanted.columns());
      long down =
          sheet.rows().stream().filter(r -> headings.of(r.at(0).text()).isPresent()).count();
      long across =
          sheet.rows().stream()
              .mapToLong(
                  r ->
                      r.cells().values().stream()
                          .filter(c -> headings.of(c.text()).isPresent())
                          .count())
              .max()
              .orElse(0);
      var rows = read(down > across ? turned(sheet) : sheet, wanted);
      if (rows.size() > 1) {
        faults.add(
            new Fault(
                "/mission",
                Messages::missionTwice,
                sheet.name(),
                rows.get(1).first().at(),
                rows.get(1).first().text()));
      }
      parts(MISSION, rows);
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
      boolean mission = list.equals(MISSION);
      var key = mission ? null : String.valueOf(row.fields().remove(SheetForms.BASE.path()));
      var owner =
          owners.stream()
              .filter(o -> mission || key.equals(String.valueOf(o.get(LISTS.get(list).key()))))
              .findFirst();
      if (owner.isEmpty()) {
        if (!mission) {
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
}
