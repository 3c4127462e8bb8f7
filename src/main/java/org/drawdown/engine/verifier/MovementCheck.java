package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Restriction;
import org.drawdown.engine.Problem.Site;

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
        broken(Breach.STANDS_TWICE, m);
      }
      if (isFixed(m)) {
        checkTransit(m);
        continue;
      }
      if (problem.history() != null && m.dispatched() < problem.history().from()) {
        broken(Breach.SETS_OUT_TOO_SOON, m, problem.history().from(), m.dispatched());
      }
      if (m.dispatched() < problem.firstMove()) {
        broken(
            Breach.BEFORE_FIRST_DAY,
            m.site(),
            m,
            m.dispatched(),
            (long) problem.firstMove(),
            (long) m.dispatched(),
            Particulars.days(problem.firstMove()));
      }
      var site = problem.sites().get(m.site());
      if (m.kind() == Plan.Kind.REPOSITION) {
        checkReposition(m, site);
        checkTransit(m);
        continue;
      }
      if (site.isHub()) {
        broken(Breach.LEAVES_A_HUB, m);
        continue;
      }
      if (m.hub() != site.hub()) {
        broken(Breach.WRONG_HUB, m, Particulars.names(code(site.hub())));
        continue;
      }
      if (m.dispatched() < 0 || m.arrives() > problem.horizon()) {
        broken(Breach.OUTSIDE_HORIZON, m);
      }
      if (m.kind().isConvoy()) {
        checkConvoy(m, site);
      } else {
        checkAirlift(m, site);
      }
      checkTransit(m);
    }
  }

  /** Checks that fixed movements are in the plan unchanged. */
  private void checkPinned() {
    if (problem.history() == null) {
      return;
    }
    for (var m : problem.history().fixed()) {
      if (!plan.movements().contains(m)) {
        broken(Breach.NOT_AS_IT_WAS, m);
      }
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int begun = problem.history().handovers().get(s);
      var handover = ledger.span(s, Stage.HANDOVER);
      if (begun >= 0 && handover != null && handover.from() != begun) {
        broken(
            Breach.HANDOVER_HAS_BEGUN,
            s,
            null,
            begun,
            (long) begun,
            (long) handover.from(),
            Particulars.days(begun));
      }
    }
  }

  private void checkReposition(Movement m, Site from) {
    if (!from.isHub() || !problem.sites().get(m.hub()).isHub() || m.site() == m.hub()) {
      broken(Breach.NOT_BETWEEN_HUBS, m);
      return;
    }
    if (m.people() != 0
        || m.loads() != 0
        || m.selfDeploying() != 0
        || !m.cargo().isEmpty()
        || !m.riders().isEmpty()
        || m.flight() != null) {
      broken(Breach.REPOSITION_LADEN, m);
    }
    if (m.trucks() + m.escorts() < 1) {
      broken(Breach.REPOSITION_OF_NOTHING, m);
    }
    atMost(Breach.REPOSITION_TOO_LARGE, m, problem.convoy().maxVehicles(), m.trucks());
    if (m.dispatched() < 0 || m.arrives() > problem.horizon()) {
      broken(Breach.OUTSIDE_HORIZON, m);
    }
    if (!isRoad(m)) {
      broken(Breach.REPOSITION_WITHOUT_ROAD, m, Particulars.names(code(m.hub())));
      return;
    }
    if (m.dispatched() < 0 || m.dispatched() > problem.horizon()) {
      return;
    }
    var drive = paces.drive(m.legs(), m.dispatched());
    if (drive == null) {
      broken(Breach.HUB_NOT_REACHED, m);
    } else if (m.departs() != m.dispatched() || m.arrives() != drive.arrival()) {
      broken(
          Breach.REPOSITION_OFF_THE_CALENDAR,
          m,
          Particulars.days(m.dispatched(), drive.arrival(), m.departs(), m.arrives()));
    } else {
      checkWay(m, drive, m.legs(), m.site());
    }
  }

  private boolean isRoad(Movement m) {
    int place = m.site();
    var seen = new ArrayList<Integer>(List.of(place));
    for (int leg : m.legs()) {
      var it = problem.legs().get(leg);
      if (it.from() != place && it.to() != place || seen.contains(it.other(place))) {
        return false;
      }
      place = it.other(place);
      seen.add(place);
    }
    return place == m.hub();
  }

  private void checkConvoy(Movement m, Site site) {
    if (m.flight() != null) {
      broken(Breach.CONVOY_WITH_AIRCRAFT, m);
    }
    if (m.vehicles() < 1) {
      broken(Breach.NO_VEHICLE, m, 1, m.vehicles());
    }
    atMost(Breach.TOO_MANY_VEHICLES, m, problem.maxVehicles(site), m.vehicles());
    // What has been brought to a hub counts there, though the pools may have been cut since.
    int there = Arrays.stream(ledger.trucksThere(site.hub())).max().orElse(0);
    int most = Math.max(problem.largestTruckPool(), there);
    atMost(Breach.MORE_TRUCKS_THAN_POOL, m, most, m.trucks());
    atMost(Breach.MORE_LOADS_THAN_YARD, m, problem.sites().get(site.hub()).storage(), m.loads());
    atMost(Breach.FEWER_VEHICLES_THAN_LOADS, m, m.vehicles(), m.loads());
    int own = 0;
    int loads = 0;
    for (var cargo : m.cargo()) {
      own += lot(m.site(), cargo.asset()).selfDeploying() ? cargo.loads() : 0;
      loads += cargo.loads();
    }
    if (own != m.selfDeploying() || loads != m.loads()) {
      boolean loadsDiffer = loads != m.loads();
      broken(
          Breach.LOADS_DO_NOT_ADD_UP,
          m,
          loadsDiffer ? loads : own,
          loadsDiffer ? m.loads() : m.selfDeploying(),
          Particulars.numbers(m.loads(), m.selfDeploying(), loads, own));
    }
    if (m.escorts() != problem.convoy().escorts()) {
      broken(Breach.WRONG_ESCORTS, m, problem.convoy().escorts(), m.escorts());
    }
    atMost(
        Breach.TOO_FEW_VEHICLE_SEATS,
        m,
        (long) m.vehicles() * problem.convoy().seatsPerVehicle(),
        m.people());
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
        broken(Breach.NO_SIMPLE_ROAD, m, Particulars.names(code(m.hub()), it.id()));
        return false;
      }
      place = it.other(place);
      seen.add(place);
    }
    if (place != m.hub() || m.legs().isEmpty()) {
      broken(Breach.ROAD_ENDS_ELSEWHERE, m, Particulars.names(code(m.hub())));
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
      broken(Breach.BASE_NOT_REACHED, m);
      return;
    }
    int departs = out.arrival() + problem.convoy().loadingDays() + 1;
    var home = paces.drive(m.legs(), departs);
    if (home == null) {
      broken(Breach.HUB_NOT_REACHED, m);
      return;
    }
    if (m.departs() != departs || m.arrives() != home.arrival()) {
      boolean onTime = m.departs() == departs;
      broken(
          Breach.OFF_THE_CALENDAR,
          m,
          onTime ? home.arrival() : departs,
          onTime ? m.arrives() : m.departs(),
          Particulars.days(m.dispatched(), departs, home.arrival(), m.departs(), m.arrives()));
      return;
    }
    checkWay(m, out, back, m.hub());
    checkWay(m, home, m.legs(), m.site());
  }

  /** No leg and no place of the way may be closed on the days on which the convoy is there. */
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
              Breach.DRIVES_AGAINST_RESTRICTION,
              m.site(),
              m,
              Math.max(first, Math.min(last, r.from())),
              null,
              null,
              Particulars.names(problem.legs().get(way.get(i)).id(), r.id()));
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
      broken(Breach.NOT_ON_ONE_DAY, m);
    }
    if (m.vehicles() != 0
        || m.loads() != 0
        || !m.cargo().isEmpty()
        || !m.legs().isEmpty()
        || m.escorts() != 0) {
      broken(Breach.AIRLIFT_WITH_CARGO, m);
    }
    var type =
        m.flight() == null
            ? null
            : problem.aircraft().stream()
                .filter(t -> t.type().equals(m.flight().type()))
                .findFirst()
                .orElse(null);
    if (type == null || m.flight().count() < 1 || m.flight().sorties() < 1) {
      broken(Breach.NO_SUCH_AIRCRAFT, m);
      return;
    }
    var hub = problem.sites().get(m.hub());
    atMost(
        Breach.TOO_FEW_AIRCRAFT_SEATS,
        m,
        (long) m.flight().count() * type.seats() * m.flight().sorties(),
        m.people());
    atMost(Breach.LOT_TOO_LARGE, m, problem.air().lotSize(), m.people());
    int each = Math.max(1, m.flight().count() * type.seats());
    int needed = Math.max(1, (m.people() + each - 1) / each);
    int possible = paces.sorties(type, site, hub);
    atMost(Breach.TOO_MANY_SORTIES, m, possible, m.flight().sorties());
    if (m.flight().sorties() <= possible) {
      atMost(Breach.SORTIES_NOT_NEEDED, m, needed, m.flight().sorties());
    }
    double distance = Paces.distanceKm(site, hub);
    double reach = site.airfield().fuel() ? distance : 2 * distance;
    if (type.rangeKm() < reach) {
      broken(Breach.OUT_OF_RANGE, m, (long) type.rangeKm(), (long) Math.ceil(reach));
    }
    for (var end : List.of(site, hub)) {
      if (!type.rotaryWing()
          && (end.airfield().runwayM() < type.minRunwayM()
              || !type.surfaces().contains(end.airfield().surface()))) {
        broken(
            Breach.CANNOT_LAND,
            m,
            end.airfield().runwayM(),
            type.minRunwayM(),
            Particulars.names(end.code()));
      }
    }
    for (var r : problem.restrictions()) {
      if (r.air() && (covers(r, m.site(), m.departs()) || covers(r, m.hub(), m.departs()))) {
        broken(Breach.FLIES_AGAINST_RESTRICTION, m, Particulars.names(r.id()));
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
          Breach.TRANSIT_CLOSED,
          site,
          m,
          handover.from(),
          m.arrives() + 1L,
          (long) handover.from(),
          Particulars.NONE);
    }
  }
}
