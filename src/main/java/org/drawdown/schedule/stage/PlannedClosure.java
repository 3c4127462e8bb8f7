package org.drawdown.schedule.stage;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.drawdown.schedule.Closure;

/** A base of a schedule, and when it closes. */
@Entity
@Table(name = "closure")
class PlannedClosure {

  /** Names a base of a schedule. */
  @Embeddable
  record Id(String schedule, String base) {}

  @EmbeddedId private Id id;
  private int listOrder;
  private String sector;
  private LocalDate closedOn;
  private Integer phase;
  private int daysLate;
  private LocalDate earliest;
  private LocalDate latest;

  protected PlannedClosure() {}

  PlannedClosure(String schedule, int listOrder, String sector, Closure closure) {
    id = new Id(schedule, closure.base());
    this.listOrder = listOrder;
    this.sector = sector;
    closedOn = closure.closedOn();
    phase = closure.phase();
    daysLate = closure.daysLate();
    earliest = closure.within1Percent().from();
    latest = closure.within1Percent().to();
  }

  Closure document() {
    return new Closure(id.base(), closedOn, phase, daysLate, new Closure.Range(earliest, latest));
  }
}
