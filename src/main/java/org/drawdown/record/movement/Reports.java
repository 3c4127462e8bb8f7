package org.drawdown.record.movement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.ProblemDetail;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.record.FactNames;
import org.drawdown.record.Incidents;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder;
import org.drawdown.record.fact.Report;
import org.drawdown.record.fact.UnplannedMovement;
import org.drawdown.record.fact.UnplannedMovement.Mode;
import org.drawdown.record.fact.UnplannedMovement.MovementKind;
import org.drawdown.record.ledger.Intended;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.Schedule;

/** Makes ready what is reported of movements. */
@ApplicationScoped
public class Reports {

  private final Movements movements;
  private final RecordedMission mission;
  private final Recorder recorder;
  private final Incidents incidents;

  Reports(Movements movements, RecordedMission mission, Recorder recorder, Incidents incidents) {
    this.recorder = recorder;
    this.incidents = incidents;
    this.movements = movements;
    this.mission = mission;
  }

  /** A movement that nobody planned, with the name that it has from now on. */
  Recorder.Filing registration(UnplannedMovement m) {
    var opening = mission.opening();
    var ways = new Ways(opening.dataset());
    var named = m.routes() == null ? List.<String>of() : m.routes();
    var names = new FactNames(opening);
    for (int i = 0; i < named.size(); i++) {
      names.routes(ways.legs(named.get(i)).subList(0, 1), "/routes");
    }
    names
        .base(m.base(), "/base")
        .place(m.destination(), "/destination")
        .require(!m.base().equals(m.destination()), "/destination", Messages::goesNowhere)
        .units(m.units(), "/units")
        .cargo(m.assets(), "/assets")
        .require(fits(m), "/mode", Messages::modeDoesNotFit)
        .require(
            m.joins() == null
                || movements.planned().containsKey(m.joins())
                || mission.ledger().columns().containsKey(m.joins()),
            "/joins",
            x -> x.noMovement(m.joins()))
        .refuse();
    var taken = recorder.hold().columns().keySet();
    var id = m.id();
    if (id == null) {
      int number = 1;
      while (taken.contains(name(m.base(), number))) {
        number++;
      }
      id = name(m.base(), number);
    } else if (taken.contains(id) || movements.planned().containsKey(id)) {
      var name = id;
      throw Refusal.conflict("NAME_TAKEN", x -> x.movementExists(name), null);
    }
    return new Recorder.Filing(m, m.base(), id, id, List.of(intended(id, m, ways)));
  }

  /** An airlift flies, and nothing else does. */
  private static boolean fits(UnplannedMovement m) {
    boolean flies = m.kind() == MovementKind.AIRLIFT || m.kind() == MovementKind.FINAL_AIRLIFT;
    return m.mode() == null || m.kind() == null || flies == (m.mode() == Mode.AIR);
  }

  private static String name(String base, int number) {
    return "%s-X%02d".formatted(base, number);
  }

  /** The shortest way, where the client names none. */
  private static List<String> way(UnplannedMovement m, Ways ways) {
    var name = m.base() + "-" + m.destination();
    var legs = ways.legs(name);
    return legs.equals(List.of(name)) && !ways.isRoute(name) ? List.of() : legs;
  }

  private static Intended intended(String id, UnplannedMovement m, Ways ways) {
    var kind = m.kind() == null ? MovementKind.CONVOY : m.kind();
    boolean flies = kind == MovementKind.AIRLIFT || kind == MovementKind.FINAL_AIRLIFT;
    var mode = m.mode() != null ? m.mode() : flies ? Mode.AIR : Mode.ROAD;
    return new Intended(
        id,
        null,
        kind.name(),
        mode.name(),
        m.base(),
        m.destination(),
        m.routes() == null
            ? mode == Mode.ROAD ? way(m, ways) : List.of()
            : m.routes().stream().flatMap(way -> ways.legs(way).stream()).toList(),
        null,
        null,
        null,
        m.vehicles(),
        null,
        null,
        null,
        m.people(),
        m.units(),
        m.loads(),
        m.assets(),
        m.joins(),
        m.reason());
  }

  /**
   * A report of a movement.
   *
   * @param pointer to the report in the request
   */
  public Recorder.Filing filing(String id, Report report, String pointer) {
    var active = mission.active().map(Schedule::id).orElse(null);
    if (report.schedule() != null && !report.schedule().equals(active)) {
      throw Refusal.conflict(
          "SCHEDULE_SUPERSEDED",
          m -> m.anotherIsInForce(report.schedule()),
          new ProblemDetail.About(null, null, active));
    }
    var intended = movements.intended(id);
    var faults = faults(report, mission.opening());
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults.stream().map(f -> f.under(pointer)).toList());
    }
    return new Recorder.Filing(report.alone(), intended.base(), id, null, List.of(intended));
  }

  /** What came with a report, to be filed before it; null where nothing did. */
  Recorder.Filing incident(String id, Report report) {
    var incident = report.incident();
    if (incident == null) {
      return null;
    }
    return incidents.filing(incident, id, List.of(movements.intended(id)), "/incident");
  }

  private static List<Fault> faults(Report report, Opening opening) {
    var names =
        new FactNames(opening)
            .units(report.units(), "/units")
            .cargo(report.assets(), "/assets")
            .require(
                report.kind() != Report.Kind.DIVERTED || report.to() != null,
                "/to",
                Messages::divertedNeedsTo);
    if (report.to() != null) {
      names.place(report.to(), "/to");
    }
    if (report.place() != null) {
      names
          .route(report.place().route(), "/place/route")
          .require(isOnRoute(report.place(), opening), "/place/km", Messages::beyondTheRoute);
    }
    return names.faults();
  }

  private static boolean isOnRoute(Report.Place place, Opening opening) {
    return place.km() == null
        || opening.dataset().routes().stream()
            .filter(r -> r.id().equals(place.route()))
            .allMatch(r -> place.km().compareTo(r.distanceKm()) <= 0);
  }

  /** Reports of several movements; every one that names what is not there is told. */
  List<Recorder.Filing> filings(ReportList list) {
    var filings = new ArrayList<Recorder.Filing>();
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < list.reports().size(); i++) {
      var item = list.reports().get(i);
      var at = "/reports/" + i;
      try {
        var filing = filing(item.movement(), item.report(), at);
        if (item.report().incident() != null) {
          throw Refusal.invalid(at + "/incident", Messages::incidentAlone);
        }
        filings.add(filing);
      } catch (Refusal e) {
        if (e.rule() != null) {
          throw e;
        }
        faults.addAll(
            e.faults().isEmpty()
                ? List.of(new Fault(at + "/movement", m -> m.noMovement(item.movement())))
                : e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return filings;
  }
}
