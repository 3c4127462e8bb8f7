package org.drawdown.record.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.RoadCalendar;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.ledger.Account;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.Opening;
import org.drawdown.record.movement.Movements;
import org.drawdown.record.permission.Asked;
import org.drawdown.record.permission.Permissions;

/** Writes movement orders. */
@ApplicationScoped
class Orders {

  private final RecordedMission mission;
  private final Movements movements;
  private final Permissions permissions;

  Orders(RecordedMission mission, Movements movements, Permissions permissions) {
    this.mission = mission;
    this.movements = movements;
    this.permissions = permissions;
  }

  /** The order of a movement; 404 if neither plan nor record knows it. */
  MovementOrder of(String id) {
    var it = movements.intended(id);
    var ledger = mission.ledger();
    var column = ledger.columns().get(id);
    var edge = ledger.asOf() == null ? ledger.opening().startDate() : ledger.asOf();
    var departs =
        column != null && column.departed() != null
            ? column.departed()
            : it.departs() != null ? it.departs() : edge.plusDays(1);
    var way = way(it, ledger.opening());
    var halts =
        it.flies() || way.isEmpty() ? List.<RoadCalendar.Halt>of() : halts(it, ledger, departs);
    var arrives =
        halts.isEmpty()
            ? it.arrives() == null ? departs : it.arrives()
            : halts.get(halts.size() - 1).day();
    boolean left = column != null && column.state().isUnderWay();
    var manifest = left ? aboard(ledger, id) : manifest(it, ledger.opening());
    var list = left ? carried(ledger, id) : loadList(it, ledger.opening());
    int named = list.stream().mapToInt(MovementOrder.Load::loads).sum();
    return new MovementOrder(
        id,
        it.kind(),
        it.mode(),
        it.base(),
        column == null ? it.destination() : column.destination(),
        it.schedule(),
        column == null ? Column.State.PLANNED : column.state(),
        it.dispatched(),
        departs,
        arrives,
        way,
        Math.round(way.stream().mapToDouble(MovementOrder.Leg::distanceKm).sum() * 10) / 10.0,
        halts,
        it.flies()
            ? null
            : new MovementOrder.Vehicles(
                it.trucks(), column == null ? it.vehicles() : column.vehicles()),
        Parts.People.or(it.escorts()),
        it.aircraft(),
        cover(id, ledger, departs),
        clearances(it, ledger, departs),
        held(it, ledger, departs, arrives),
        Math.max(it.travellers(), manifest.stream().mapToInt(MovementOrder.Unit::people).sum()),
        manifest,
        Math.max(named, Parts.People.or(it.loads())),
        list.stream()
            .filter(MovementOrder.Load::hazardous)
            .mapToInt(MovementOrder.Load::loads)
            .sum(),
        list);
  }

  private static List<RoadCalendar.Halt> halts(Intended it, Ledger ledger, LocalDate departs) {
    var calendar = new RoadCalendar(ledger.opening().dataset());
    return calendar.halts(calendar.roads(it.routes()), departs);
  }

  private static List<MovementOrder.Leg> way(Intended it, Opening opening) {
    var legs = new ArrayList<MovementOrder.Leg>();
    var at = it.base();
    for (var id : it.routes()) {
      for (var route : opening.dataset().routes()) {
        if (route.id().equals(id)) {
          var to = route.from().equals(at) ? route.to() : route.from();
          legs.add(
              new MovementOrder.Leg(
                  id, at, to, route.distanceKm().doubleValue(), route.threatLevel()));
          at = to;
        }
      }
    }
    return legs;
  }

  private static List<MovementOrder.Unit> manifest(Intended it, Opening opening) {
    return it.units().stream().map(u -> unit(u.unit(), u.people(), opening)).toList();
  }

  private static MovementOrder.Unit unit(String id, int people, Opening opening) {
    var unit = opening.unit(id);
    return new MovementOrder.Unit(
        id, unit == null ? null : unit.name(), unit == null ? null : unit.country(), people);
  }

