package org.drawdown.mission.places;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.drawdown.dataset.Dataset;

/** A port of embarkation. */
@Entity
@DiscriminatorValue("EXIT")
public class Exit extends Place<Dataset.Exit> {

  @Column(name = "exit_kind")
  private String kind;

  private String country;

  /** For Hibernate. */
  protected Exit() {}

  Exit(String code) {
    super(code);
  }

  @Override
  public Dataset.Exit document() {
    return new Dataset.Exit(code(), name(), kind, country, location(), extra());
  }

  void become(Dataset.Exit document) {
    isAt(document.name(), document.location());
    kind = document.kind();
    country = document.country();
    keep(document.extra());
  }
}
