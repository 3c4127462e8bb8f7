package org.drawdown.schedule.movement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Loads of a lot that carriers take from a hub under a schedule. */
@Entity
@Table(name = "shipment")
class PlannedShipment {

  /** Names a shipment of a schedule. */
  @Embeddable
  record Id(String schedule, int listOrder) {}

  @EmbeddedId private Id id;
  private String hub;
  private LocalDate shippedOn;
  private String asset;
  private int loads;

  protected PlannedShipment() {}

  PlannedShipment(String schedule, int listOrder, Shipment shipment) {
    this.id = new Id(schedule, listOrder);
    this.hub = shipment.hub();
    this.shippedOn = shipment.date();
    this.asset = shipment.asset();
    this.loads = shipment.loads();
  }
}