  private static List<MovementOrder.Unit> aboard(Ledger ledger, String id) {
    return ledger.at(Account.road(id)).entrySet().stream()
        .filter(e -> ledger.opening().items().get(e.getKey()).travels())
        .map(e -> unit(e.getKey(), e.getValue(), ledger.opening()))
        .toList();
  }

  private static List<MovementOrder.Load> loadList(Intended it, Opening opening) {
    return it.assets().stream()
        .map(
            a ->
                load(
                    opening.asset(a.asset()),
                    a.quantity(),
                    a.loads() != null
                        ? a.loads()
                        : opening.loadsOf(a.asset(), Parts.People.or(a.quantity()))))
        .sorted(BY_DANGER)
        .toList();
  }

  private static List<MovementOrder.Load> carried(Ledger ledger, String id) {
    var opening = ledger.opening();
    return ledger.at(Account.road(id)).entrySet().stream()
        .filter(e -> opening.items().get(e.getKey()).kind() == Opening.Kind.LOADS)
        .map(
            (Map.Entry<String, Integer> e) ->
                load(
                    opening.asset(e.getKey()),
                    opening.itemsOf(e.getKey(), e.getValue()),
                    e.getValue()))
        .sorted(BY_DANGER)
        .toList();
  }

  /** What is hazardous first: who loads has to keep it apart. */
  private static final Comparator<MovementOrder.Load> BY_DANGER =
      Comparator.comparing((MovementOrder.Load l) -> !l.hazardous())
          .thenComparing(MovementOrder.Load::asset);

  private static MovementOrder.Load load(Dataset.Asset asset, Integer quantity, int loads) {
    return new MovementOrder.Load(
        asset.id(),
        asset.type(),
        asset.contributor(),
        quantity,
        loads,
        asset.priority(),
        Boolean.TRUE.equals(asset.hazardous()));
  }

  private String cover(String id, Ledger ledger, LocalDate day) {
    String cover = null;
    for (var asked : permissions.of(ledger).values()) {
      var subject = asked.permission().subject();
      if (subject.purpose() == Permission.Purpose.AIR_COVER && id.equals(subject.movement())) {
        cover = asked.state(day).name();
      }
    }
    return cover;
  }

  private List<MovementOrder.Clearance> clearances(Intended it, Ledger ledger, LocalDate day) {
    return permissions.of(ledger).values().stream()
        .filter(a -> speaksOf(a, it, day))
        .map(
            a ->
                new MovementOrder.Clearance(
                    a.id(),
                    a.permission().kind().name(),
                    a.permission().authority(),
                    a.state(day).name()))
        .toList();
  }

  private static boolean speaksOf(Asked asked, Intended it, LocalDate day) {
    var subject = asked.permission().subject();
    boolean names =
        it.id().equals(subject.movement())
            || subject.allBases().contains(it.base())
            || subject.routes() != null
                && subject.routes().stream().anyMatch(it.routes()::contains);
    return names && asked.permission().window().has(day);
  }

  private List<MovementOrder.Held> held(
      Intended it, Ledger ledger, LocalDate departs, LocalDate arrives) {
    var held = new ArrayList<MovementOrder.Held>();
    for (var r : ledger.opening().dataset().restrictions()) {
      boolean names =
          r.bases().contains(it.base()) || r.routes().stream().anyMatch(it.routes()::contains);
      boolean mode = r.modes().isEmpty() || r.modes().contains(it.mode());
      boolean moves = r.affects().isEmpty() || r.affects().contains("MOVEMENTS");
      boolean days = !r.from().isAfter(arrives) && !r.to().isBefore(departs);
      if (names && mode && moves && days) {
        held.add(new MovementOrder.Held(r.id(), r.from(), r.to(), r.reason()));
      }
    }
    return held;
  }
}
