package org.drawdown.mission.contents;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.places.Base;

/** People at a base. */
@Entity
public class Unit extends MissionRow<Dataset.Unit> {

  @Id private String id;
  private String name;
  private String country;
  private String category;
  private String role;
  private int strength;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "base")
  private Base base;

  /** For Hibernate. */
  protected Unit() {}

  Unit(String id) {
    this.id = id;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  int strength() {
    return strength;
  }

  @Override
  public Dataset.Unit document() {
    return new Dataset.Unit(id, name, country, category, role, strength, base.code(), extra());
  }

  void become(Dataset.Unit document, Base itsBase) {
    name = document.name();
    country = document.country();
    category = document.category();
    role = document.role();
    strength = document.strength();
    base = itsBase;
    keep(document.extra());
  }
}
