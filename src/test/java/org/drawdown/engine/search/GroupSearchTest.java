package org.drawdown.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.drawdown.benchmark.ScaledMission;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/** The search for missions of many bases, which looks at a few of them at a time. */
class GroupSearchTest {

  private static final Problem MISSION = ScaledMission.of(90, 1, 1);
  private static final int ITERATIONS = 6_000;

  private final List<Long> objectives = new ArrayList<>();
  private final List<Long> bounds = new ArrayList<>();

  private Outcome plan(int threads) {
    return Planner.plan(
        MISSION,
        new Limits(600_000, ITERATIONS, 0, 7, threads),
        null,
        new Watcher() {
          @Override
          public void improved(long found, Bound bound, long iterations, Supplier<Plan> plan) {
            objectives.add(found);
          }

          @Override
          public void raised(Bound bound) {
            bounds.add(bound.objective());
          }

          @Override
          public boolean wantsStop() {
            return false;
          }
        });
  }

  @Test
  void findsTheSameValidPlanOnAnyNumberOfThreads() {
    var one = plan(1);
    var two = plan(2);

    assertEquals(ITERATIONS, one.statistics().iterations());
    assertEquals(one.plan(), two.plan());
    assertEquals(one.bound(), two.bound());
    var judgement = Verifier.judge(MISSION, one.plan());
    assertTrue(judgement.valid(), () -> judgement.violations().toString());
    assertEquals(judgement.ledger().objective(), one.objective());
  }

  @Test
  void getsBetterAndItsBoundRises() {
    var outcome = plan(2);

    assertEquals(objectives.stream().sorted((a, b) -> Long.compare(b, a)).toList(), objectives);
    assertTrue(outcome.objective() < objectives.get(0));
    assertEquals(bounds.stream().sorted().toList(), bounds);
    assertTrue(!bounds.isEmpty(), "the bound has not risen");
    assertTrue(outcome.bound().objective() <= outcome.objective());
  }
}
