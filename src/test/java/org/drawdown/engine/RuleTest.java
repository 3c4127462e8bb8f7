package org.drawdown.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drawdown.engine.Plan.Cargo;
import org.drawdown.engine.Plan.Flight;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.engine.verifier.Violation;
import org.junit.jupiter.api.Test;

/** One case a rule, worked out by hand: a plan that keeps it, and a twin that breaks it alone. */
class RuleTest {

  private static final List<Integer> ROAD = List.of(0);

  private static void keeps(Sketch sketch, Drawn plan) {
    assertEquals(List.of(), Verifier.judge(sketch.problem(), plan.plan()).violations());
  }

  private static List<Violation> breaks(Rule rule, Sketch sketch, Drawn plan) {
    return breaks(Set.of(rule), sketch, plan);
  }

  private static List<Violation> breaks(Set<Rule> broken, Sketch sketch, Drawn plan) {
    var violations = Verifier.judge(sketch.problem(), plan.plan()).violations();
    var rules = violations.stream().map(Violation::rule).collect(Collectors.toSet());
    assertEquals(broken, rules, violations::toString);
    return violations;
  }

  private static List<Cargo> cargo(int boxes, int cars) {
    return List.of(new Cargo("SPK-BOX", boxes, boxes), new Cargo("SPK-CAR", cars, cars));
  }

  /** The better plan of the worked example: convoys of 30 and 18, the last man out on day 15. */
  private static Drawn better(int firstPeople, int secondPeople, int rear, List<Cargo> second) {
    return convoys(firstPeople, secondPeople, rear, second)
        .stages(1, 0, 9, 15, 16)
        .stages(0, 5, 18, -1, 24);
  }

  private static Drawn convoys(int firstPeople, int secondPeople, int rear, List<Cargo> second) {
    return new Drawn()
        .convoy("C1", Kind.CONVOY, 1, ROAD, 0, 3, 4, 18, firstPeople, cargo(18, 12), 12)
        .convoy("C2", Kind.CONVOY, 1, ROAD, 5, 8, 9, 12, secondPeople, second, 6)
        .convoy(
            "F1",
            Kind.FINAL_CONVOY,
            1,
            ROAD,
            12,
            15,
            16,
            0,
            rear,
            List.of(new Cargo("SPK-CAR", 2, 2)),
            2);
  }

  private static Drawn better() {
    return better(30, 18, 12, cargo(12, 6));
  }

  /** Both convoys at once, with an escort each, and the last man out on day 12. */
  private static Drawn together() {
    return new Drawn()
        .convoy("C1", Kind.CONVOY, 1, ROAD, 2, 5, 6, 18, 30, cargo(18, 12), 12)
        .convoy("C2", Kind.CONVOY, 1, ROAD, 2, 5, 6, 12, 18, cargo(12, 6), 6)
        .convoy(
            "F1",
            Kind.FINAL_CONVOY,
            1,
            ROAD,
            9,
            12,
            13,
            0,
            12,
            List.of(new Cargo("SPK-CAR", 2, 2)),
            2)
        .stages(1, 2, 6, 12, 13)
        .stages(0, 7, 15, -1, 21);
  }

  private static Sketch withTwoEscorts() {
    var sketch = Sketch.workedExample();
    sketch.escorts = 2;
    return sketch;
  }

  @Test
  void packedFirst() {
    var slower = new Sketch();
    slower.base("HUB").hub();
    slower.base("SPK").drainsTo(0).packing(9).rear(12).soldiers(60).containers(30).vehicles(20);
    slower.leg("SPK-HUB", 1, 0, 150);

    keeps(Sketch.workedExample(), better());
    var violation = breaks(Rule.PACKED_FIRST, slower, better()).get(0);
    assertEquals(3, violation.day());
    assertEquals(27L, violation.allowed());
    assertEquals(30L, violation.found());
  }

  @Test
  void allMovedOnce() {
    breaks(Rule.ALL_MOVED_ONCE, Sketch.workedExample(), better(30, 18, 12, cargo(11, 6)));
    // Who does not leave at all has not taken the seat that was his either.
    breaks(
        Set.of(Rule.ALL_MOVED_ONCE, Rule.SEATS),
        Sketch.workedExample(),
        better(30, 17, 12, cargo(12, 6)));
  }

