package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.drawdown.engine.Paces;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Plan.Stage;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Restriction;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Rule;

/** Checks a plan against every rule and lists all that it breaks. */
public final class Verifier {

  private final Problem problem;
  private final Plan plan;
  private final Paces paces;
  private final Ledger ledger;
  private final List<Violation> violations = new ArrayList<>();

  private Verifier(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    this.paces = new Paces(problem);
    this.ledger = new Ledger(problem, plan);
  }

  /** What the verifier found: no violations make a valid plan. */
  public record Judgement(List<Violation> violations, Ledger ledger) {
    public boolean valid() {
      return violations.isEmpty();
    }
  }

  /**
   * Judges a plan, whose sites, legs and assets exist in the problem; anything else may be wrong
   * with it.
   */
  public static Judgement judge(Problem problem, Plan plan) {
    var verifier = new Verifier(problem, plan);
    verifier.checkMovements();
    verifier.checkPools();
    for (int s = 0; s < problem.sites().size(); s++) {
      verifier.checkSite(s);
    }
    return new Judgement(List.copyOf(verifier.violations), verifier.ledger);
  }

  private String code(int site) {
    return problem.sites().get(site).code();
  }

  private void broken(
      Rule rule, int site, Movement m, int day, Long allowed, Long found, String detail) {
    violations.add(
        new Violation(rule, site, m == null ? null : m.id(), day, allowed, found, detail));
  }

  private void broken(Rule rule, Movement m, long allowed, long found, String detail) {
    broken(rule, m.site(), m, m.departs(), allowed, found, m.id() + " " + detail);
  }

  private void broken(Rule rule, Movement m, String detail) {
    broken(rule, m.site(), m, m.departs(), null, null, m.id() + " " + detail);
  }

  // Movements, one by one

