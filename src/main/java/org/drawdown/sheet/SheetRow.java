package org.drawdown.sheet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drawdown.api.problem.Fault;
import org.drawdown.language.Text;
import org.drawdown.sheet.grid.Grid;

/** A row of a table that stands for a document, with the cells that its fields are from. */
public final class SheetRow {

  private final String sheet;
  private final Grid.Cell first;
  private final Map<String, Object> fields;
  private final Map<String, Source> sources = new HashMap<>();

  /** Where a field is from; a part of a document may be from another sheet. */
  private record Source(String sheet, Grid.Cell cell) {}

  SheetRow(String sheet, Grid.Cell first, Map<String, Object> fields) {
    this.sheet = sheet;
    this.first = first;
    this.fields = new LinkedHashMap<>(fields);
  }

  /** The document's fields by name, as JSON would have them. */
  public Map<String, Object> fields() {
    return fields;
  }

  /** The cell that tells it from others, for whoever looks for it. */
  Grid.Cell first() {
    return first;
  }

  String sheet() {
    return sheet;
  }

  /** A field is from a cell. */
  void from(String pointer, Grid.Cell cell) {
    sources.put(pointer, new Source(sheet, cell));
  }

  /** A part of the document is a row of another sheet. */
  void adopt(String pointer, SheetRow part) {
    part.sources.forEach((inside, source) -> sources.put(pointer + inside, source));
    sources.putIfAbsent(pointer, new Source(part.sheet, part.first));
  }

  /** A value of the document; null where it has none. */
  Object get(String path) {
    Object value = fields;
    for (var step : path.split("\\.")) {
      value = value instanceof Map<?, ?> inside ? inside.get(step) : null;
    }
    return value;
  }

  /** Sets a value of the document; null takes it away. */
  @SuppressWarnings("unchecked")
  void put(String path, Object value) {
    var steps = path.split("\\.");
    var at = fields;
    for (int i = 0; i < steps.length - 1; i++) {
      var inside = at.get(steps[i]);
      if (!(inside instanceof Map)) {
        if (value == null) {
          return;
        }
        inside = new LinkedHashMap<String, Object>();
      } else {
        inside = new LinkedHashMap<>((Map<String, Object>) inside);
      }
      at.put(steps[i], inside);
      at = (Map<String, Object>) inside;
    }
    if (value == null) {
      at.remove(steps[steps.length - 1]);
    } else {
      at.put(steps[steps.length - 1], value);
    }
  }

  /**
   * A fault of the document, at the cell that it is of.
   *
   * @param list pointer to the list of documents
   * @param position of the document in the list
   * @param pointer within the document
   */
  public Fault fault(String list, int position, String pointer, Text detail) {
    var at = pointer;
    while (!at.isEmpty() && !sources.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    var source = sources.getOrDefault(at, new Source(sheet, first));
    return new Fault(
        list + "/" + position + pointer,
        detail,
        source.sheet(),
        source.cell().at(),
        source.cell().shown());
  }
}
