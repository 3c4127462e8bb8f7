package org.drawdown.mission.places;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;

/**
 * A place of the mission: its code is unique among bases, exits and whatever else routes lead to.
 *
 * @param <D> the dataset's record of the place
 */
@Entity
@DiscriminatorColumn(name = "place_kind", length = 20)
public abstract class Place<D> extends MissionRow<D> {

  @Id
  @Column(length = 40)
  private String code;

  private String name;
  private Double longitude;
  private Double latitude;

  /** For Hibernate. */
  protected Place() {}

  /** A place of a code. */
  protected Place(String code) {
    this.code = code;
  }

  /** Names it. */
  public String code() {
    return code;
  }

  /** Its name, or null. */
  protected String name() {
    return name;
  }

  /** Where it is, or null. */
  protected Dataset.Point location() {
    return longitude == null
        ? null
        : Dataset.Point.of(BigDecimal.valueOf(longitude), BigDecimal.valueOf(latitude));
  }

  /** Gives it a name and a location, each of which may be null. */
  protected void isAt(String itsName, Dataset.Point point) {
    name = itsName;
    longitude = point == null ? null : point.longitude().doubleValue();
    latitude = point == null ? null : point.latitude().doubleValue();
  }
}
