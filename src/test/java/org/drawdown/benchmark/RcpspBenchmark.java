package org.drawdown.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.drawdown.engine.core.ListSearch;
import org.junit.jupiter.api.Test;

/**
 * The scheduling core on public ground: projects of PSPLIB, ten seconds each on two threads, beside
 * the best known and what IBM CP Optimizer and OptalCP found in ten minutes on four. {@code mvn
 * test -Dtest=RcpspBenchmark -Dbenchmarks=folder}, the folder holding {@code best-known.csv} and a
 * folder for each set.
 */
class RcpspBenchmark {

  private static final Path FOLDER =
      Path.of(System.getProperty("benchmarks", "../shared/benchmarks"));
  private static final long MILLIS = Long.getLong("benchmark.millis", 10_000);
  private static final int THREADS = Integer.getInteger("benchmark.threads", 2);
  private static final System.Logger LOG = System.getLogger("benchmark");

  private record Row(String set, String instance, int upper, int optimizer, int optal) {}

  @Test
  void solveProjects() throws Exception {
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      solve("rcpsp-j60", pool);
      solve("rcpsp-j120", pool);
    } finally {
      pool.shutdownNow();
    }
  }

  private static ArrayList<Row> rows(String set) throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(FOLDER.resolve("best-known.csv"))) {
      var cells = line.split(",");
      if (cells[0].equals(set)) {
        rows.add(
            new Row(
                set,
                cells[1],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[6])));
      }
    }
    return rows;
  }

  private static void solve(String set, ExecutorService pool) throws Exception {
    double ours = 0;
    double optimizer = 0;
    double optal = 0;
    int best = 0;
    var rows = rows(set);
    for (var row : rows) {
      var network = PspFile.read(FOLDER.resolve(set).resolve(row.instance() + ".sm"));
      long end = System.nanoTime() + MILLIS * 1_000_000;
      var searches =
          IntStream.range(0, THREADS).mapToObj(t -> new ListSearch(network, 1 + t)).toList();
      var work = new ArrayList<Callable<Void>>();
      for (var search : searches) {
        work.add(
            () -> {
              search.run(
                  Long.MAX_VALUE,
                  () ->
                      System.nanoTime() > end || searches.stream().anyMatch(ListSearch::isOptimal));
              return null;
            });
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
      int found = searches.stream().mapToInt(ListSearch::length).min().orElseThrow();
      long built = searches.stream().mapToLong(ListSearch::schedules).sum();
      ours += deviation(found, row.upper());
      optimizer += deviation(row.optimizer(), row.upper());
      optal += deviation(row.optal(), row.upper());
      best += found <= row.upper() ? 1 : 0;
      LOG.log(
          System.Logger.Level.INFO,
          "%s: found %d, best known %d, %.2f %%, %,d schedules"
              .formatted(row.instance(), found, row.upper(), deviation(found, row.upper()), built));
    }
    LOG.log(
        System.Logger.Level.INFO,
        ("%s: %d of %d as good as the best known; mean deviation from it %.3f %%"
                + " (CP Optimizer %.3f %%, OptalCP %.3f %%)")
            .formatted(
                set,
                best,
                rows.size(),
                ours / rows.size(),
                optimizer / rows.size(),
                optal / rows.size()));
  }

  private static double deviation(int found, int best) {
    return 100.0 * (found - best) / best;
  }
}
