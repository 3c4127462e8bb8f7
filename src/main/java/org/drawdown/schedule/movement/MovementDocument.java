package org.drawdown.schedule.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.drawdown.engine.Plan.Kind;

/**
 * One convoy, one day's airlift, or trucks and escorts that change their hub, with what and whom it
 * carries; answered, and taken back to be judged.
 *
 * @param mode ROAD or AIR; follows from the kind
 * @param base code of the base that it leaves
 * @param destination code of the hub that it ends at
 * @param routes ids of the legs in the order of the loaded drive
 * @param dispatched the day on which it sets out empty from the hub
 * @param aircraft null for a convoy
 */
public record MovementDocument(
    String id,
    Kind kind,
    String mode,
    String base,
    String destination,
    List<String> routes,
    LocalDate dispatched,
    LocalDate departs,
    LocalDate arrives,
    int trucks,
    int selfDeploying,
    int escorts,
    int loads,
    int people,
    Flight aircraft,
    List<Cargo> assets,
    List<Riders> units) {

  public MovementDocument {
    mode = kind.drives() ? "ROAD" : "AIR";
    routes = routes == null ? List.of() : List.copyOf(routes);
    assets = assets == null ? List.of() : List.copyOf(assets);
    units = units == null ? List.of() : List.copyOf(units);
  }

  /** Whether it goes on the same days and road, with as many vehicles, as another of its name. */
  public boolean goesAs(MovementDocument other) {
    return dispatched.equals(other.dispatched)
        && departs.equals(other.departs)
        && arrives.equals(other.arrives)
        && trucks + selfDeploying == other.trucks + other.selfDeploying
        && escorts == other.escorts
        && routes.equals(other.routes)
        && Objects.equals(aircraft, other.aircraft);
  }

  /**
   * The aircraft of an airlift.
   *
   * @param sorties of each aircraft
   */
  public record Flight(String type, int count, int sorties) {}

  /**
   * A part of a lot.
   *
   * @param loads where null, what the items fill
   */
  public record Cargo(String asset, int quantity, Integer loads) {}

  /** People of a unit. */
  public record Riders(String unit, int people) {}
}
