package org.drawdown.sheet;

import java.util.List;
import java.util.Map;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;

/**
 * What was read from tables, and where each document stands in them.
 *
 * @param documents in the order of the table; of a whole mission the one
 * @param rows that the documents are from, by the name of their list
 * @param warnings what was left out
 */
public record Taken<D>(List<D> documents, Map<String, List<SheetRow>> rows, List<Fault> warnings) {

  /** A refusal of the documents, told by the cells that they are from. */
  public Refusal placed(Refusal refusal) {
    return refusal.at(this::placed);
  }

  private Fault placed(Fault fault) {
    var steps = fault.pointer().split("/", 4);
    var of = steps.length > 1 ? rows.get(steps[1]) : null;
    if (of == null || fault.cell() != null) {
      return fault;
    }
    if (steps[1].equals(MissionSheets.MISSION)) {
      var inside = fault.pointer().substring(1 + MissionSheets.MISSION.length());
      var placed = of.get(0).fault("", 0, inside, fault.detail());
      return new Fault(
          fault.pointer(), fault.detail(), placed.sheet(), placed.cell(), placed.value());
    }
    boolean numbered = steps.length > 2 && steps[2].matches("[0-9]{1,9}");
    int position = numbered ? Integer.parseInt(steps[2]) : -1;
    if (position < 0 || position >= of.size()) {
      return fault;
    }
    var inside = steps.length > 3 ? "/" + steps[3] : "";
    return of.get(position).fault("/" + steps[1], position, inside, fault.detail());
  }
}
