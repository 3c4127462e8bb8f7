package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A port of embarkation. */
@Entity
@Table(name = "exit_point")
class ExitItem extends Item {

  private String name;
  private String kind;
  private String country;

  protected ExitItem() {}

  ExitItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    name = text(document, "name", "");
    kind = text(document, "kind", "");
    country = text(document, "country");
  }
}
