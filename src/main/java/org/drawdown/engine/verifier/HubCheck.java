package org.drawdown.engine.verifier;

import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Rule;

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
      broken(
          Rule.HUB_STORAGE,
          h,
          null,
          day,
          (long) room,
          (long) worst,
          "the yard of %s holds up to %d loads".formatted(hub.code(), worst));
    }
    if (!ledger.isCleared(h)) {
      broken(
          Rule.ALL_MOVED_ONCE,
          h,
          null,
          problem.horizon(),
          null,
          null,
          "%s cannot ship all loads and fly all people by the end of the horizon"
              .formatted(hub.code()));
    }
    for (var left : plan.leftBehind()) {
      if (left.site() == h) {
        broken(
            Rule.ALL_MOVED_ONCE,
            h,
            null,
            -1,
            0L,
            (long) left.loads(),
            "%s is left behind at %s, a hub".formatted(left.asset(), hub.code()));
      }
    }
    var handover = ledger.span(h, Stage.HANDOVER);
    if (handover == null) {
      return;
    }
    if (handover.from() <= ledger.lastFlow(h)) {
      broken(
          Rule.HANDOVER_STEPS,
          h,
          null,
          handover.from(),
          ledger.lastFlow(h) + 1L,
          (long) handover.from(),
          "%s starts its handover before all have left but the rear party".formatted(hub.code()));
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
          Rule.REAR_PARTY_LAST,
          h,
          null,
          closedOn,
          (long) ledger.seats(h, closedOn),
          (long) hub.rearParty(),
          "the rear party of %s does not find its seats on the day of closing"
              .formatted(hub.code()));
    }
  }
}
