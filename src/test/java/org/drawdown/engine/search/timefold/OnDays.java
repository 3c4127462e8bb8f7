package org.drawdown.engine.search.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drawdown.benchmark.Trace;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.search.KeySpace;

/**
 * What one builds with Timefold on a first day: convoys cut once, a day of dispatch for each, its
 * own moves. A day on which a convoy cannot go breaks a hard rule by the days that it has to wait;
 * the cost is that of the plan in which it waits.
 */
public final class OnDays {

  private OnDays() {}

  /** Plans until the trace has seen enough, and returns the best plan. */
  public static Plan plan(Problem problem, long seed, Trace trace) {
    var solution = new Solution();
    solution.space = new KeySpace(problem, seed, trace);
    solution.cut = solution.space.start();
    solution.space.cost(solution.cut);
    solution.convoys = new ArrayList<>();
    for (int s = 0; s < solution.cut.convoys.length; s++) {
      for (int k = 0; k < solution.cut.convoys[s]; k++) {
        var convoy = new Convoy();
        convoy.id = s + "-" + k;
        convoy.site = s;
        convoy.day = solution.space.dispatched(s, k);
        solution.convoys.add(convoy);
      }
    }
    var config =
        new SolverConfig()
            .withSolutionClass(Solution.class)
            .withEntityClasses(Convoy.class)
            .withEasyScoreCalculatorClass(Calculator.class)
            .withRandomSeed(seed)
            .withPhases(new LocalSearchPhaseConfig());
    var best = Runner.solve(config, solution, trace);
    return best.space.plan(best.keys());
  }

  /** A convoy, and the day on which it sets out. */
  @PlanningEntity
  public static class Convoy {
    @PlanningId public String id;
    public int site;

    @PlanningVariable public Integer day;

    int day() {
      return day;
    }
  }

  /** The days of all convoys. */
  @PlanningSolution
  public static class Solution {
    @PlanningEntityCollectionProperty public List<Convoy> convoys;
    @PlanningScore public HardSoftLongScore score;
    public KeySpace space;
    public Keys cut;

    /** The days on which a convoy may set out. */
    @ValueRangeProvider
    public CountableValueRange<Integer> days() {
      return ValueRangeFactory.createIntValueRange(0, space.days());
    }

    Keys keys() {
      var keys = space.copy(cut);
      keys.length = 0;
      int[] next = new int[keys.convoys.length];
      convoys.stream()
          .sorted(Comparator.comparingInt(Convoy::day).thenComparingInt(c -> c.site))
          .forEach(
              convoy -> {
                keys.notBefore[convoy.site][next[convoy.site]++] = convoy.day;
                keys.insert(keys.length, convoy.site);
              });
      // What closes a base comes last.
      for (int i = 0; i < cut.length; i++) {
        if (--next[cut.order[i]] < 0) {
          keys.insert(keys.length, cut.order[i]);
        }
      }
      return keys;
    }
  }

  /** Fewer days of waiting, then less cost. */
  public static class Calculator implements EasyScoreCalculator<Solution, HardSoftLongScore> {
    @Override
    public HardSoftLongScore calculateScore(Solution solution) {
      var keys = solution.keys();
      long cost = solution.space.cost(keys);
      return HardSoftLongScore.of(-solution.space.pushed(keys), -cost);
    }
  }
}
