package org.drawdown.schedule.stage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.drawdown.engine.Plan.Stage;

/** A stage of a base under a schedule, from its first day to its last. */
@Entity
@Table(name = "stage")
class PlannedStage {

  /** Names a stage of a schedule. */
  @Embeddable
  record Id(String schedule, int listOrder) {}

  @EmbeddedId private Id id;
  private String base;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private LocalDate firstDay;

  /** Null for CLOSED, which has no end. */
  private LocalDate lastDay;

  @Column(name = "phase")
  private Integer phase;

  private String sector;

  protected PlannedStage() {}

  PlannedStage(String schedule, int listOrder, StageDocument document) {
    id = new Id(schedule, listOrder);
    base = document.base();
    stage = document.stage();
    firstDay = document.from();
    lastDay = document.to();
    phase = document.phase();
    sector = document.sector();
  }

  Integer listOrder() {
    return id.listOrder();
  }

  String base() {
    return base;
  }

  String stage() {
    return stage.name();
  }

  LocalDate firstDay() {
    return firstDay;
  }

  StageDocument document() {
    return new StageDocument(base, stage, firstDay, lastDay, phase, sector);
  }
}
