package org.drawdown.planning.run;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.drawdown.RunningService;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.planner.Planner;
import org.drawdown.jobs.Job;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.result.PlanDocuments;
import org.drawdown.schedule.request.Solve;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only who holds a run writes its result. No job is taken up here but by the test. */
@RunningService
@TestProfile(RunQueueTest.NobodyLooksForJobs.class)
class RunQueueTest {

  /** A service whose scheduler sleeps. */
  public static class NobodyLooksForJobs implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("drawdown.jobs.poll", "PT1H");
    }
  }

  private static final RunQueue.Report REPORT = new RunQueue.Report(1, 10, 5_000_000L, 1L);

  @Inject RunQueue queue;
  @Inject PlanningJob planner;

  private String id;

  @BeforeEach
  void accept() {
    admin()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(new File("src/main/resources/reference/minusma-2023.json"))
        .put("/dataset")
        .then()
        .statusCode(200);
    var few = new Solve(BigDecimal.TEN, 50L, null, 1L, 1);
    var request =
        new ScheduleRequest("fenced", null, null, few, null, null, null, null, null, null);
    id = queue.accept(request, "planner").id();
  }

  private String state() {
    return viewer().get("/schedules/" + id).jsonPath().getString("state");
  }

  @Test
  void aRunThatIsTakenUpAgainListensToItsNewHolderOnly() {
    var first = queue.take(id).orElseThrow();
    var second = queue.take(id).orElseThrow();
    assertEquals(List.of(1, 2), List.of(first.attempt(), second.attempt()));
    assertFalse(queue.report(first, REPORT, null));
    assertTrue(queue.report(second, REPORT, null));
    queue.fail(first);
    assertEquals("SOLVING", state());
    queue.fail(second);
    assertEquals("FAILED", state());
    assertTrue(queue.take(id).isEmpty());
  }

  @Test
  void aRunThatIsTakenUpAgainGoesOnFromTheBestPlanStored() {
    var first = queue.take(id).orElseThrow();
    var found = Planner.plan(first.planning().problem(), first.limits(), null, Watcher.NONE);
    PlanDocument best = new PlanDocuments(first.planning()).document(found.plan());
    queue.report(first, REPORT, best);
    var second = queue.take(id).orElseThrow();
    assertNotNull(second.start());
    assertEquals(found.plan(), second.start());
  }

  @Test
  void aStopIsSeenAtTheNextReport() {
    var order = queue.take(id).orElseThrow();
    assertTrue(queue.report(order, REPORT, null));
    queue.stop(id);
    assertFalse(queue.report(order, REPORT, null));
  }

  @Test
  void aRunIsGivenUpAfterFiveAttempts() {
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(attempt, queue.take(id).orElseThrow().attempt());
    }
    assertTrue(queue.take(id).isEmpty());
    assertEquals("FAILED", state());
    assertEquals(
        "the run was given up after 5 attempts",
        viewer().get("/schedules/" + id).jsonPath().getString("failure"));
  }

  @Test
  void handingBackIsNoAttempt() {
    for (int attempt = 1; attempt <= 9; attempt++) {
      var order = queue.take(id).orElseThrow();
      assertEquals(attempt, order.attempt());
      queue.giveBack(order, null);
    }
    assertEquals("SOLVING", state());
  }

  @Test
  void whatIsLeftOfTheTimeCounts() {
    var first = queue.take(id).orElseThrow();
    assertEquals(10_000, first.limits().timeMillis());
    queue.report(first, new RunQueue.Report(7.5, 10, null, null), null);
    var second = queue.take(id).orElseThrow();
    assertEquals(2_500, second.limits().timeMillis());
    assertEquals(7.5, second.before().seconds());
  }

  @Test
  void whoGivesUpKeepsTheBestPlan() {
    for (int attempt = 1; attempt <= 5; attempt++) {
      var order = queue.take(id).orElseThrow();
      var plan =
          Planner.plan(order.planning().problem(), order.limits(), order.start(), Watcher.NONE)
              .plan();
      queue.report(order, REPORT, new PlanDocuments(order.planning()).document(plan));
    }
    assertEquals(Job.Ending.DONE, planner.run(id));
    assertEquals("READY", state());
  }

  @Test
  void usersTakeTurns() {
    var few = new Solve(BigDecimal.TEN, 50L, null, 1L, 1);
    var request = new ScheduleRequest("turn", null, null, few, null, null, null, null, null, null);
    queue.clear(null);
    var busy = new java.util.ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      busy.add(queue.accept(request, "busy").id());
    }
    var other = queue.accept(request, "other").id();
    int place = viewer().get("/schedules/" + other).jsonPath().getInt("progress.placeInQueue");
    assertTrue(place <= 2, "place " + place);
    assertEquals(
        5, viewer().get("/schedules/" + busy.get(3)).jsonPath().getInt("progress.placeInQueue"));
    var long1 = new Solve(BigDecimal.valueOf(3600), null, null, 1L, 1);
    var day = new ScheduleRequest("day", null, null, long1, null, null, null, null, null, null);
    var lane = queue.accept(day, "busy").id();
    assertEquals(1, viewer().get("/schedules/" + lane).jsonPath().getInt("progress.placeInQueue"));
    assertEquals(5, queue.clear("busy"));
    assertEquals(1, queue.clear("other"));
  }

  @Test
  void aJobEndsAtOnceIfItsRunHasEnded() {
    queue.stop(id);
    assertEquals("CANCELLED", state());
    assertEquals(Job.Ending.DONE, planner.run(id));
    assertEquals("CANCELLED", state());
  }
}
