package org.drawdown.mission.contents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;

/** The specification of an aircraft. */
@Embeddable
class Aircraft {

  private String wing;
  private Integer seats;
  private Double payloadKg;
  private Double rangeKm;
  private Double cruiseSpeedKmh;

  @Column(name = "min_runway_m")
  private Integer minRunwayM;

  @ElementCollection
  @CollectionTable(name = "asset_surface", joinColumns = @JoinColumn(name = "asset"))
  @OrderColumn(name = "list_order")
  @Column(name = "surface")
  private List<String> surfaces = new ArrayList<>();

  private LocalDate availableFrom;
  private LocalDate availableUntil;

  protected Aircraft() {}

  static Aircraft of(Dataset.Aircraft document) {
    var aircraft = new Aircraft();
    aircraft.wing = document.wing();
    aircraft.seats = document.seats();
    aircraft.payloadKg = document.payloadKg() == null ? null : document.payloadKg().doubleValue();
    aircraft.rangeKm = document.rangeKm().doubleValue();
    aircraft.cruiseSpeedKmh = document.cruiseSpeedKmh().doubleValue();
    aircraft.minRunwayM = document.minRunwayM();
    aircraft.surfaces.addAll(document.surfaces());
    aircraft.availableFrom = document.availableFrom();
    aircraft.availableUntil = document.availableUntil();
    return aircraft;
  }

  Dataset.Aircraft document() {
    return wing == null
        ? null
        : new Dataset.Aircraft(
            wing,
            seats,
            payloadKg == null ? null : BigDecimal.valueOf(payloadKg),
            BigDecimal.valueOf(rangeKm),
            BigDecimal.valueOf(cruiseSpeedKmh),
            minRunwayM,
            surfaces,
            availableFrom,
            availableUntil);
  }
}
