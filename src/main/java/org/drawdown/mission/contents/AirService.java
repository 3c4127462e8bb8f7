package org.drawdown.mission.contents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.places.Base;

/** Flights that the mission runs anyway. */
@Entity
@Table(name = "air_service")
public class AirService extends MissionRow<Dataset.AirService> {

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "from_base")
  private Base from;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "to_base")
  private Base to;

  private String type;
  private Integer aircraft;
  private Double flightsPerWeek;
  private Integer seats;

  @Column(name = "until_day")
  private LocalDate until;

  @ElementCollection
  @CollectionTable(name = "air_service_passenger", joinColumns = @JoinColumn(name = "service"))
  @OrderColumn(name = "list_order")
  @Column(name = "passenger")
  private List<String> passengers = new ArrayList<>();

  /** For Hibernate. */
  protected AirService() {}

  AirService(String id) {
    this.id = id;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  @Override
  public Dataset.AirService document() {
    return new Dataset.AirService(
        id,
        from.code(),
        to.code(),
        type,
        aircraft,
        flightsPerWeek == null ? null : BigDecimal.valueOf(flightsPerWeek),
        seats,
        until,
        passengers,
        extra());
  }

  void become(Dataset.AirService document, Base itsFrom, Base itsTo) {
    from = itsFrom;
    to = itsTo;
    type = document.type();
    aircraft = document.aircraft();
    flightsPerWeek =
        document.flightsPerWeek() == null ? null : document.flightsPerWeek().doubleValue();
    seats = document.seats();
    until = document.until();
    passengers.clear();
    passengers.addAll(document.passengers());
    keep(document.extra());
  }
}
