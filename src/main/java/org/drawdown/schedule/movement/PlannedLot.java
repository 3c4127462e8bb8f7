package org.drawdown.schedule.movement;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.drawdown.dataset.Dataset;

/** A lot that a schedule has to move, as it was in its dataset. */
@Entity
@Table(name = "lot")
class PlannedLot {

  /** Names a lot of a schedule. */
  @Embeddable
  record Id(String schedule, String asset) {}

  @EmbeddedId private Id id;
  private String base;
  private String category;
  private String ownership;
  private String contributor;
  private int quantity;
  private int loads;
  private Long valueUsd;

  protected PlannedLot() {}

  PlannedLot(String schedule, Dataset.Asset asset, int loads) {
    this.id = new Id(schedule, asset.id());
    this.base = asset.base();
    this.category = asset.category();
    this.ownership = asset.ownership();
    this.contributor = asset.contributor();
    this.quantity = asset.quantity();
    this.loads = loads;
    this.valueUsd = asset.valueUsd();
  }
}
