package org.drawdown.record.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.record.fact.Parts;

/**
 * What a movement was meant to be when its first report came: the plan of the schedule in force, or
 * what was registered of one that nobody planned.
 *
 * @param schedule null where no schedule has it
 * @param people null where units say it, or nobody
 * @param joins the movement whose column it joins, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Intended(
    String id,
    String schedule,
    String kind,
    String mode,
    String base,
    String destination,
    List<String> routes,
    LocalDate dispatched,
    LocalDate departs,
    LocalDate arrives,
    Integer vehicles,
    Integer trucks,
    Integer escorts,
    String aircraft,
    Parts.People people,
    List<Parts.UnitPeople> units,
    Integer loads,
    List<Parts.AssetItems> assets,
    String joins,
    String reason) {

  public Intended {
    routes = routes == null ? List.of() : List.copyOf(routes);
    units = units == null ? List.of() : List.copyOf(units);
    assets = assets == null ? List.of() : List.copyOf(assets);
  }

  /** Whether it flies. */
  public boolean flies() {
    return "AIR".equals(mode);
  }

  /** Travellers that it was meant to take. */
  public int travellers() {
    int named = units.stream().mapToInt(Parts.UnitPeople::people).sum();
    return people == null ? named : Math.max(named, people.travellers());
  }
}
