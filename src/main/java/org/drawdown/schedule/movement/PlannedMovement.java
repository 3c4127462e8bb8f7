package org.drawdown.schedule.movement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.engine.Plan.Kind;

/** A movement of a schedule. */
@Entity
@Table(name = "movement")
class PlannedMovement {

  /** Names a movement of a schedule; the movement keeps its id when it is replanned. */
  @Embeddable
  record Id(String schedule, String movement) {}

  /** A part of a lot that it carries. */
  @Embeddable
  record CargoRow(String asset, int quantity, int loads) {}

  /** People of a unit whom it carries. */
  @Embeddable
  record RiderRow(String unit, int people) {}

  @EmbeddedId private Id id;
  private int listOrder;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String mode;
  private String base;
  private String destination;
  private LocalDate dispatched;
  private LocalDate departs;
  private LocalDate arrives;
  private int trucks;
  private int selfDeploying;
  private int escorts;
  private int loads;
  private int people;
  private String aircraftType;
  private Integer aircraftCount;
  private Integer aircraftSorties;

  @ElementCollection
  @CollectionTable(
      name = "movement_leg",
      joinColumns = {@JoinColumn(name = "schedule"), @JoinColumn(name = "movement")})
  @OrderColumn(name = "list_order")
  @Column(name = "route")
  private List<String> routes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "movement_cargo",
      joinColumns = {@JoinColumn(name = "schedule"), @JoinColumn(name = "movement")})
  @OrderColumn(name = "list_order")
  private List<CargoRow> cargo = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "movement_rider",
      joinColumns = {@JoinColumn(name = "schedule"), @JoinColumn(name = "movement")})
  @OrderColumn(name = "list_order")
  private List<RiderRow> riders = new ArrayList<>();

  protected PlannedMovement() {}

  PlannedMovement(String schedule, int listOrder, MovementDocument document) {
    this.id = new Id(schedule, document.id());
    this.listOrder = listOrder;
    this.kind = document.kind();
    this.mode = document.mode();
    this.base = document.base();
    this.destination = document.destination();
    this.dispatched = document.dispatched();
    this.departs = document.departs();
    this.arrives = document.arrives();
    this.trucks = document.trucks();
    this.selfDeploying = document.selfDeploying();
    this.escorts = document.escorts();
    this.loads = document.loads();
    this.people = document.people();
    if (document.aircraft() != null) {
      this.aircraftType = document.aircraft().type();
      this.aircraftCount = document.aircraft().count();
      this.aircraftSorties = document.aircraft().sorties();
    }
    this.routes.addAll(document.routes());
    document.assets().forEach(c -> cargo.add(new CargoRow(c.asset(), c.quantity(), c.loads())));
    document.units().forEach(r -> riders.add(new RiderRow(r.unit(), r.people())));
  }

  Integer listOrder() {
    return listOrder;
  }

  String id() {
    return id.movement();
  }

  String base() {
    return base;
  }

  LocalDate dispatched() {
    return dispatched;
  }

  LocalDate departs() {
    return departs;
  }

  LocalDate arrives() {
    return arrives;
  }

  MovementDocument document() {
    return new MovementDocument(
        id.movement(),
        kind,
        mode,
        base,
        destination,
        routes,
        dispatched,
        departs,
        arrives,
        trucks,
        selfDeploying,
        escorts,
        loads,
        people,
        aircraftType == null
            ? null
            : new MovementDocument.Flight(aircraftType, aircraftCount, aircraftSorties),
        cargo.stream()
            .map(c -> new MovementDocument.Cargo(c.asset(), c.quantity(), c.loads()))
            .toList(),
        riders.stream().map(r -> new MovementDocument.Riders(r.unit(), r.people())).toList());
  }
}
