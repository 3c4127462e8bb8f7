package org.drawdown.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.drawdown.engine.Plan.Cargo;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/** The worked example at the end of the planning model, to the day. */
class WorkedExampleTest {

  private static final Problem PROBLEM = Sketch.workedExample().problem();
  private static final List<Integer> ROAD = List.of(0);

  private static Drawn plan(int firstDispatch, int firstLoads, int secondDispatch, int handover) {
    int secondLoads = 48 - firstLoads;
    int firstBoxes = Math.min(30, firstLoads * 30 / 48);
    int secondBoxes = 30 - firstBoxes;
    return new Drawn()
        .convoy(
            "C1",
            Kind.CONVOY,
            1,
            ROAD,
            firstDispatch,
            firstDispatch + 3,
            firstDispatch + 4,
            firstBoxes,
            firstLoads,
            boxes(firstBoxes, firstLoads),
            firstLoads - firstBoxes)
        .convoy(
            "C2",
            Kind.CONVOY,
            1,
            ROAD,
            secondDispatch,
            secondDispatch + 3,
            secondDispatch + 4,
            secondBoxes,
            secondLoads,
            boxes(secondBoxes, secondLoads),
            secondLoads - secondBoxes)
        .convoy(
            "F1",
            Kind.FINAL_CONVOY,
            1,
            ROAD,
            handover + 3,
            handover + 6,
            handover + 7,
            0,
            12,
            List.of(new Cargo("SPK-CAR", 2, 2)),
            2);
  }

  private static List<Cargo> boxes(int boxes, int loads) {
    return List.of(
        new Cargo("SPK-BOX", boxes, boxes), new Cargo("SPK-CAR", loads - boxes, loads - boxes));
  }

  @Test
  void acceptsConvoysFilledToTheMaximum() {
    var plan = plan(1, 40, 6, 10).stages(1, 1, 10, 16, 17).stages(0, 6, 19, -1, 25).plan();

    assertEquals(List.of(), Verifier.judge(PROBLEM, plan).violations());
  }

  @Test
  void acceptsTheBetterSharing() {
    var plan = plan(0, 30, 5, 9).stages(1, 0, 9, 15, 16).stages(0, 5, 18, -1, 24).plan();
    var judgement = Verifier.judge(PROBLEM, plan);

    assertEquals(List.of(), judgement.violations());
    assertEquals(15, judgement.ledger().closedOn(1));
  }

  @Test
  void refusesADepartureOneDayEarlier() {
    var plan = plan(0, 40, 5, 9).stages(1, 0, 9, 15, 16).stages(0, 5, 18, -1, 24).plan();

    var violations = Verifier.judge(PROBLEM, plan).violations();

    assertEquals(List.of(Rule.PACKED_FIRST), violations.stream().map(v -> v.rule()).toList());
    assertEquals(30L, violations.get(0).allowed());
    assertEquals(40L, violations.get(0).found());
  }

  @Test
  void theSearchEndsNoLaterThanDay15() {
    var outcome = Planner.plan(PROBLEM, new Limits(60_000, 5_000, 0, 1, 2), null, Watcher.NONE);
    var judgement = Verifier.judge(PROBLEM, outcome.plan());

    assertTrue(judgement.valid(), () -> judgement.violations().toString());
    assertTrue(
        judgement.ledger().closedOn(1) <= 15, "closed on day " + judgement.ledger().closedOn(1));
    assertEquals(judgement.ledger().objective(), outcome.objective());
    assertTrue(outcome.bound().objective() <= outcome.objective());
  }
}
