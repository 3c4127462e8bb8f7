package org.drawdown.planning.replan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.mission.whole.MissionData;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.record.ledger.RecordRule;
import org.drawdown.record.permission.Permissions;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;
import org.drawdown.schedule.request.Continuation;

/** What a request to plan on from the schedule in force takes over from the record. */
@ApplicationScoped
public class RecordedPlans {

  private final RecordedMission mission;
  private final Permissions permissions;
  private final MissionData data;

  RecordedPlans(RecordedMission mission, Permissions permissions, MissionData data) {
    this.mission = mission;
    this.permissions = permissions;
    this.data = data;
  }

  /**
   * A request with what the record adds to it.
   *
   * @param sequence the last entry that counts; null where the record has no part in it
   * @param restrictions that follow from the record
   */
  public record Recorded(
      Continuation continuation, Long sequence, List<AssumedRestriction> restrictions) {

    /** What is assumed besides: the restrictions that follow from the record. */
    public Assumptions assumptions(Assumptions asked) {
      if (restrictions.isEmpty()) {
        return asked;
      }
      var a = asked == null ? Assumptions.NONE : asked;
      var all = new ArrayList<>(a.restrictions() == null ? List.of() : a.restrictions());
      var names = all.stream().map(AssumedRestriction::id).toList();
      restrictions.stream().filter(r -> !names.contains(r.id())).forEach(all::add);
      return new Assumptions(
          a.deadline(),
          a.trucks(),
          a.escorts(),
          a.convoy(),
          all,
          a.liftedRestrictions(),
          a.phases(),
          a.aircraft(),
          a.bases(),
          a.writeOff(),
          a.hardDeadline());
    }
  }

  /**
   * A request to go on from a schedule. Where it is the one in force and something was reported,
   * what really happened counts, from the last day of which anything is known on.
   *
   * @throws Refusal 409 if it would go on from an earlier day
   */
  public Recorded of(Continuation asked) {
    var active = mission.active();
    boolean recorded =
        asked.goesOn()
            && active.isPresent()
            && ("active".equals(asked.basedOn()) || active.get().id().equals(asked.basedOn()))
            && mission.sequence() > 0;
    if (!recorded) {
      return new Recorded(asked, null, List.of());
    }
    var ledger = mission.ledger();
    var edge = ledger.asOf() == null ? ledger.opening().startDate() : ledger.asOf();
    if (asked.asOf() != null && asked.asOf().isBefore(edge)) {
      throw Refusal.conflict(RecordRule.RECORD_IGNORED.name(), m -> m.recordLater(edge), null);
    }
    LocalDate day = asked.asOf() == null ? edge : asked.asOf();
    return new Recorded(
        new Continuation(asked.basedOn(), day, asked.frozenDays(), asked.pins()),
        mission.booksSequence(),
        restrictions(ledger, data.dataset(), day));
  }

  /**
   * Restrictions that follow from the record and do not end before a day. Each has an id of its
   * own: who reports an incident does not know how those of the data are named, and no plan shall
   * fail of it.
   *
   * @param dataset that a plan is made from
   */
  public List<AssumedRestriction> restrictions(Ledger ledger, Dataset dataset, LocalDate day) {
    var taken = new HashSet<String>();
    dataset.restrictions().forEach(r -> taken.add(r.id()));
    var all = new ArrayList<AssumedRestriction>();
    for (var restriction : permissions.restrictions(ledger, day)) {
      if (restriction.to().isBefore(day)) {
        continue;
      }
      var id = restriction.id();
      for (int n = 2; !taken.add(id); n++) {
        id = restriction.id() + "-" + n;
      }
      all.add(restriction.named(id));
    }
    return all;
  }
}