  private void checkMovements() {
    var ids = new HashMap<String, Integer>();
    for (var m : plan.movements()) {
      if (ids.merge(m.id(), 1, Integer::sum) == 2) {
        broken(Rule.ALL_MOVED_ONCE, m, "stands twice in the plan");
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

  private void atMost(Rule rule, Movement m, long allowed, long found, String detail) {
    if (found > allowed) {
      broken(rule, m, allowed, found, detail);
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

  private Lot lot(int site, String asset) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  // What all movements together use

  private void checkPools() {
    within(Rule.TRUCKS, -1, ledger.trucks(), d -> problem.trucks()[d], "trucks in use");
    within(Rule.ESCORTS, -1, ledger.escorts(), d -> problem.escorts()[d], "escorts in use");
    for (int l = 0; l < problem.legs().size(); l++) {
      int most = problem.legs().get(l).convoysPerDay();
      within(
          Rule.ROUTE_SLOTS,
          -1,
          ledger.starts(l),
          d -> most,
          "convoys start on " + problem.legs().get(l).id());
    }
    for (int t = 0; t < problem.aircraft().size(); t++) {
      var type = problem.aircraft().get(t);
      within(
          Rule.AIRCRAFT,
          -1,
          ledger.aircraft(t),
          d -> type.available()[d],
          "aircraft fly of type " + type.type());
    }
    for (int s = 0; s < problem.sites().size(); s++) {
      int most = problem.sites().get(s).airfield().sortiesPerDay();
      within(Rule.AIRFIELD_SLOTS, s, ledger.sorties(s), d -> most, "sorties at " + code(s));
    }
  }

  /** One violation for each run of days on which more is used than there is. */
  private void within(Rule rule, int site, int[] used, IntUnaryOperator available, String what) {
    int peak = 0;
    int first = -1;
    for (int d = 0; d <= used.length; d++) {
      if (d < used.length && used[d] > available.applyAsInt(d)) {
        first = first < 0 ? d : first;
        peak = Math.max(peak, used[d]);
      } else if (first >= 0) {
        broken(
            rule,
            site,
            null,
            first,
            (long) available.applyAsInt(first),
            (long) peak,
            "%d %s, from day %d to day %d".formatted(peak, what, first, d - 1));
        first = -1;
        peak = 0;
      }
    }
  }

  // Bases, one by one

  private void checkSite(int s) {
    var site = problem.sites().get(s);
    checkStages(s);
    var handover = ledger.span(s, Stage.HANDOVER);
    if (handover != null && handover.to() - handover.from() + 1 != site.handoverDays()) {
      broken(
          Rule.HANDOVER_STEPS,
          s,
          null,
          handover.from(),
          (long) site.handoverDays(),
          handover.to() - handover.from() + 1L,
          "the handover of %s does not take the days of its steps".formatted(site.code()));
    }
    if (ledger.closedOn(s) > problem.horizon()) {
      broken(
          Rule.HORIZON,
          s,
          null,
          ledger.closedOn(s),
          (long) problem.horizon(),
          (long) ledger.closedOn(s),
          "%s closes after the horizon".formatted(site.code()));
    }
    if (site.parent() >= 0) {
      var parents = ledger.span(site.parent(), Stage.HANDOVER);
      if (parents != null && parents.from() <= ledger.closedOn(s)) {
        broken(
            Rule.OUTPOSTS_FIRST,
            site.parent(),
            null,
            parents.from(),
            ledger.closedOn(s) + 1L,
            (long) parents.from(),
            "%s starts its handover before its outpost %s is closed"
                .formatted(code(site.parent()), site.code()));
      }
    }
    if (site.isHub()) {
      checkHub(s);
    } else {
      checkSpoke(s);
    }
  }

  private List<Plan.StageSpan> inOrder(int site) {
    return plan.stages().stream()
        .filter(span -> span.site() == site)
        .sorted(Comparator.comparingInt(Plan.StageSpan::from))
        .toList();
  }

  private void checkStages(int s) {
    int next = 0;
    Stage previous = null;
    for (var span : inOrder(s)) {
      if (previous != null && span.stage().compareTo(previous) <= 0
          || span.from() != next
          || span.to() < span.from()) {
        broken(
            Rule.STAGE_ORDER,
            s,
            null,
            span.from(),
            next > Problem.UNLIMITED ? null : (long) next,
            (long) span.from(),
            next > Problem.UNLIMITED
                ? "%s of %s has no end".formatted(previous, code(s))
                : "%s of %s begins on day %d, not on day %d"
                    .formatted(span.stage(), code(s), span.from(), next));
        return;
      }
      previous = span.stage();
      next = span.to() + 1;
    }
    if (previous != Stage.CLOSED || next <= Problem.UNLIMITED) {
      broken(
          Rule.STAGE_ORDER,
          s,
          null,
          -1,
          null,
          null,
          "%s is never closed for good".formatted(code(s)));
      return;
    }
    var handover = ledger.span(s, Stage.HANDOVER);
    if (handover == null) {
      broken(Rule.STAGE_ORDER, s, null, -1, null, null, "%s has no handover".formatted(code(s)));
      return;
    }
    boolean rear = problem.sites().get(s).rearParty() > 0;
    if (rear != (ledger.span(s, Stage.FINAL_WITHDRAWAL) != null)) {
      broken(
          Rule.STAGE_ORDER,
          s,
          null,
          handover.to() + 1,
          null,
          null,
          rear
              ? "%s has a rear party and no final withdrawal".formatted(code(s))
              : "%s has a final withdrawal and no rear party".formatted(code(s)));
    }
    int started =
        problem.sites().get(s).isHub()
            ? ledger.firstFlow(s)
            : ledger.movementsOf(s).stream()
                .mapToInt(Movement::dispatched)
                .min()
                .orElse(Problem.UNLIMITED);
    var drawdown = ledger.span(s, Stage.DRAWDOWN);
    int from = drawdown == null ? handover.from() : drawdown.from();
    if (from != Math.min(started, handover.from())) {
      broken(
          Rule.STAGE_ORDER,
          s,
          null,
          from,
          (long) Math.min(started, handover.from()),
          (long) from,
          "the drawdown of %s does not begin with its first movement".formatted(code(s)));
    }
  }

  private void checkSpoke(int s) {
    var site = problem.sites().get(s);
    var movements = ledger.movementsOf(s);
    var handover = ledger.span(s, Stage.HANDOVER);
    for (var m : movements) {
      if (handover != null && !m.kind().isFinal() && m.departs() >= handover.from()) {
        broken(
            Rule.HANDOVER_STEPS,
            m,
            m.departs() + 1L,
            handover.from(),
            "leaves when the handover has begun");
      }
      if (handover != null && m.kind().isFinal() && m.departs() <= handover.to()) {
        broken(
            Rule.REAR_PARTY_LAST,
            m,
            handover.to() + 1L,
            m.departs(),
            "takes the rear party before the handover is signed");
      }
    }
    checkRear(s, site, movements);
    checkMovedOnce(s, site, movements);
    checkOrder(s, site, movements);
    checkPacked(s, site, movements);
    if (problem.hardDeadline() && ledger.closedOn(s) > problem.deadline()) {
      broken(
          Rule.HORIZON,
          s,
          null,
          ledger.closedOn(s),
          (long) problem.deadline(),
          (long) ledger.closedOn(s),
          "%s closes after the hard deadline".formatted(site.code()));
    }
  }

  private void checkRear(int s, Site site, List<Movement> movements) {
    long people =
        movements.stream().filter(m -> m.kind().isFinal()).mapToLong(Movement::people).sum();
    if (people != site.rearParty()) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) site.rearParty(),
          people,
          "the final movements of %s do not carry its rear party".formatted(site.code()));
    }
    int last =
        movements.stream()
            .filter(m -> m.kind().isFinal())
            .mapToInt(Movement::departs)
            .max()
            .orElse(-1);
    if (last >= 0 && last != ledger.closedOn(s)) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) last,
          (long) ledger.closedOn(s),
          "%s does not close on the day on which its rear party leaves".formatted(site.code()));
    }
    int seats = problem.convoy().seatsPerVehicle();
    int keeps = (site.rearParty() + seats - 1) / seats;
    int kept = 0;
    for (var m : movements) {
      if (m.kind() == Kind.FINAL_CONVOY) {
        kept += m.loads();
        for (var cargo : m.cargo()) {
          if (cargo.loads() > 0 && !lot(s, cargo.asset()).selfDeploying()) {
            broken(
                Rule.REAR_PARTY_LAST,
                m,
                "takes %s, which does not drive itself, after the handover"
                    .formatted(cargo.asset()));
          }
        }
      }
    }
    if (kept > keeps) {
      broken(
          Rule.REAR_PARTY_LAST,
          s,
          null,
          ledger.closedOn(s),
          (long) keeps,
          (long) kept,
          "the rear party of %s keeps more vehicles than it has need of".formatted(site.code()));
    }
  }

  private void checkMovedOnce(int s, Site site, List<Movement> movements) {
    Map<String, int[]> gone = new HashMap<>();
    Map<String, Integer> people = new HashMap<>();
    long aboard = 0;
    for (var m : movements) {
      aboard += m.people();
      m.cargo().forEach(c -> count(gone, c.asset(), c.quantity(), c.loads()));
      m.riders().forEach(r -> people.merge(r.unit(), r.people(), Integer::sum));
      if (!m.riders().isEmpty()
          && m.riders().stream().mapToInt(Plan.Riders::people).sum() != m.people()) {
        broken(Rule.ALL_MOVED_ONCE, m, "lists units that do not make up its people");
      }
    }
    if (aboard != site.travellers()) {
      broken(
          Rule.ALL_MOVED_ONCE,
          s,
          null,
          -1,
          (long) site.travellers(),
          aboard,
          "%d of the %d travellers of %s leave".formatted(aboard, site.travellers(), site.code()));
    }
    if (!people.isEmpty()) {
      for (var party : site.parties()) {
        int expected = party.kind() == PartyKind.NATIONAL ? 0 : party.strength();
        int found = people.getOrDefault(party.unit(), 0);
        if (found != expected) {
          broken(
              Rule.ALL_MOVED_ONCE,
              s,
              null,
              -1,
              (long) expected,
              (long) found,
              "%d people of %s leave, not %d".formatted(found, party.unit(), expected));
        }
      }
    }
    checkLeft(s, site, gone);
    for (var lot : site.lots()) {
      int[] found = gone.getOrDefault(lot.asset(), new int[2]);
      if (found[0] != lot.quantity() || found[1] != lot.loads()) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            (long) lot.quantity(),
            (long) found[0],
            "%d items in %d loads of %s leave or stay, not %d in %d"
                .formatted(found[0], found[1], lot.asset(), lot.quantity(), lot.loads()));
      }
    }
  }

  private static void count(Map<String, int[]> gone, String asset, int quantity, int loads) {
    int[] sum = gone.computeIfAbsent(asset, k -> new int[2]);
    sum[0] += quantity;
    sum[1] += loads;
  }

  private void checkLeft(int s, Site site, Map<String, int[]> gone) {
    int lastMoved = 0;
    for (var m : ledger.movementsOf(s)) {
      if (m.kind() == Kind.CONVOY) {
        lastMoved =
            Math.max(
                lastMoved,
                m.cargo().stream().mapToInt(c -> lot(s, c.asset()).priority()).max().orElse(0));
      }
    }
    for (var left : plan.leftBehind()) {
      if (left.site() != s) {
        continue;
      }
      count(gone, left.asset(), left.quantity(), left.loads());
      int priority = lot(s, left.asset()).priority();
      boolean allowed = problem.hardDeadline() || problem.mayLeaveBehind() && priority > 1;
      if (!allowed) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            0L,
            (long) left.loads(),
            "%s may not be left behind at %s".formatted(left.asset(), site.code()));
      } else if (priority < lastMoved) {
        broken(
            Rule.ALL_MOVED_ONCE,
            s,
            null,
            -1,
            null,
            null,
            "%s of priority %d is left behind at %s while loads of priority %d leave"
                .formatted(left.asset(), priority, site.code(), lastMoved));
      }
    }
  }

  /** Convoys that depart on one day may share a priority between them in any way. */
  private void checkOrder(int s, Site site, List<Movement> movements) {
    int before = 0;
    int today = 0;
    int day = -1;
    for (var m : movements) {
      if (m.kind() != Kind.CONVOY || m.cargo().isEmpty()) {
        continue;
      }
      if (m.departs() != day) {
        before = Math.max(before, today);
        today = 0;
        day = m.departs();
      }
      for (var cargo : m.cargo()) {
        int priority = lot(s, cargo.asset()).priority();
        today = Math.max(today, priority);
        if (priority < before) {
          broken(
              Rule.CONVOY_SIZE,
              m,
              before,
              priority,
              "takes %s of priority %d after loads of priority %d have left %s"
                  .formatted(cargo.asset(), priority, before, site.code()));
          return;
        }
      }
    }
  }

  private void checkPacked(int s, Site site, List<Movement> movements) {
    long gone = 0;
    for (var m : movements) {
      if (m.kind() == Kind.CONVOY) {
        gone += m.loads();
        long packed = (long) site.packing() * Math.max(0, m.departs());
        if (gone > packed) {
          broken(
              Rule.PACKED_FIRST,
              s,
              m,
              m.departs(),
              packed,
              gone,
              "by the departure of %s %d loads have left %s, and %d were packed by the evening before"
                  .formatted(m.id(), gone, site.code(), packed));
        }
      }
    }
  }

  private void checkHub(int h) {
    var hub = problem.sites().get(h);
    int worst = 0;
    int day = -1;
    for (var flow : ledger.onward()) {
      if (flow.site() == h && flow.loadsInYard() > Math.max(worst, hub.storage())) {
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
          (long) hub.storage(),
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
