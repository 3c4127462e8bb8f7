package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A place to hand over. */
@Entity
@Table(name = "base")
class BaseItem extends Item {

  private String name;
  private String kind;
  private String sector;
  private String hub;
  private String parent;

  protected BaseItem() {}

  BaseItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    name = text(document, "name", "");
    kind = text(document, "kind", "CAMP");
    sector = text(document, "sector", "");
    hub = text(document, "hub");
    parent = text(document, "parent");
  }
}