  @Test
  void nothingIsLeftBehindUnlessItMayBe() {
    var left = better(30, 18, 12, cargo(11, 6)).leaves(1, "SPK-BOX", 1);
    var allowed = Sketch.workedExample();
    allowed.mayLeaveBehind = true;

    keeps(allowed, left);
    breaks(Rule.ALL_MOVED_ONCE, Sketch.workedExample(), left);
  }

  @Test
  void convoySize() {
    var small = Sketch.workedExample();
    small.maxVehicles = 29;
    breaks(Rule.CONVOY_SIZE, small, better());
  }

  @Test
  void aConvoyKeepsToTheCalendarOfPaces() {
    var late =
        convoys(30, 18, 12, cargo(12, 6)).stages(1, 0, 9, 15, 16).stages(0, 5, 18, -1, 24).plan();
    var wrong =
        Drawn.changed(
            late,
            "C1",
            m ->
                new Plan.Movement(
                    m.id(),
                    m.kind(),
                    1,
                    0,
                    ROAD,
                    0,
                    4,
                    5,
                    m.trucks(),
                    m.selfDeploying(),
                    1,
                    30,
                    30,
                    null,
                    m.cargo(),
                    List.of()));
    var violations = Verifier.judge(Sketch.workedExample().problem(), wrong).violations();
    assertEquals(
        Set.of(Rule.CONVOY_SIZE, Rule.ESCORTS, Rule.STAGE_ORDER),
        violations.stream().map(Violation::rule).collect(Collectors.toSet()));
  }

