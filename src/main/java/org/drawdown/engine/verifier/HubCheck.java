package org.drawdown.engine.verifier;

import java.util.List;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;

/** The yards and flights of every hub. */
final class HubCheck extends Check {

  HubCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
  }

  @Override
  void run() {
    for (int s = 0; s < problem.sites().size(); s++) {
      if (problem.sites().get(s).isHub()) {
        checkHub(s);
      }
    }
  }

  private void checkHub(int h) {
    var hub = problem.sites().get(h);
    int room = Math.max(hub.storage(), fullByFixed(h));
    int worst = 0;
    int day = -1;
    for (var flow : ledger.onward()) {
      if (flow.site() == h && flow.loadsInYard() > Math.max(worst, room)) {
        worst = flow.loadsInYard();
        day = day < 0 ? flow.day() : day;
      }
    }
    if (day >= 0) {
      broken(Breach.YARD_OVERFULL, h, day, (long) room, (long) worst);
    }
    if (!ledger.isCleared(h)) {
      broken(Breach.HUB_NOT_CLEARED, h, problem.horizon(), null, null);
    }
    for (var left : plan.leftBehind()) {
      if (left.site() == h) {
        broken(
            Breach.LEFT_BEHIND_AT_HUB,
            h,
            null,
            -1,
            0L,
            (long) left.loads(),
            Particulars.names(left.asset()));
      }
    }
    var handover = ledger.span(h, Stage.HANDOVER);
    if (handover == null) {
      return;
    }
    boolean guardOnly = handover.from() > ledger.lastFlowUnguarded(h);
    if (handover.from() <= ledger.lastFlow(h)) {
      broken(
          guardOnly ? Breach.GUARD_LEAVES : Breach.HUB_NOT_EMPTY,
          h,
          handover.from(),
          ledger.lastFlow(h) + 1L,
          (long) handover.from());
    }
    checkRearFlight(h, hub, handover.to() + 1);
  }

  /** The most loads that what is fixed alone brings into a yard. */
  private int fullByFixed(int h) {
    if (problem.history() == null) {
      return 0;
    }
    var past = new Ledger(problem, new Plan(problem.fixed(), List.of(), List.of()));
    return past.onward().stream()
        .filter(flow -> flow.site() == h)
        .mapToInt(Ledger.OnwardDay::loadsInYard)
        .max()
        .orElse(0);
  }

  private void checkRearFlight(int h, Site hub, int from) {
    int closedOn = ledger.closedOn(h);
    if (hub.rearParty() == 0 || closedOn > problem.horizon() || closedOn < from) {
      return;
    }
    if (ledger.seats(h, closedOn) >= hub.rearParty()) {
      return;
    }
    long seats = 0;
    boolean onOneDay = false;
    for (int d = from; d <= problem.horizon(); d++) {
      seats += d <= closedOn ? ledger.seats(h, d) : 0;
      onOneDay |= ledger.seats(h, d) >= hub.rearParty();
    }
    if (onOneDay || seats < hub.rearParty()) {
      broken(
          Breach.REAR_PARTY_WITHOUT_SEATS,
          h,
          closedOn,
          (long) ledger.seats(h, closedOn),
          (long) hub.rearParty());
    }
  }
}
