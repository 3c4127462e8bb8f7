package org.drawdown.record.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.dataset.Dataset;

/**
 * What became of a movement.
 *
 * @param schedule id of the plan that the client means; null for the one in force
 * @param to where a diverted movement goes instead
 * @param incident what came with it, filed together with it
 */
@ContractSchema("MovementReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
    Kind kind,
    Instant at,
    String schedule,
    Parts.People people,
    List<Parts.UnitPeople> units,
    Integer loads,
    List<Parts.AssetItems> assets,
    Integer vehicles,
    String to,
    Place place,
    Cause cause,
    Incident incident,
    Reference corrects,
    String remarks)
    implements Fact {

  @Override
  @JsonIgnore
  public boolean isVoid() {
    return kind == Kind.VOID;
  }

  /** What happened. */
  public enum Kind {
    DISPATCHED,
    AT_BASE,
    DEPARTED,
    ARRIVED,
    HALTED,
    RESUMED,
    DIVERTED,
    TURNED_BACK,
    CANCELLED,
    VOID
  }

  /** Why a column stands. */
  public enum Cause {
    ATTACK,
    IED,
    BREAKDOWN,
    WEATHER,
    NO_CLEARANCE,
    BLOCKED,
    REST
  }

  /** A point on the way: kilometres from the loaded start of a route, or a location. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(String route, BigDecimal km, Dataset.Point location) {}

  /** This report without what came with it, which is filed by itself. */
  public Report alone() {
    return new Report(
        kind, at, schedule, people, units, loads, assets, vehicles, to, place, cause, null,
        corrects, remarks);
  }
}
