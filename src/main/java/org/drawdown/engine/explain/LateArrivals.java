package org.drawdown.engine.explain;

import java.util.ArrayDeque;
import java.util.Comparator;
import org.drawdown.engine.ObjectiveFigures;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;

/**
 * Which bases the people came from who fly home late from a hub: who came first flies first, and
 * those who came before the hub's own, as the hubs' seats are filled.
 */
final class LateArrivals {

  private final Problem problem;
  private final Plan plan;
  private final Ledger ledger;

  LateArrivals(Problem problem, Plan plan, Ledger ledger) {
    this.problem = problem;
    this.plan = plan;
    this.ledger = ledger;
  }

  private static final class Group {
    private final int site;
    private final int arrived;
    private int people;

    Group(Movement m) {
      this.site = m.site();
      this.arrived = m.arrives();
      this.people = m.people();
    }
  }

  /**
   * Late person-days at a hub by the site that people came from; its own people count with itself.
   *
   * @param signed the last day of the hub's handover; flights after it do not count for liquidation
   */
  long[] of(int hub, int signed) {
    var groups = new ArrayDeque<Group>();
    plan.movements().stream()
        .filter(m -> m.hub() == hub && m.people() > 0)
        .sorted(Comparator.comparingInt(Movement::arrives))
        .forEach(m -> groups.add(new Group(m)));
    var late = new long[problem.sites().size()];
    for (var flow : ledger.onward()) {
      if (flow.site() == hub) {
        boolean exempt = problem.sites().get(hub).liquidation() && flow.day() > signed;
        int days =
            Math.min(
                ObjectiveFigures.LONGEST_PEOPLE_LATE, Math.max(0, flow.day() - problem.deadline()));
        int left = flow.peopleFlown();
        while (left > 0 && !groups.isEmpty() && groups.peek().arrived <= flow.day()) {
          var group = groups.peek();
          int fly = Math.min(left, group.people);
          late[group.site] += exempt ? 0 : (long) days * fly;
          group.people -= fly;
          left -= fly;
          if (group.people == 0) {
            groups.remove();
          }
        }
        late[hub] += exempt ? 0 : (long) days * left;
      }
    }
    return late;
  }
}
