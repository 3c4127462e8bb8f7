package org.drawdown.mission.places;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.drawdown.dataset.Dataset;

/** A place on the road that is no base. */
@Entity
@DiscriminatorValue("WAYPOINT")
public class Waypoint extends Place<Dataset.Waypoint> {

  /** For Hibernate. */
  protected Waypoint() {}

  Waypoint(String code) {
    super(code);
  }

  @Override
  public Dataset.Waypoint document() {
    return new Dataset.Waypoint(code(), name(), location(), extra());
  }

  void become(Dataset.Waypoint document) {
    isAt(document.name(), document.location());
    keep(document.extra());
  }
}
