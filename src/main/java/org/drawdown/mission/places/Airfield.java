package org.drawdown.mission.places;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.drawdown.dataset.Dataset;

/** The airfield of a base. */
@Embeddable
class Airfield {

  @Column(name = "airfield_icao")
  private String icao;

  @Column(name = "airfield_runway_m")
  private Integer runwayM;

  @Column(name = "airfield_surface")
  private String surface;

  @Column(name = "airfield_sorties_per_day")
  private Integer sortiesPerDay;

  @Column(name = "airfield_fuel")
  private Boolean fuel;

  protected Airfield() {}

  static Airfield of(Dataset.Airfield document) {
    if (document == null) {
      return null;
    }
    var airfield = new Airfield();
    airfield.icao = document.icao();
    airfield.runwayM = document.runwayM();
    airfield.surface = document.surface();
    airfield.sortiesPerDay = document.sortiesPerDay();
    airfield.fuel = document.fuel();
    return airfield;
  }

  Dataset.Airfield document() {
    return new Dataset.Airfield(icao, runwayM, surface, sortiesPerDay, fuel);
  }
}
