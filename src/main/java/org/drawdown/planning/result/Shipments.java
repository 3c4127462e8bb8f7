package org.drawdown.planning.result;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.movement.Shipment;

/**
 * Says of which lots the loads are that carriers take from a hub: first those that have stood in
 * its yard longest, then its own in the order in which they are packed (planning model, "Onward").
 */
public final class Shipments {

  private final PlanningProblem planning;
  private final Plan plan;
  private final Ledger ledger;

  private record Part(String asset, int loads) {}

  public Shipments(PlanningProblem planning, Plan plan, Ledger ledger) {
    this.planning = planning;
    this.plan = plan;
    this.ledger = ledger;
  }

  /** All shipments, hub by hub and day by day. */
  public List<Shipment> all() {
    var shipments = new ArrayList<Shipment>();
    for (int s = 0; s < planning.problem().sites().size(); s++) {
      if (planning.problem().sites().get(s).isHub()) {
        ship(s, shipments);
      }
    }
    return shipments;
  }

  private void ship(int hub, List<Shipment> shipments) {
    var own = own(planning.problem().sites().get(hub));
    var arriving = arriving(hub);
    Deque<Part> yard = new ArrayDeque<>();
    for (var flow : ledger.onward()) {
      if (flow.site() == hub) {
        int left = take(yard, flow.loadsShipped(), hub, flow.day(), shipments);
        take(own, left, hub, flow.day(), shipments);
        while (!arriving.isEmpty() && arriving.peek().arrives() <= flow.day()) {
          arriving.remove().cargo().forEach(c -> yard.add(new Part(c.asset(), c.loads())));
        }
      }
    }
  }

  private static Deque<Part> own(Problem.Site hub) {
    var own = new ArrayDeque<Part>();
    hub.lots().stream()
        .sorted(Comparator.comparingInt(Problem.Lot::priority))
        .forEach(lot -> own.add(new Part(lot.asset(), lot.loads())));
    return own;
  }

  private Deque<Plan.Movement> arriving(int hub) {
    return new ArrayDeque<>(
        plan.movements().stream()
            .filter(m -> m.hub() == hub)
            .sorted(Comparator.comparingInt(Plan.Movement::arrives).thenComparing(m -> m.id()))
            .toList());
  }

  /** Ships up to so many loads from a queue; returns how many are still to be taken elsewhere. */
  private int take(Deque<Part> from, int loads, int hub, int day, List<Shipment> shipments) {
    int left = loads;
    while (left > 0 && !from.isEmpty()) {
      var part = from.remove();
      int taken = Math.min(left, part.loads());
      if (taken < part.loads()) {
        from.addFirst(new Part(part.asset(), part.loads() - taken));
      }
      if (taken > 0) {
        shipments.add(new Shipment(planning.code(hub), planning.date(day), part.asset(), taken));
      }
      left -= taken;
    }
    return left;
  }
}
