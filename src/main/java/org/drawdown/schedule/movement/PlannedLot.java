package org.drawdown.schedule.movement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @ElementCollection
  @CollectionTable(
      name = "lot_part",
      joinColumns = {@JoinColumn(name = "schedule"), @JoinColumn(name = "asset")})
  private List<Part> parts = new ArrayList<>();

  /** Loads of it that stand at a base, or stood there. */
  @Embeddable
  record Part(String base, int loads) {}

  protected PlannedLot() {}

  PlannedLot(String schedule, Dataset.Asset asset, Map<String, Integer> loadsAt) {
    this.id = new Id(schedule, asset.id());
    this.base = asset.base();
    this.category = asset.category();
    this.ownership = asset.ownership();
    this.contributor = asset.contributor();
    this.quantity = asset.quantity();
    this.loads = loadsAt.values().stream().mapToInt(Integer::intValue).sum();
    loadsAt.forEach((at, number) -> parts.add(new Part(at, number)));
    this.valueUsd = asset.valueUsd();
  }
}
