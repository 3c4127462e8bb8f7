package org.drawdown.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.search.timefold.OnDays;
import org.drawdown.engine.search.timefold.OnKeys;
import org.drawdown.engine.verifier.Verifier;
import org.junit.jupiter.api.Test;

/**
 * How much our search still finds between 10 and 60 seconds, beside Timefold over the same keys and
 * beside a plain Timefold model of days. {@code mvn test -Dtest=SearchBenchmark}; {@code
 * -Dbenchmark.cases=}, {@code -Dbenchmark.engines=} and {@code -Dbenchmark.seeds=} choose some,
 * {@code -Dbenchmark.seconds=} and {@code -Dbenchmark.long=} say when to look: seconds on two
 * cores, counted as twice as many CPU-seconds.
 */
class SearchBenchmark {

  private static final int CORES = 2;
  private static final double SECONDS = Long.getLong("benchmark.seconds", 10);
  private static final double LONG = Long.getLong("benchmark.long", 60);
  private static final long SEEDS = Long.getLong("benchmark.seeds", 3);
  private static final List<String> CASES = chosen("benchmark.cases");
  private static final List<String> ENGINES = chosen("benchmark.engines");
  private static final System.Logger LOG = System.getLogger("benchmark");

  private interface Engine {
    Plan plan(Problem problem, long seed, Trace trace);
  }

  private static List<String> chosen(String property) {
    var names = System.getProperty(property, "");
    return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
  }

  private static void say(String line, Object... values) {
    LOG.log(System.Logger.Level.INFO, line.formatted(values));
  }

  private static Map<String, Supplier<Problem>> cases() {
    Map<String, Supplier<Problem>> cases = new LinkedHashMap<>();
    cases.put("reference", () -> ScaledMission.of(13, 0));
    cases.put("trucks150", () -> ScaledMission.withPools(150, 0));
    cases.put("escorts4", () -> ScaledMission.withPools(0, 4));
    cases.put("rain", ScaledMission::inTheRain);
    cases.put("leave", () -> ScaledMission.leaving(0));
    cases.put("bases200", () -> ScaledMission.of(200, 1));
    cases.put("onehub", DrawnMission::oneHub);
    for (long seed = 1; seed <= 10; seed++) {
      long drawn = seed;
      cases.put("drawn" + seed, () -> DrawnMission.of(drawn));
    }
    return cases;
  }

  private static Map<String, Engine> engines() {
    Map<String, Engine> engines = new LinkedHashMap<>();
    engines.put(
        "ours",
        (problem, seed, trace) -> {
          var limits = new Limits(3_600_000, 0, 0, seed, CORES);
          return Planner.plan(problem, limits, null, trace).plan();
        });
    engines.put("timefold-keys", OnKeys::plan);
    engines.put("timefold-days", OnDays::plan);
    return engines;
  }

  private static boolean isChosen(List<String> names, String name) {
    return names.isEmpty()
        || names.stream()
            .anyMatch(
                n -> n.equals(name) || n.endsWith("*") && name.startsWith(n.replace("*", "")));
  }

  @Test
  void tenSecondsAgainstSixty() {
    var gaps = new ArrayList<Double>();
    cases()
        .forEach(
            (name, problem) -> {
              if (isChosen(CASES, name)) {
                double gap = compare(name, problem.get());
                if (name.startsWith("drawn") && gap >= 0) {
                  gaps.add(gap);
                }
              }
            });
    if (!gaps.isEmpty()) {
      say("drawn missions: median gap %.3f", gaps.stream().sorted().toList().get(gaps.size() / 2));
    }
  }

  private static double compare(String name, Problem problem) {
    var losses = new TreeMap<String, List<Double>>();
    double gap = -1;
    for (var engine : engines().entrySet()) {
      if (!isChosen(ENGINES, engine.getKey())) {
        continue;
      }
      for (long seed = 1; seed <= SEEDS; seed++) {
        var trace = new Trace(CORES * SECONDS, CORES * LONG);
        var plan = engine.getValue().plan(problem, seed, trace);
        var judgement = Verifier.judge(problem, plan);
        assertTrue(judgement.violations().isEmpty(), () -> name + " " + judgement.violations());
        double loss = (double) trace.early() / trace.late() - 1;
        losses.computeIfAbsent(engine.getKey(), e -> new ArrayList<>()).add(loss);
        say(
            "%-10s %-14s seed %d: %11d at %.0f s, %11d at %.0f s, loss %5.2f %%%s",
            name,
            engine.getKey(),
            seed,
            trace.early(),
            SECONDS,
            trace.late(),
            LONG,
            100 * loss,
            trace.bound() == 0 ? "" : " bound %d".formatted(trace.bound()));
        if (trace.bound() > 0) {
          gap = 1 - (double) trace.bound() / trace.late();
        }
      }
    }
    var means = new LinkedHashMap<String, String>();
    losses.forEach(
        (engine, all) ->
            means.put(
                engine,
                "%.2f %%"
                    .formatted(100 * all.stream().mapToDouble(x -> x).average().orElseThrow())));
    say("%-10s mean loss %s; gap of ours %.3f", name, means, gap);
    return gap;
  }
}
