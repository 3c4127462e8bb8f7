package org.drawdown.record.site;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.record.FactNames;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.Recorder.Filing;
import org.drawdown.record.fact.Departure;
import org.drawdown.record.fact.HeadCount;

/** Makes ready what is reported of bases, however it comes. */
@ApplicationScoped
public class SiteFilings {

  private final RecordedMission mission;

  SiteFilings(RecordedMission mission) {
    this.mission = mission;
  }

  /**
   * People and loads that left from a base.
   *
   * @throws Refusal naming what the mission does not have
   */
  public Filing departure(String code, Departure departure) {
    new FactNames(mission.opening())
        .base(code, "/base")
        .units(departure.units(), "/units")
        .cargo(departure.assets(), "/assets")
        .exit(departure.exit(), "/exit")
        .require(departure.isVoid() || departure.saysWhat(), "", Messages::saysNothing)
        .refuse();
    return Filing.at(code, departure);
  }

  /**
   * A head count at a base.
   *
   * @throws Refusal if it says nothing
   */
  public Filing count(String code, HeadCount count) {
    new FactNames(mission.opening())
        .base(code, "/base")
        .require(
            count.isVoid() || count.people() != null || count.loads() != null,
            "",
            Messages::saysNothing)
        .refuse();
    return Filing.at(code, count);
  }
}
