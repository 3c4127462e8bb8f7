package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A window in which something may not move. */
@Entity
@Table(name = "restriction")
class RestrictionItem extends Item {

  private String kind;
  private LocalDate firstDay;
  private LocalDate lastDay;

  @Column(columnDefinition = "text")
  private String bases;

  @Column(columnDefinition = "text")
  private String routes;

  protected RestrictionItem() {}

  RestrictionItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    kind = text(document, "kind", "");
    firstDay = LocalDate.parse(text(document, "from"));
    lastDay = LocalDate.parse(text(document, "to"));
    bases = codes(document, "bases");
    routes = codes(document, "routes");
  }
}
