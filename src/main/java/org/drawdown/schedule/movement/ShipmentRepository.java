package org.drawdown.schedule.movement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The shipments of schedules. */
@ApplicationScoped
public class ShipmentRepository
    implements PanacheRepositoryBase<PlannedShipment, PlannedShipment.Id> {

  /** Keeps the shipments of a schedule. */
  public void keep(String schedule, List<Shipment> shipments) {
    for (int i = 0; i < shipments.size(); i++) {
      persist(new PlannedShipment(schedule, i, shipments.get(i)));
    }
  }
}
