package org.drawdown.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.drawdown.api.problem.Refusal;
import org.drawdown.record.Recorder.Filing;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Intended;

/** Makes incidents ready to be filed, whether they come alone or with a report. */
@ApplicationScoped
public class Incidents {

  private final RecordedMission mission;
  private final RecordRepository entries;
  private final Recorder recorder;

  Incidents(RecordedMission mission, RecordRepository entries, Recorder recorder) {
    this.mission = mission;
    this.entries = entries;
    this.recorder = recorder;
  }

  /**
   * An incident with the name that it has from now on.
   *
   * @param movement that it happened to, or null
   * @param intended what that movement was meant to be
   * @param pointer to the incident in the request
   * @throws Refusal 400 if it names what is not there, 409 if its name is taken
   */
  public Filing filing(
      Incident incident, String movement, List<Intended> intended, String pointer) {
    new FactNames(mission.opening())
        .base(incident.base(), pointer + "/base")
        .route(incident.route(), pointer + "/route")
        .restriction(incident.restriction(), pointer + "/restriction")
        .refuse();
    var name = name(incident);
    return new Filing(incident.of(name, movement), incident.base(), movement, name, intended);
  }

  private String name(Incident incident) {
    long next = recorder.next();
    var id = incident.id();
    if (id == null) {
      return "I-" + next;
    }
    var there = entries.named(mission.code(), EntryKind.INCIDENT, id);
    if (there.isPresent() && !keepsItsName(incident, there.get().sequence())) {
      throw Refusal.conflict("NAME_TAKEN", m -> m.incidentExists(id), null);
    }
    return id;
  }

  /** What corrects an incident may go under its name. */
  private static boolean keepsItsName(Incident incident, long there) {
    var corrected = incident.corrects();
    return corrected != null
        && (corrected.sequence() == there || corrected.value().equals(incident.id()));
  }
}
