package org.drawdown.mission.places;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;

/** A leg between two places. */
@Entity
public class Route extends MissionRow<Dataset.Route> {

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "from_place")
  private Place<?> from;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "to_place")
  private Place<?> to;

  private String mode;
  private double distanceKm;

  @ElementCollection
  @CollectionTable(name = "route_pace", joinColumns = @JoinColumn(name = "route"))
  @MapKeyColumn(name = "season")
  @Column(name = "km_per_day")
  private Map<String, Double> kmPerDay = new HashMap<>();

  private Integer convoysPerDay;
  private Integer threatLevel;

  /** For Hibernate. */
  protected Route() {}

  Route(String id) {
    this.id = id;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  @Override
  public Dataset.Route document() {
    var paces = new TreeMap<String, BigDecimal>();
    kmPerDay.forEach((season, pace) -> paces.put(season, BigDecimal.valueOf(pace)));
    return new Dataset.Route(
        id,
        from.code(),
        to.code(),
        mode,
        BigDecimal.valueOf(distanceKm),
        paces,
        convoysPerDay,
        threatLevel,
        extra());
  }

  void become(Dataset.Route document, Place<?> itsFrom, Place<?> itsTo) {
    from = itsFrom;
    to = itsTo;
    mode = document.mode();
    distanceKm = document.distanceKm().doubleValue();
    kmPerDay.keySet().retainAll(document.kmPerDay().keySet());
    document.kmPerDay().forEach((season, pace) -> kmPerDay.put(season, pace.doubleValue()));
    convoysPerDay = document.convoysPerDay();
    threatLevel = document.threatLevel();
    keep(document.extra());
  }
}
