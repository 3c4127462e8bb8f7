package org.drawdown.mission.contents;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.places.Base;

/** One aircraft, or a lot of other things. */
@Entity
public class Asset extends MissionRow<Dataset.Asset> {

  /** The priority of a lot that has none (planning model). */
  static final int USUAL_PRIORITY = 3;

  @Id private String id;
  private String type;
  private String category;
  private String ownership;
  private String contributor;
  private String disposition;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "base")
  private Base base;

  private int quantity;
  private Double loadsPerItem;
  private Boolean selfDeploying;
  private Integer priority;
  private Long valueUsd;
  private Boolean hazardous;
  @Embedded private Aircraft aircraft;

  /** For Hibernate. */
  protected Asset() {}

  Asset(String id) {
    this.id = id;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  String type() {
    return type;
  }

  int quantity() {
    return quantity;
  }

  int priority() {
    return priority == null ? USUAL_PRIORITY : priority;
  }

  @Override
  public Dataset.Asset document() {
    return new Dataset.Asset(
        id,
        type,
        category,
        ownership,
        contributor,
        disposition,
        base.code(),
        quantity,
        loadsPerItem == null ? null : BigDecimal.valueOf(loadsPerItem),
        selfDeploying,
        priority,
        valueUsd,
        hazardous,
        aircraft == null ? null : aircraft.document(),
        extra());
  }

  void become(Dataset.Asset document, Base itsBase) {
    type = document.type();
    category = document.category();
    ownership = document.ownership();
    contributor = document.contributor();
    disposition = document.disposition();
    base = itsBase;
    quantity = document.quantity();
    loadsPerItem = document.loadsPerItem() == null ? null : document.loadsPerItem().doubleValue();
    selfDeploying = document.selfDeploying();
    priority = document.priority();
    valueUsd = document.valueUsd();
    hazardous = document.hazardous();
    aircraft = document.aircraft() == null ? null : Aircraft.of(document.aircraft());
    keep(document.extra());
  }
}
