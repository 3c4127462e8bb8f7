package org.drawdown.sheet;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.sheet.cell.CellValues;
import org.drawdown.sheet.cell.Likeness;
import org.drawdown.sheet.cell.Vocabulary;
import org.drawdown.sheet.grid.Grid;

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
    var book = new Book(grid, forms);
    var of = LISTS.get(list);
    var main = book.single(list);
    var places = names(around);
    if (PLACES.contains(list)) {
      book.names(list, main, places);
    }
    book.values = new CellValues(forms.json(), book.language(), zone(around), places);
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
    book.refuseOtherCase(list, of.key(), rows, known.keySet());
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
                        m ->
                            Vocabulary.explanation(
                                list,
                                c.path(),
                                c.explanation(),
                                Locale.forLanguageTag(m.language()))))
            .toList());
  }

  /**
   * A whole mission.
   *
   * @throws Refusal naming every cell that cannot be understood
   */
  public Taken<Dataset> mission(Grid grid) {
    var book = new Book(grid, forms);
    book.requireKnown();
    var places = new HashMap<String, String>();
    PLACES.forEach(list -> book.names(list, book.find(list), places));
    var sheet = book.find(MISSION);
    if (sheet == null) {
      throw Refusal.invalid(List.of(new Fault("/mission", m -> m.sheetMissing(MISSION))));
    }
    book.values = new CellValues(forms.json(), book.language(), ZoneOffset.UTC, places);
    var found = new LinkedHashMap<String, List<SheetRow>>();
    var mission = book.mission(sheet);
    found.put(MISSION, mission);
    var whole = new LinkedHashMap<String, Object>();
    var lists = new LinkedHashMap<String, List<?>>();
    LISTS.forEach(
        (list, of) -> {
          var there = book.find(list);
          if (there == null) {
            book.warnings.add(new Fault("/" + list, m -> m.listEmptied(list)));
          }
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
    if (mission.isEmpty() && book.faults.isEmpty()) {
      book.faults.add(new Fault("/mission", Messages::sheetEmpty, sheet.name(), null, null));
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

  static void name(Map<String, String> names, String code, Object name) {
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
}
