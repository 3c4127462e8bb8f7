package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Restriction;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Rule;

/** Movements one by one: how they are made up, which way and when they go. */
final class MovementCheck extends Check {

  private final Paces paces;

  MovementCheck(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    super(problem, plan, ledger, violations);
    this.paces = new Paces(problem);
  }

  @Override
  void run() {
    checkPinned();
    var ids = new HashMap<String, Integer>();
    for (var m : plan.movements()) {
      if (ids.merge(m.id(), 1, Integer::sum) == 2) {
        broken(Rule.ALL_MOVED_ONCE, m, "stands twice in the plan");
      }
      if (isFixed(m)) {
        checkTransit(m);
        continue;
      }
      if (problem.history() != null && m.dispatched() < problem.history().from()) {
        broken(
            Rule.PINNED,
            m,
            problem.history().from(),
            m.dispatched(),
            "sets out before the first day that can still be changed");
      }
      var site = problem.sites().get(m.site());
      if (site.isHub()) {
        broken(
            Rule.ALL_MOVED_ONCE, m, "leaves a hub, whose loads and people go onward by carriers");
        continue;
      }
      if (m.hub() != site.hub()) {
        broken(
            Rule.ALL_MOVED_ONCE,
            m,
            "does not end at %s, the hub of %s".formatted(code(site.hub()), site.code()));
        continue;
      }
      if (m.dispatched() < 0 || m.arrives() > problem.horizon()) {
        broken(Rule.HORIZON, m, "lies outside the horizon");
      }
      if (m.kind().isConvoy()) {
        checkConvoy(m, site);
      } else {
        checkAirlift(m, site);
      }
      checkTransit(m);
    }
  }

  /** What has to stay stands in the plan as it was. */
  private void checkPinned() {
    if (problem.history() == null) {
      return;
    }
    for (var m : problem.history().fixed()) {
      if (!plan.movements().contains(m)) {
        broken(Rule.PINNED, m, "does not stay as it was");
      }
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int begun = problem.history().handovers().get(s);
      var handover = ledger.span(s, Stage.HANDOVER);
      if (begun >= 0 && handover != null && handover.from() != begun) {
        broken(
            Rule.PINNED,
            s,
            null,
            begun,
            (long) begun,
            (long) handover.from(),
            "the handover of %s has begun on day %d".formatted(code(s), begun));
      }
    }
  }

  private void checkConvoy(Movement m, Site site) {
    if (m.flight() != null) {
      broken(Rule.CONVOY_SIZE, m, "is a convoy and names aircraft");
    }
    if (m.vehicles() < 1) {
      broken(Rule.CONVOY_SIZE, m, 1, m.vehicles(), "has no vehicle");
    }
    atMost(
        Rule.CONVOY_SIZE,
        m,
        problem.maxVehicles(site),
        m.vehicles(),
        "has more vehicles than a convoy may");
    atMost(
        Rule.CONVOY_SIZE,
        m,
        problem.largestTruckPool(),
        m.trucks(),
        "has more trucks than the pool ever has");
    atMost(
        Rule.CONVOY_SIZE,
        m,
        problem.sites().get(site.hub()).storage(),
        m.loads(),
        "has more loads than its hub has room for");
    atMost(Rule.CONVOY_SIZE, m, m.vehicles(), m.loads(), "has fewer vehicles than loads");
    int own = 0;
    int loads = 0;
    for (var cargo : m.cargo()) {
      own += lot(m.site(), cargo.asset()).selfDeploying() ? cargo.loads() : 0;
      loads += cargo.loads();
    }
    if (own != m.selfDeploying() || loads != m.loads()) {
      broken(
          Rule.CONVOY_SIZE,
          m,
          own,
          m.selfDeploying(),
          "lists %d loads, %d of them driving themselves; its assets make %d and %d"
              .formatted(m.loads(), m.selfDeploying(), loads, own));
    }
    if (m.escorts() != problem.convoy().escorts()) {
      broken(
          Rule.ESCORTS,
          m,
          problem.convoy().escorts(),
          m.escorts(),
          "does not have the escorts of a convoy");
    }
    atMost(
        Rule.SEATS,
        m,
        (long) m.vehicles() * problem.convoy().seatsPerVehicle(),
        m.people(),
        "carries more people than its vehicles have seats");
    if (checkRoad(m)) {
      checkDrives(m);
    }
  }

  private boolean checkRoad(Movement m) {
    int place = m.site();
    var seen = new ArrayList<Integer>(List.of(place));
    for (int leg : m.legs()) {
      var it = problem.legs().get(leg);
      if (it.from() != place && it.to() != place || seen.contains(it.other(place))) {
        broken(
            Rule.CONVOY_SIZE,
            m,
            "does not drive a simple road from %s to %s: %s breaks it"
                .formatted(code(m.site()), code(m.hub()), it.id()));
        return false;
      }
      place = it.other(place);
      seen.add(place);
    }
    if (place != m.hub() || m.legs().isEmpty()) {
      broken(Rule.CONVOY_SIZE, m, "drives a road that does not end at " + code(m.hub()));
      return false;
    }
    return true;
  }