  @Test
  void loadsGoInTheOrderOfPriority() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch
        .base("SPK")
        .drainsTo(0)
        .packing(10)
        .rear(12)
        .soldiers(60)
        .lot("SPK-BOX", 30, "1", false, 2)
        .lot("SPK-CAR", 20, "1", true, 3);
    sketch.leg("SPK-HUB", 1, 0, 150);
    breaks(Rule.CONVOY_SIZE, sketch, better());
  }

  @Test
  void seats() {
    var crowd = new Sketch();
    crowd.base("HUB").hub();
    crowd.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(300).containers(30).vehicles(20);
    crowd.leg("SPK-HUB", 1, 0, 150);

    keeps(crowd, better(180, 108, 12, cargo(12, 6)));
    breaks(Rule.SEATS, crowd, better(181, 107, 12, cargo(12, 6)));
  }

  @Test
  void peopleRideInProportionToTheVehicles() {
    var violation =
        breaks(Rule.SEATS, Sketch.workedExample(), better(31, 17, 12, cargo(12, 6))).get(0);
    assertEquals(30L, violation.allowed());
    assertEquals(31L, violation.found());
  }

  @Test
  void trucks() {
    var few = Sketch.workedExample();
    few.trucks = 18;
    keeps(few, better());

    few.trucks = 17;
    few.trucksOnTheLastDay = 18;
    var violation = breaks(Rule.TRUCKS, few, better()).get(0);
    assertEquals(0, violation.day());
    assertEquals(17L, violation.allowed());
    assertEquals(18L, violation.found());
  }

  @Test
  void escorts() {
    keeps(withTwoEscorts(), together());
    breaks(Rule.ESCORTS, Sketch.workedExample(), together());
  }

  @Test
  void routeSlots() {
    var narrow = new Sketch();
    narrow.escorts = 2;
    narrow.base("HUB").hub();
    narrow.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(60).containers(30).vehicles(20);
    narrow.leg("SPK-HUB", 1, 0, 150, 1);

    keeps(
        narrow,
        new Drawn()
            .convoy("C1", Kind.CONVOY, 1, ROAD, 0, 3, 4, 18, 30, cargo(18, 12), 12)
            .convoy("C2", Kind.CONVOY, 1, ROAD, 5, 8, 9, 12, 18, cargo(12, 6), 6)
            .convoy(
                "F1",
                Kind.FINAL_CONVOY,
                1,
                ROAD,
                12,
                15,
                16,
                0,
                12,
                List.of(new Cargo("SPK-CAR", 2, 2)),
                2)
            .stages(1, 0, 9, 15, 16)
            .stages(0, 5, 18, -1, 24));
    breaks(Rule.ROUTE_SLOTS, narrow, together());
  }

  /** Sixty soldiers and nothing else, 56 km from the hub: two rounds a day for a helicopter. */
  private static Sketch soldiers(int fleet, int rangeKm) {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).soldiers(60);
    sketch.aircraft("HELI", fleet, true, 30, rangeKm, 0);
    return sketch;
  }

  private static Drawn flight(String type, int count, int sorties) {
    return new Drawn()
        .airlift("A1", Kind.AIRLIFT, 1, 0, 60, new Flight(type, count, sorties))
        .stages(1, 0, 1, -1, 7)
        .stages(0, 1, 2, -1, 8);
  }

  @Test
  void aircraft() {
    keeps(soldiers(1, 600), flight("HELI", 1, 2));
    breaks(Rule.AIRCRAFT, soldiers(1, 600), flight("HELI", 2, 1));
  }

  @Test
  void airfieldSlots() {
    keeps(soldiers(8, 600), flight("HELI", 8, 1));
    breaks(Rule.AIRFIELD_SLOTS, soldiers(9, 600), flight("HELI", 9, 1));
  }

  @Test
  void range() {
    keeps(soldiers(1, 112), flight("HELI", 1, 2));
    breaks(Rule.RANGE, soldiers(1, 111), flight("HELI", 1, 2));
    breaks(Rule.RANGE, soldiers(1, 600), flight("HELI", 1, 3));
  }

  @Test
  void runway() {
    for (int metres : List.of(1000, 999)) {
      var sketch = new Sketch();
      sketch.base("HUB").hub().airfield(2000, "ASPHALT", 8, true);
      sketch.base("SPK").drainsTo(0).soldiers(60).airfield(metres, "ASPHALT", 8, false);
      sketch.aircraft("PLANE", 1, false, 60, 1000, 1000);
      if (metres == 1000) {
        keeps(sketch, flight("PLANE", 1, 1));
      } else {
        breaks(Rule.RUNWAY, sketch, flight("PLANE", 1, 1));
      }
    }
  }

  @Test
  void restrictions() {
    keeps(Sketch.workedExample().ban("BAN", 2, 2, ROAD, List.of()), better());
    breaks(Rule.RESTRICTIONS, Sketch.workedExample().ban("BAN", 3, 3, ROAD, List.of()), better());
    breaks(
        Rule.RESTRICTIONS,
        Sketch.workedExample().ban("BAN", 1, 1, List.of(), List.of(1)),
        better());
    breaks(
        Rule.RESTRICTIONS, Sketch.workedExample().ban("BAN", 4, 4, List.of(), List.of()), better());
  }

  @Test
  void hubStorage() {
    for (int room : List.of(48, 47)) {
      var sketch = new Sketch();
      sketch.escorts = 2;
      sketch.base("HUB").hub().storage(room);
      sketch.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(60).containers(30).vehicles(20);
      sketch.leg("SPK-HUB", 1, 0, 150);
      if (room == 48) {
        keeps(sketch, together());
      } else {
        breaks(Rule.HUB_STORAGE, sketch, together());
      }
    }
  }

  /** The road of the worked example, in two legs, with an empty base half way. */
  private static Sketch through(boolean outpost) {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    var spoke =
        sketch
            .base("SPK")
            .drainsTo(0)
            .packing(10)
            .rear(12)
            .soldiers(60)
            .containers(30)
            .vehicles(20);
    sketch.base("MID").drainsTo(0);
    if (outpost) {
      spoke.outpostOf(2);
    }
    sketch.leg("SPK-MID", 1, 2, 75);
    sketch.leg("MID-HUB", 2, 0, 75);
    sketch.leg("SPK-HUB", 1, 0, 150);
    return sketch;
  }

  private static Drawn through(List<Integer> road, int handoverHalfWay) {
    return new Drawn()
        .convoy("C1", Kind.CONVOY, 1, road, 0, 3, 4, 18, 30, cargo(18, 12), 12)
        .convoy("C2", Kind.CONVOY, 1, road, 5, 8, 9, 12, 18, cargo(12, 6), 6)
        .convoy(
            "F1",
            Kind.FINAL_CONVOY,
            1,
            road,
            12,
            15,
            16,
            0,
            12,
            List.of(new Cargo("SPK-CAR", 2, 2)),
            2)
        .stages(1, 0, 9, 15, 16)
        .stages(0, 5, 18, -1, 24)
        .stages(2, -1, handoverHalfWay, -1, handoverHalfWay + 6);
  }

  @Test
  void transitOpen() {
    keeps(through(false), through(List.of(0, 1), 17));
    breaks(Rule.TRANSIT_OPEN, through(false), through(List.of(0, 1), 16));
  }

  @Test
  void outpostsFirst() {
    keeps(through(true), through(List.of(2), 16));
    breaks(Rule.OUTPOSTS_FIRST, through(true), through(List.of(2), 15));
  }

  @Test
  void stageOrder() {
    breaks(
        Rule.STAGE_ORDER,
        Sketch.workedExample(),
        convoys(30, 18, 12, cargo(12, 6)).stages(1, 1, 9, 15, 16).stages(0, 5, 18, -1, 24));
  }

  @Test
  void handoverSteps() {
    breaks(
        Rule.HANDOVER_STEPS,
        Sketch.workedExample(),
        convoys(30, 18, 12, cargo(12, 6)).stages(1, 0, 9, 14, 16).stages(0, 5, 18, -1, 24));
  }

  @Test
  void rearPartyLast() {
    breaks(
        Set.of(Rule.REAR_PARTY_LAST, Rule.SEATS),
        Sketch.workedExample(),
        better(30, 19, 11, cargo(12, 6)));
  }

  @Test
  void horizon() {
    var sketch = new Sketch();
    sketch.horizon = 5;
    sketch.base("HUB").hub();

    keeps(sketch, new Drawn().stages(0, -1, 0, -1, 6));
    breaks(Rule.HORIZON, sketch, new Drawn().stages(0, -1, 1, -1, 7));
  }

  /** Two hubs, 150 km apart; the trucks and the escort are at the second. */
  private static Sketch twoHubs() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(60).containers(30).vehicles(20);
    sketch.base("FAR").hub().pool(40, 1);
    sketch.leg("SPK-HUB", 1, 0, 150).leg("FAR-HUB", 2, 0, 150);
    return sketch;
  }

  /** The better plan three days later, with trucks and an escort that come on days 0 and 1. */
  private static Drawn fetched(int trucks, int escorts, int arrives) {
    return new Drawn()
        .reposition("R1", 2, 0, List.of(1), 0, arrives, trucks, escorts)
        .convoy("C1", Kind.CONVOY, 1, ROAD, 3, 6, 7, 18, 30, cargo(18, 12), 12)
        .convoy("C2", Kind.CONVOY, 1, ROAD, 8, 11, 12, 12, 18, cargo(12, 6), 6)
        .convoy(
            "F1",
            Kind.FINAL_CONVOY,
            1,
            ROAD,
            15,
            18,
            19,
            0,
            12,
            List.of(new Cargo("SPK-CAR", 2, 2)),
            2)
        .stages(1, 3, 12, 18, 19)
        .stages(0, 8, 21, -1, 27)
        .stages(2, -1, 0, -1, 6);
  }

  @Test
  void trucksStandAtHubs() {
    keeps(twoHubs(), fetched(18, 1, 1));
    var violation = breaks(Rule.TRUCKS, twoHubs(), fetched(17, 1, 1)).get(0);
    assertEquals(0, violation.site());
    assertEquals(3, violation.day());
    assertEquals(17L, violation.allowed());
    assertEquals(18L, violation.found());
  }

  @Test
  void escortsStandAtHubs() {
    breaks(Rule.ESCORTS, twoHubs(), fetched(18, 0, 1));
    var both = twoHubs();
    both.base("OTHER").hub().pool(0, 1);
    both.leg("OTHER-HUB", 3, 0, 150);
    // What is on its way belongs to nobody: it arrives on the evening of day 4, a day too late.
    breaks(
        Rule.ESCORTS,
        both,
        fetched(18, 0, 1).reposition("R2", 3, 0, List.of(2), 2, 3, 0, 1).stages(3, -1, 0, -1, 6));
  }

  @Test
  void reposition() {
    breaks(Rule.REPOSITION, twoHubs(), fetched(18, 1, 2));
    breaks(
        Rule.REPOSITION,
        twoHubs(),
        new Drawn(Drawn.changed(fetched(18, 1, 1).plan(), "R1", m -> Drawn.carrying(m, 1))));
  }

  @Test
  void firstDay() {
    var late = Sketch.workedExample();
    late.firstMove = 1;
    breaks(Rule.FIRST_DAY, late, better());
  }

  @Test
  void guard() {
    var guarded = new Sketch();
    guarded.base("HUB").hub().seats(20).soldiers(40).guard(20);
    guarded.base("SPK").drainsTo(0).packing(10).rear(12).soldiers(60).containers(30).vehicles(20);
    guarded.leg("SPK-HUB", 1, 0, 150);
    // The last convoy is in on day 16: its 12 people and 8 of the guard fly on day 17, 12 on 18.
    keeps(
        guarded,
        convoys(30, 18, 12, cargo(12, 6)).stages(1, 0, 9, 15, 16).stages(0, 0, 19, -1, 25));
    breaks(
        Rule.GUARD,
        guarded,
        convoys(30, 18, 12, cargo(12, 6)).stages(1, 0, 9, 15, 16).stages(0, 0, 18, -1, 24));
  }

  @Test
  void smallestConvoy() {
    var sketch = Sketch.workedExample();
    sketch.minVehicles = 18;
    keeps(sketch, better());
    sketch.minVehicles = 31;
    var violation = breaks(Rule.CONVOY_SIZE, sketch, better()).get(0);
    assertEquals("C1", violation.movement());
    assertEquals(31L, violation.allowed());
    assertEquals(30L, violation.found());
  }

  /** Twelve of the rear party fly; their two vehicles stay and are written off. */
  private static Drawn rearFlies(int firstPeople, List<Cargo> second, int left) {
    var plan =
        new Drawn()
            .convoy("C1", Kind.CONVOY, 1, ROAD, 0, 3, 4, 18, firstPeople, cargo(18, 12), 12)
            .convoy(
                "C2",
                Kind.CONVOY,
                1,
                ROAD,
                5,
                8,
                9,
                12,
                48 - firstPeople,
                second,
                second.stream().mapToInt(Cargo::loads).sum() - 12)
            .airlift("F1", Kind.FINAL_AIRLIFT, 1, 15, 12, new Flight("HELI", 1, 1))
            .stages(1, 0, 9, 15, 16)
            .stages(0, 5, 17, -1, 23);
    return left == 0 ? plan : plan.leaves(1, "SPK-CAR", left);
  }

  @Test
  void aRearPartyThatFliesHasItsVehiclesToTheEnd() {
    var sketch = Sketch.workedExample();
    sketch.aircraft("HELI", 1, true, 30, 600, 0);
    keeps(sketch, rearFlies(30, cargo(12, 6), 2));
    breaks(Rule.REAR_PARTY_LAST, sketch, rearFlies(29, cargo(12, 8), 0));
    var judged = Verifier.judge(sketch.problem(), rearFlies(30, cargo(12, 6), 2).plan());
    assertEquals(12L, judged.ledger().terms().get(Term.WRITE_OFF), "2 x (6 - 3) x 2");
  }

  @Test
  void noSortieThatIsNotFlown() {
    keeps(soldiers(2, 600), flight("HELI", 2, 1));
    breaks(Rule.SEATS, soldiers(2, 600), flight("HELI", 2, 2));
  }

  @Test
  void aircraftOnServicesAreNotThere() {
    var served = soldiers(2, 600);
    served.service("DAILY", 1, 0, 0, 1, 99);
    breaks(Rule.AIRCRAFT, served, flight("HELI", 2, 1));
    keeps(served, flight("HELI", 1, 2));
    var over = soldiers(2, 600);
    over.service("OVER", 1, 0, 0, 1, -1);
    keeps(over, flight("HELI", 2, 1));
  }

  @Test
  void closingBeforeTheWindowCosts() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch
        .base("SPK")
        .drainsTo(0)
        .packing(10)
        .rear(12)
        .soldiers(60)
        .containers(30)
        .vehicles(20)
        .windowFrom(20);
    sketch.leg("SPK-HUB", 1, 0, 150);
    var terms = Verifier.judge(sketch.problem(), better().plan()).ledger().terms();
    assertEquals(5L, terms.get(Term.EARLY), "closed on day 15, not before day 20");
    long without =
        Verifier.judge(Sketch.workedExample().problem(), better().plan())
            .ledger()
            .terms()
            .get(Term.COST);
    assertEquals(without, terms.get(Term.COST));
  }

  @Test
  void escortsCost() {
    var cost = Verifier.judge(Sketch.workedExample().problem(), better().plan()).ledger().terms();
    // Three trips of five days, two with 18 and 12 trucks; 16 and 24 days open.
    assertEquals(15 * 20 + 5 * (18 + 12) * 10 + (16 + 24) * 50L, cost.get(Term.COST));
  }
}
