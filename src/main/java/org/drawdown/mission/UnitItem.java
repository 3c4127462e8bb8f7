package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** People at a base. */
@Entity
@Table(name = "unit")
class UnitItem extends Item {

  private String base;
  private String country;
  private String category;
  private int strength;

  protected UnitItem() {}

  UnitItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    base = text(document, "base");
    country = text(document, "country");
    category = text(document, "category");
    strength = document.path("strength").asInt();
  }
}
