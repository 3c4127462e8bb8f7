package org.drawdown.sheet;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.api.contract.Column;
import org.drawdown.api.contract.Columns;
import org.drawdown.api.contract.RequestBodies;

/** Which sheets there are, and the columns that each has. */
@Singleton
class SheetForms {

  static final String MISSION = "mission";
  static final String SOURCES = "sources";

  /** What a base sends each evening. */
  static final List<String> EVENING = List.of("reports", "departures", "counts", "permissions");

  /** The column by which a part names the base that it is of. */
  static final Column BASE =
      new Column(
          "base",
          Column.Kind.TEXT,
          true,
          false,
          List.of(),
          "Code",
          "The base that it is of",
          List.of());

  /** Fields that are kept and not read, so that a workbook loses nothing. */
  static final Column OTHERS =
      new Column(
          "otherFields",
          Column.Kind.JSON,
          false,
          false,
          List.of(),
          null,
          "Fields that are kept and not read, as JSON",
          List.of());

  private final Columns columns;
  private final RequestBodies json;

  SheetForms(Columns columns, RequestBodies json) {
    this.columns = columns;
    this.json = json;
  }

  RequestBodies json() {
    return json;
  }

  /** The columns of a list of the mission, or of the mission itself. */
  List<Column> of(String list) {
    if (list.equals(SOURCES)) {
      return columns.ofItems("Dataset", SOURCES);
    }
    if (EVENING.contains(list)) {
      return ofEvening(list);
    }
    var all =
        new ArrayList<>(
            columns.of(list.equals(MISSION) ? "Mission" : MissionSheets.LISTS.get(list).schema()));
    all.add(OTHERS);
    return List.copyOf(all);
  }

  private List<Column> ofEvening(String list) {
    var all =
        new ArrayList<>(
            switch (list) {
              case "reports" -> columns.ofItems("ReportList", list);
              case "departures" -> columns.of("Departure");
              case "counts" -> columns.of("HeadCount");
              default -> columns.of("Permission");
            });
    if (list.equals("departures") || list.equals("counts")) {
      all.add(0, BASE);
    }
    // Whoever was attacked tells it by itself.
    all.removeIf(c -> c.path().startsWith("incident."));
    return List.copyOf(all);
  }

  /** The lists within the documents of a list, each with the columns of its own sheet. */
  Map<Column, List<Column>> parts(String list) {
    var parts = new LinkedHashMap<Column, List<Column>>();
    if (list.equals(SOURCES) || EVENING.contains(list)) {
      return parts;
    }
    for (var column : of(list)) {
      if (column.kind() == Column.Kind.RECORDS) {
        var its = new ArrayList<>(column.items());
        if (!list.equals(MISSION)) {
          its.add(0, BASE);
        }
        parts.put(column, List.copyOf(its));
      }
    }
    return parts;
  }
}
