package org.drawdown.record.movement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.api.problem.Refusal;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.fact.Parts;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.ledger.Intended;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.movement.MovementRepository;

/** The movements of the schedule in force, and those of which the record knows. */
@ApplicationScoped
public class Movements {

  private final RecordedMission mission;
  private final MovementRepository planned;
  private volatile Kept kept;

  /** The movements of a schedule, which never change. */
  private record Kept(String schedule, Map<String, MovementDocument> movements) {}

  Movements(RecordedMission mission, MovementRepository planned) {
    this.mission = mission;
    this.planned = planned;
  }

  /** The movements of the schedule in force, by id; none where none is. */
  public Map<String, MovementDocument> planned() {
    var active = mission.active().orElse(null);
    if (active == null) {
      return Map.of();
    }
    var known = kept;
    if (known == null || !known.schedule().equals(active.id())) {
      var movements = new LinkedHashMap<String, MovementDocument>();
      planned.of(active).forEach(m -> movements.put(m.id(), m));
      known = new Kept(active.id(), movements);
      kept = known;
    }
    return known.movements();
  }

  /** What a movement was meant to be; 404 if neither plan nor record knows it. */
  public Intended intended(String id) {
    var known = mission.ledger().columns().get(id);
    if (known != null) {
      return known.intended();
    }
    return planned(id, planned().get(id));
  }

  private Intended planned(String id, MovementDocument document) {
    if (document == null) {
      throw Refusal.notFound(m -> m.noMovement(id));
    }
    return of(document, mission.active().map(Schedule::id).orElse(null));
  }

  /**
   * What a movement that a report names was meant to be; nothing where it names none.
   *
   * @param pointer to the name in the request
   * @throws Refusal 400 if there is no such movement
   */
  public List<Intended> named(String id, String pointer) {
    if (id == null) {
      return List.of();
    }
    try {
      return List.of(intended(id));
    } catch (Refusal e) {
      throw Refusal.invalid(pointer, m -> m.noMovement(id));
    }
  }

  /** What a plan intends. */
  public static Intended of(MovementDocument m, String schedule) {
    return new Intended(
        m.id(),
        schedule,
        m.kind().name(),
        m.mode(),
        m.base(),
        m.destination(),
        m.routes(),
        m.dispatched(),
        m.departs(),
        m.arrives(),
        m.trucks() + m.selfDeploying(),
        m.trucks(),
        m.escorts(),
        m.aircraft() == null ? null : m.aircraft().type(),
        null,
        m.units().stream().map(u -> new Parts.UnitPeople(u.unit(), u.people())).toList(),
        m.loads(),
        m.assets().stream()
            .map(a -> new Parts.AssetItems(a.asset(), a.quantity(), a.loads()))
            .toList(),
        null,
        null);
  }

  /** All movements, those of the plan first, with what the record knows of them. */
  List<MovementView> all() {
    var ledger = mission.ledger();
    var all = new LinkedHashMap<String, MovementView>();
    var active = mission.active().map(Schedule::id).orElse(null);
    planned()
        .forEach(
            (id, document) -> all.put(id, view(of(document, active), ledger.columns().get(id))));
    ledger.columns().forEach((id, column) -> all.putIfAbsent(id, view(column.intended(), column)));
    return List.copyOf(all.values());
  }

  /** A movement with what the record knows of it; 404 if neither plan nor record knows it. */
  MovementView view(String id) {
    var column = mission.ledger().columns().get(id);
    var active = mission.active().map(Schedule::id).orElse(null);
    var document = planned().get(id);
    return document == null && column != null
        ? view(column.intended(), column)
        : view(document == null ? planned(id, null) : of(document, active), column);
  }

  private static MovementView view(Intended planned, Column column) {
    return MovementView.of(planned, column);
  }
}
