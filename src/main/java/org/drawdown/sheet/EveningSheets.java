package org.drawdown.sheet;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.sheet.cell.CellValues;
import org.drawdown.sheet.grid.Grid;

/** Reads what a base or a convoy sends each evening: one table of reports, or several in a book. */
@Singleton
public class EveningSheets {

  private final SheetForms forms;

  EveningSheets(SheetForms forms) {
    this.forms = forms;
  }

  /**
   * The rows of each sheet. Times that have no zone are those of the mission's clocks.
   *
   * @return rows by the names {@code reports}, {@code departures}, {@code counts} and {@code
   *     permissions}, without documents yet
   * @throws Refusal naming every cell that cannot be understood
   */
  public Taken<Void> read(Grid grid, Dataset dataset) {
    var book = new Book(grid, forms);
    book.values =
        new CellValues(
            forms.json(),
            book.language(),
            MissionSheets.zone(dataset),
            MissionSheets.names(dataset));
    var rows = new LinkedHashMap<String, List<SheetRow>>();
    boolean named = SheetForms.EVENING.stream().anyMatch(list -> book.find(list) != null);
    for (var list : SheetForms.EVENING) {
      var sheet =
          !named && list.equals(SheetForms.EVENING.get(0)) ? book.single(list) : book.find(list);
      if (sheet != null && !sheet.rows().isEmpty()) {
        rows.put(list, book.read(sheet, new SheetReader.Wanted(list, forms.of(list), null)));
      }
    }
    book.requireKnown(SheetForms.EVENING);
    if (book.faults.isEmpty() && rows.values().stream().allMatch(List::isEmpty)) {
      book.faults.add(new Fault("", Messages::sheetEmpty));
    }
    book.faults.refuse();
    return new Taken<>(new ArrayList<>(), rows, book.warnings);
  }
}
