package org.drawdown.record.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.dataset.RoadCalendar;
import org.drawdown.record.ledger.Column;

/**
 * A movement order: the way, the halts of each day, who escorts and covers it, what may hold it up,
 * and whom and what it takes. It has numbers, and never the name of a person.
 *
 * @param schedule id of the plan that has it; null where nobody planned it
 * @param departs the day on which it leaves loaded
 * @param arrives the day of its last halt
 * @param cover whether aircraft may fly above it; null where nobody asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovementOrder(
    String movement,
    String kind,
    String mode,
    String base,
    String destination,
    String schedule,
    Column.State state,
    LocalDate dispatched,
    LocalDate departs,
    LocalDate arrives,
    List<Leg> way,
    double distanceKm,
    List<RoadCalendar.Halt> halts,
    Vehicles vehicles,
    int escorts,
    String aircraft,
    String cover,
    List<Clearance> permissions,
    List<Held> restrictions,
    int people,
    List<Unit> manifest,
    int loads,
    int hazardousLoads,
    List<Load> loadList) {

  /** A leg of the way. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Leg(String route, String from, String to, double distanceKm, Integer threatLevel) {}

  /** Vehicles: trucks of the hub, and what drives itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Vehicles(Integer trucks, Integer all) {}

  /** A clearance that speaks of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Clearance(String id, String kind, String authority, String state) {}

  /** A restriction on its way and days. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Held(String id, LocalDate from, LocalDate to, String reason) {}

  /** People of a unit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unit(String unit, String name, String country, int people) {}

  /** Items of an asset. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Load(
      String asset,
      String type,
      String contributor,
      Integer quantity,
      int loads,
      Integer priority,
      boolean hazardous) {}
}
