package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One aircraft, or a lot of other things. */
@Entity
@Table(name = "asset")
class AssetItem extends Item {

  private String base;
  private String type;
  private String category;
  private String ownership;
  private String disposition;
  private int quantity;
  private int priority;

  protected AssetItem() {}

  AssetItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    base = text(document, "base");
    type = text(document, "type", "");
    category = text(document, "category");
    ownership = text(document, "ownership", "UN_OWNED");
    disposition = text(document, "disposition");
    quantity = document.path("quantity").asInt();
    priority = document.path("priority").asInt(3);
  }
}
