package org.drawdown.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.planner.Planner;
import org.junit.jupiter.api.Test;

/**
 * How good plans get how fast, on the reference case and on missions of up to 200 bases scaled from
 * it. {@code mvn test -Dtest=MissionBenchmark}; {@code -Dbenchmark.seconds=} a run, {@code
 * -Dbenchmark.long=} seconds of the runs that the short ones are held against, {@code
 * -Dbenchmark.pools=} the share of trucks and escorts that a mission has of what would grow along.
 */
class MissionBenchmark {

  private static final long SECONDS = Long.getLong("benchmark.seconds", 10);
  private static final long LONG = Long.getLong("benchmark.long", 60);
  private static final double POOLS =
      Double.parseDouble(System.getProperty("benchmark.pools", "1"));
  private static final int THREADS = Integer.getInteger("benchmark.threads", 2);
  private double perMovement;

  private static final System.Logger LOG = System.getLogger("benchmark");

  private static void say(String line, Object... values) {
    LOG.log(System.Logger.Level.INFO, line.formatted(values));
  }

  /** The objective of the first plan, and how soon it was there. */
  private static final class First implements Watcher {
    long objective = -1;

    @Override
    public void improved(long found, Bound bound, long iterations, Supplier<Plan> plan) {
      objective = objective < 0 ? found : objective;
    }

    @Override
    public boolean wantsStop() {
      return false;
    }
  }

  private static Outcome run(Problem problem, long seconds, long seed, Watcher watcher) {
    return Planner.plan(problem, new Limits(seconds * 1000, 0, 0, seed, THREADS), null, watcher);
  }

  @Test
  void referenceCase() {
    var problem = ScaledMission.of(13, 0);
    run(problem, 3, 99, Watcher.NONE);
    long best = Long.MAX_VALUE;
    Outcome longest = null;
    for (long seed = 11; seed <= 13; seed++) {
      var outcome = run(problem, LONG, seed, Watcher.NONE);
      say("reference, %d s, seed %d: %d", LONG, seed, outcome.objective());
      longest = outcome.objective() < best ? outcome : longest;
      best = Math.min(best, outcome.objective());
    }
    var found = new ArrayList<Long>();
    for (long seed = 1; seed <= 5; seed++) {
      var outcome = run(problem, SECONDS, seed, Watcher.NONE);
      found.add(outcome.objective());
      say(
          "reference, %d s, seed %d: %d, first valid after %d ms, %d plans a second",
          SECONDS,
          seed,
          outcome.objective(),
          outcome.statistics().firstValidAfterMs(),
          outcome.statistics().iterationsPerSecond());
    }
    long median = found.stream().sorted().toList().get(2);
    say(
        "reference: median of %d s is %.3f of the best of %d s; gap at %d s %.3f (%s)",
        SECONDS,
        (double) median / best,
        LONG,
        LONG,
        longest.bound().gap(best),
        longest.bound().relaxation());
    int completion =
        longest.plan().stages().stream()
            .filter(s -> s.stage() == Plan.Stage.CLOSED)
            .filter(s -> !problem.sites().get(s.site()).liquidation())
            .mapToInt(s -> s.from() - 1)
            .max()
            .orElse(0);
    say(
        "reference: complete on day %d, at the earliest on day %d (%s)",
        completion, longest.bound().earliestCompletion(), longest.bound().completionRelaxation());
  }

  @Test
  void missionsOfManyBases() {
    for (int bases : new int[] {13, 50, 100}) {
      scaled(bases, POOLS, SECONDS);
    }
    for (double pools : new double[] {POOLS, POOLS * 0.75, POOLS * 0.5}) {
      scaled(200, pools, LONG);
    }
  }

  private void scaled(int bases, double pools, long seconds) {
    var problem = ScaledMission.of(bases, 1, pools);
    var first = new First();
    var outcome = run(problem, seconds, 1, first);
    if (outcome.plan() == null) {
      say("%d bases, pools of %.2f: no plan, %s", bases, pools, outcome.conflicts());
      return;
    }
    double micros = 1e6 * THREADS / outcome.statistics().iterationsPerSecond();
    double each = micros / outcome.plan().movements().size();
    perMovement = perMovement == 0 ? each : perMovement;
    say(
        "%d bases, pools of %.2f, %d movements: first valid after %d ms, after %d s %.3f of it"
            + " (no plan below %.3f); %.0f us a move, %.2f of that of 13 bases for each movement;"
            + " gap %.3f; %d MiB used",
        bases,
        pools,
        outcome.plan().movements().size(),
        outcome.statistics().firstValidAfterMs(),
        seconds,
        (double) outcome.objective() / first.objective,
        (double) outcome.bound().objective() / first.objective,
        micros,
        each / perMovement,
        outcome.bound().gap(outcome.objective()),
        used());
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    System.gc();
    return Arrays.stream(new long[] {runtime.totalMemory() - runtime.freeMemory()}).sum() >> 20;
  }
}
