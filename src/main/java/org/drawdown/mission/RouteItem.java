package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A leg between two places. */
@Entity
@Table(name = "route")
class RouteItem extends Item {

  private String fromPlace;
  private String toPlace;
  private String mode;

  protected RouteItem() {}

  RouteItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    fromPlace = text(document, "from");
    toPlace = text(document, "to");
    mode = text(document, "mode");
  }
}
