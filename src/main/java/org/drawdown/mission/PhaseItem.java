package org.drawdown.mission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A window of the withdrawal plan. */
@Entity
@Table(name = "phase")
class PhaseItem extends Item {

  private int number;
  private LocalDate firstDay;
  private LocalDate lastDay;

  @Column(columnDefinition = "text")
  private String bases;

  protected PhaseItem() {}

  PhaseItem(String id, int place) {
    super(id, place);
  }

  @Override
  protected void readOff(ObjectNode document) {
    number = document.path("number").asInt();
    firstDay = LocalDate.parse(text(document, "from"));
    lastDay = LocalDate.parse(text(document, "to"));
    bases = codes(document, "bases");
  }
}
