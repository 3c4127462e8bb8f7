package org.drawdown.mission.limits;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.MissionRow;
import org.drawdown.mission.places.Base;
import org.drawdown.mission.places.Route;

/** A window in which something may not move. */
@Entity
public class Restriction extends MissionRow<Dataset.Restriction> {

  @Id private String id;
  private String kind;

  @ManyToMany
  @JoinTable(
      name = "restriction_route",
      joinColumns = @JoinColumn(name = "restriction"),
      inverseJoinColumns = @JoinColumn(name = "route"))
  @OrderColumn(name = "list_order")
  private List<Route> routes = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "restriction_base",
      joinColumns = @JoinColumn(name = "restriction"),
      inverseJoinColumns = @JoinColumn(name = "base"))
  @OrderColumn(name = "list_order")
  private List<Base> bases = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "restriction_mode", joinColumns = @JoinColumn(name = "restriction"))
  @OrderColumn(name = "list_order")
  @Column(name = "mode")
  private List<String> modes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "restriction_flow", joinColumns = @JoinColumn(name = "restriction"))
  @OrderColumn(name = "list_order")
  @Column(name = "flow")
  private List<String> affects = new ArrayList<>();

  private Double factor;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private String reason;

  /** For Hibernate. */
  protected Restriction() {}

  Restriction(String id) {
    this.id = id;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  @Override
  public Dataset.Restriction document() {
    return new Dataset.Restriction(
        id,
        kind,
        routes.stream().map(Route::id).toList(),
        bases.stream().map(Base::code).toList(),
        modes,
        affects,
        factor == null ? null : BigDecimal.valueOf(factor),
        firstDay,
        lastDay,
        reason,
        extra());
  }

  void become(Dataset.Restriction document, List<Route> itsRoutes, List<Base> itsBases) {
    kind = document.kind();
    replace(routes, itsRoutes);
    replace(bases, itsBases);
    replace(modes, document.modes());
    replace(affects, document.affects());
    factor = document.factor() == null ? null : document.factor().doubleValue();
    firstDay = document.from();
    lastDay = document.to();
    reason = document.reason();
    keep(document.extra());
  }

  private static <T> void replace(List<T> old, List<T> now) {
    old.clear();
    old.addAll(now);
  }
}
