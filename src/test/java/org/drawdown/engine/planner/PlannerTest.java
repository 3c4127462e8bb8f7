package org.drawdown.engine.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome.StoppedBy;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Kind;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Rule;
import org.drawdown.engine.Sketch;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/** What the planner promises. */
class PlannerTest {

  /** A mission of some size that has a plan. */
  private static final long SEED = 5;

  private static Limits iterations(long count, int threads) {
    return new Limits(60_000, count, 0, 7, threads);
  }

  @Test
  void givesTheSamePlanWithAnyNumberOfThreads() {
    var problem = RandomMission.of(SEED);
    var one = Planner.plan(problem, iterations(3000, 1), null, Watcher.NONE);
    var three = Planner.plan(problem, iterations(3000, 3), null, Watcher.NONE);

    assertEquals(one.plan(), three.plan());
    assertEquals(3000, three.statistics().iterations());
    assertEquals(StoppedBy.ITERATION_LIMIT, three.statistics().stoppedBy());
  }

  @Test
  void takesAPlanUpWhereItWas() {
    var problem = RandomMission.of(SEED);
    var found = Planner.plan(problem, iterations(3000, 2), null, Watcher.NONE);
    var again = Planner.plan(problem, iterations(4, 2), found.plan(), Watcher.NONE);

    assertTrue(
        again.objective() <= found.objective(),
        again.objective() + " is worse than " + found.objective());
  }

  @Test
  void stopsWhenAskedAndKeepsTheBestSoFar() {
    var asked = new AtomicInteger();
    var watcher =
        new Watcher() {
          @Override
          public void improved(long objective, Bound bound, long built, Supplier<Plan> plan) {
            asked.incrementAndGet();
          }

          @Override
          public boolean wantsStop() {
            return asked.get() > 0;
          }
        };
    var outcome =
        Planner.plan(
            Sketch.workedExample().problem(), new Limits(60_000, 0, 0, 1, 2), null, watcher);

    assertEquals(StoppedBy.REQUEST, outcome.statistics().stoppedBy());
    assertTrue(Verifier.judge(Sketch.workedExample().problem(), outcome.plan()).valid());
  }

  @Test
  void saysWhichPoolNeverSuffices() {
    var sketch = Sketch.workedExample();
    sketch.trucks = 0;
    var outcome = Planner.plan(sketch.problem(), iterations(10, 1), null, Watcher.NONE);

    assertNull(outcome.plan());
    assertTrue(outcome.conflicts().stream().anyMatch(c -> c.rule() == Rule.TRUCKS));
  }

  @Test
  void aMissionOfOneHubHasAPlan() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    var outcome = Planner.plan(sketch.problem(), iterations(10, 1), null, Watcher.NONE);

    assertTrue(Verifier.judge(sketch.problem(), outcome.plan()).valid());
  }

  @Test
  void saysWhereNoRoadLeads() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).containers(3);
    var outcome = Planner.plan(sketch.problem(), iterations(10, 1), null, Watcher.NONE);

    assertEquals(Rule.ALL_MOVED_ONCE, outcome.conflicts().get(0).rule());
  }

  @Test
  void aHorizonTooShortIsNoPlan() {
    var sketch = Sketch.workedExample();
    sketch.horizon = 13;
    var outcome = Planner.plan(sketch.problem(), iterations(10, 1), null, Watcher.NONE);

    assertTrue(outcome.conflicts().stream().anyMatch(c -> c.rule() == Rule.HORIZON));
  }

  @Test
  void fliesPeopleWhoHaveNoSeatAndNoRoad() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).soldiers(150).rear(20);
    sketch.aircraft("HELI", 4, true, 22, 600, 0);
    var plan = plan(sketch.problem());

    assertTrue(plan.movements().stream().noneMatch(m -> m.kind().isConvoy()));
    assertEquals(20, people(plan, Kind.FINAL_AIRLIFT));
    assertEquals(130, people(plan, Kind.AIRLIFT));
  }

  @Test
  void sendsEmptyTrucksForPeopleWhereNothingFlies() {
    var sketch = new Sketch();
    sketch.base("HUB").hub();
    sketch.base("SPK").drainsTo(0).soldiers(61).rear(12);
    sketch.leg("SPK-HUB", 1, 0, 150);
    var plan = plan(sketch.problem());

    assertEquals(49, people(plan, Kind.CONVOY));
    assertEquals(12, people(plan, Kind.FINAL_CONVOY));
  }

  @Test
  void leavesBehindWhatAHardDeadlineDoesNotAllow() {
    var sketch = Sketch.workedExample();
    sketch.deadline = 13;
    sketch.hardDeadline = true;
    var problem = sketch.problem();
    var outcome = Planner.plan(problem, iterations(2000, 2), null, Watcher.NONE);
    var judgement = Verifier.judge(problem, outcome.plan());

    assertTrue(judgement.valid(), () -> judgement.violations().toString());
    assertTrue(judgement.ledger().closedOn(1) <= 13);
    assertFalse(outcome.plan().leftBehind().isEmpty());
  }

  /** However long the horizon is: a plan, a proof, or something to look at; no plan below a gap. */
  @Test
  void everyHorizonHasAnAnswer() {
    boolean planned = true;
    for (int horizon = 40; horizon > 3; horizon--) {
      var sketch = Sketch.workedExample();
      sketch.horizon = horizon;
      sketch.deadline = Math.min(horizon, 20);
      var problem = sketch.problem();
      var outcome = Planner.plan(problem, iterations(2000, 2), null, Watcher.NONE);
      var at = "horizon " + horizon;
      if (outcome.plan() != null) {
        assertTrue(planned, at + " has a plan, and a longer one had none");
        assertTrue(Verifier.judge(problem, outcome.plan()).valid(), at);
        assertTrue(outcome.bound().objective() <= outcome.objective(), at);
        assertTrue(outcome.bound().earliestCompletion() <= horizon, at);
      } else if (outcome.conflicts().isEmpty()) {
        var broken = Verifier.judge(problem, outcome.broken().plan()).violations();
        assertTrue(
            broken.stream().anyMatch(v -> v.breach().rule() == Rule.HORIZON), broken::toString);
        assertTrue(Verifier.judge(outcome.broken().problem(), outcome.broken().plan()).valid(), at);
      }
      planned = outcome.plan() != null;
    }
    assertFalse(planned, "no plan in three days");
  }

  @Test
  void whereNothingIsCompleteSomethingGivesWay() {
    var sketch = Sketch.workedExample();
    sketch.base("FAR").drainsTo(0).containers(5).soldiers(4).rear(4);
    var broken = LastResort.of(sketch.problem(), iterations(100, 1));
    var violations = Verifier.judge(sketch.problem(), broken.plan()).violations();
    assertFalse(violations.isEmpty());
    assertEquals(48, loads(broken.plan(), 1), "the other base is planned as ever");
  }

  private static int loads(Plan plan, int site) {
    return plan.movements().stream()
        .filter(m -> m.site() == site && m.kind() == Kind.CONVOY)
        .mapToInt(Plan.Movement::loads)
        .sum();
  }

  private static Plan plan(Problem problem) {
    var outcome = Planner.plan(problem, iterations(500, 2), null, Watcher.NONE);
    assertEquals(List.of(), outcome.conflicts());
    assertEquals(List.of(), Verifier.judge(problem, outcome.plan()).violations());
    return outcome.plan();
  }

  private static int people(Plan plan, Kind kind) {
    return plan.movements().stream()
        .filter(m -> m.kind() == kind)
        .mapToInt(Plan.Movement::people)
        .sum();
  }
}
