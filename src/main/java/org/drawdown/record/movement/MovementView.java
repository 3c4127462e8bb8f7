package org.drawdown.record.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.drawdown.record.fact.Report;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Intended;

/**
 * A movement as it was planned, or registered, and as it went.
 *
 * @param schedule id of the plan that has it, null where nobody planned it
 * @param planned its days in that plan; null where nobody planned it
 * @param dispatched the day on which it set out empty; null where it has not
 * @param departed the day on which it left its base; null where it has not
 * @param arrived the day on which it arrived; null where it has not
 * @param people with whom it set out, or is to
 * @param loads with which it set out, or is to
 * @param place where it was last seen, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovementView(
    String id,
    String kind,
    String mode,
    String base,
    String destination,
    List<String> routes,
    String schedule,
    Days planned,
    Column.State state,
    LocalDate dispatched,
    LocalDate departed,
    LocalDate arrived,
    boolean turnedBack,
    int people,
    int loads,
    Integer vehicles,
    int injured,
    Report.Place place,
    String joins,
    String reason) {

  /** The days of a plan. */
  public record Days(LocalDate dispatched, LocalDate departs, LocalDate arrives) {}

  static MovementView of(Intended it, Column column) {
    boolean set = column != null && column.departed() != null;
    int loads = it.loads() == null ? 0 : it.loads();
    return new MovementView(
        it.id(),
        it.kind(),
        it.mode(),
        it.base(),
        column == null ? it.destination() : column.destination(),
        it.routes(),
        it.schedule(),
        it.departs() == null ? null : new Days(it.dispatched(), it.departs(), it.arrives()),
        column == null ? Column.State.PLANNED : column.state(),
        column == null ? null : column.dispatched(),
        column == null ? null : column.departed(),
        column == null ? null : column.arrived(),
        column != null && column.turnedBack(),
        set ? column.peopleOut() : it.travellers(),
        set ? column.loadsOut() : loads,
        column == null ? it.vehicles() : column.vehicles(),
        column == null ? 0 : column.injured(),
        column == null ? null : column.place(),
        it.joins(),
        it.reason());
  }
}