  private void checkDrives(Movement m) {
    if (m.dispatched() < 0 || m.dispatched() > problem.horizon()) {
      return;
    }
    var back = Paces.reversed(m.legs());
    var out = paces.drive(back, m.dispatched());
    if (out == null) {
      broken(Rule.HORIZON, m, "does not reach the base by the end of the horizon");
      return;
    }
    int departs = out.arrival() + problem.convoy().loadingDays() + 1;
    var home = paces.drive(m.legs(), departs);
    if (home == null) {
      broken(Rule.HORIZON, m, "does not reach the hub by the end of the horizon");
      return;
    }
    if (m.departs() != departs || m.arrives() != home.arrival()) {
      boolean onTime = m.departs() == departs;
      broken(
          Rule.CONVOY_SIZE,
          m,
          onTime ? home.arrival() : departs,
          onTime ? m.arrives() : m.departs(),
          "dispatched on day %d departs on day %d and arrives on day %d by the calendar of paces, not on day %d and day %d"
              .formatted(m.dispatched(), departs, home.arrival(), m.departs(), m.arrives()));
      return;
    }
    checkWay(m, out, back, m.hub());
    checkWay(m, home, m.legs(), m.site());
  }

  /** No leg and no place of the way may be closed on the days on which the column is there. */
  private void checkWay(Movement m, Paces.Drive drive, List<Integer> way, int start) {
    for (var r : problem.restrictions()) {
      if (!r.road()) {
        continue;
      }
      int place = start;
      for (int i = 0; i < way.size(); i++) {
        int next = problem.legs().get(way.get(i)).other(place);
        int first = drive.first()[i];
        int last = drive.last()[i];
        boolean onLeg = r.everywhere() || r.legs().contains(way.get(i));
        if (onLeg && first <= r.to() && last >= r.from()
            || covers(r, place, first)
            || covers(r, next, last)) {
          broken(
              Rule.RESTRICTIONS,
              m.site(),
              m,
              Math.max(first, Math.min(last, r.from())),
              null,
              null,
              "%s moves on %s against %s"
                  .formatted(m.id(), problem.legs().get(way.get(i)).id(), r.id()));
          return;
        }
        place = next;
      }
    }
  }

  private static boolean covers(Restriction r, int site, int day) {
    return day >= r.from() && day <= r.to() && (r.everywhere() || r.sites().contains(site));
  }

  private void checkAirlift(Movement m, Site site) {
    if (m.dispatched() != m.departs() || m.departs() != m.arrives()) {
      broken(Rule.AIRCRAFT, m, "does not fly on one day");
    }
    if (m.vehicles() != 0
        || m.loads() != 0
        || !m.cargo().isEmpty()
        || !m.legs().isEmpty()
        || m.escorts() != 0) {
      broken(Rule.CONVOY_SIZE, m, "is an airlift, which carries people and nothing else");
    }
    var type =
        m.flight() == null
            ? null
            : problem.aircraft().stream()
                .filter(t -> t.type().equals(m.flight().type()))
                .findFirst()
                .orElse(null);
    if (type == null || m.flight().count() < 1 || m.flight().sorties() < 1) {
      broken(Rule.AIRCRAFT, m, "names no aircraft of the mission");
      return;
    }
    var hub = problem.sites().get(m.hub());
    atMost(
        Rule.SEATS,
        m,
        (long) m.flight().count() * type.seats() * m.flight().sorties(),
        m.people(),
        "carries more people than its aircraft have seats");
    atMost(Rule.SEATS, m, problem.air().lotSize(), m.people(), "carries more people than a lot");
    atMost(
        Rule.RANGE,
        m,
        paces.sorties(type, site, hub),
        m.flight().sorties(),
        "flies more rounds than an aircraft can in a day");
    double distance = Paces.distanceKm(site, hub);
    double needed = site.airfield().fuel() ? distance : 2 * distance;
    if (type.rangeKm() < needed) {
      broken(
          Rule.RANGE,
          m,
          (long) type.rangeKm(),
          (long) Math.ceil(needed),
          "flies farther than its range");
    }
    for (var end : List.of(site, hub)) {
      if (!type.rotaryWing()
          && (end.airfield().runwayM() < type.minRunwayM()
              || !type.surfaces().contains(end.airfield().surface()))) {
        broken(
            Rule.RUNWAY,
            m,
            end.airfield().runwayM(),
            type.minRunwayM(),
            "cannot land at " + end.code());
      }
    }
    for (var r : problem.restrictions()) {
      if (r.air() && (covers(r, m.site(), m.departs()) || covers(r, m.hub(), m.departs()))) {
        broken(Rule.RESTRICTIONS, m, "flies against " + r.id());
      }
    }
  }

  private void checkTransit(Movement m) {
    int place = m.site();
    for (int leg : m.legs()) {
      place = problem.legs().get(leg).other(place);
      if (place >= 0 && place != m.hub()) {
        checkOpen(m, place);
      }
    }
    checkOpen(m, m.hub());
  }

  private void checkOpen(Movement m, int site) {
    var handover = ledger.span(site, Stage.HANDOVER);
    if (handover != null && handover.from() <= m.arrives()) {
      broken(
          Rule.TRANSIT_OPEN,
          site,
          m,
          handover.from(),
          m.arrives() + 1L,
          (long) handover.from(),
          "%s starts its handover before %s has arrived".formatted(code(site), m.id()));
    }
  }
}
