package org.drawdown.engine.search.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.simplelong.SimpleLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.drawdown.benchmark.Trace;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.decoder.Keys;
import org.drawdown.engine.search.KeySpace;

/** Timefold's local search as it comes, over our keys, with our moves and our decoder. */
public final class OnKeys {

  private OnKeys() {}

  /** Plans until the trace has seen enough, and returns the best plan. */
  public static Plan plan(Problem problem, long seed, Trace trace) {
    var solution = new Solution();
    solution.space = new KeySpace(problem, seed, trace);
    solution.entity = new Entity();
    solution.entity.keys = solution.space.start();
    // Our moves look for values themselves; a search over fewer than two does not begin.
    solution.values = List.of(solution.entity.keys, solution.space.start());
    var config =
        new SolverConfig()
            .withSolutionClass(Solution.class)
            .withEntityClasses(Entity.class)
            .withEasyScoreCalculatorClass(Calculator.class)
            // Keys that our moves make are not among the values that an assertion would look for.
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withRandomSeed(seed)
            .withPhases(
                new LocalSearchPhaseConfig()
                    .withMoveSelectorConfig(
                        new MoveIteratorFactoryConfig()
                            .withMoveIteratorFactoryClass(Neighbours.class)));
    var best = Runner.solve(config, solution, trace);
    return best.space.plan(best.entity.keys);
  }

  /** All keys together are the one thing that is planned. */
  @PlanningEntity
  public static class Entity {
    @PlanningId public String id = "keys";

    @PlanningVariable(valueRangeProviderRefs = "values")
    public Keys keys;
  }

  /** The plan of some keys. */
  @PlanningSolution
  public static class Solution {
    @PlanningEntityProperty public Entity entity;

    @ValueRangeProvider(id = "values")
    public List<Keys> values;

    @PlanningScore public SimpleLongScore score;
    public KeySpace space;
  }

  /** Less is better. */
  public static class Calculator implements EasyScoreCalculator<Solution, SimpleLongScore> {
    @Override
    public SimpleLongScore calculateScore(Solution solution) {
      return SimpleLongScore.of(-solution.space.cost(solution.entity.keys));
    }
  }

  /** One of our moves after another. */
  public static class Neighbours implements MoveIteratorFactory<Solution, Change> {
    @Override
    public long getSize(ScoreDirector<Solution> director) {
      return 100_000;
    }

    @Override
    public Iterator<Change> createOriginalMoveIterator(ScoreDirector<Solution> director) {
      return createRandomMoveIterator(director, new Random(0));
    }

    @Override
    public Iterator<Change> createRandomMoveIterator(
        ScoreDirector<Solution> director, Random random) {
      var solution = director.getWorkingSolution();
      return Stream.generate(() -> new Change(solution.space.neighbour(solution.entity.keys)))
          .iterator();
    }
  }

  /** Puts other keys in place. */
  public static final class Change extends AbstractMove<Solution> {
    private final Keys keys;

    Change(Keys keys) {
      this.keys = keys;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Solution> director) {
      var entity = director.getWorkingSolution().entity;
      director.beforeVariableChanged(entity, "keys");
      entity.keys = keys;
      director.afterVariableChanged(entity, "keys");
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Solution> director) {
      return true;
    }
  }
}
