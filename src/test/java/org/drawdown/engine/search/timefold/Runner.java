package org.drawdown.engine.search.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import org.drawdown.benchmark.Trace;

/** Runs a solver until a trace has seen enough. */
final class Runner {

  private static final int LOOKS_EVERY_MS = 50;

  private Runner() {}

  static <S> S solve(SolverConfig config, S solution, Trace trace) {
    var solver = SolverFactory.<S>create(config).buildSolver();
    var clock =
        new Thread(
            () -> {
              while (!trace.isOver()) {
                try {
                  Thread.sleep(LOOKS_EVERY_MS);
                } catch (InterruptedException e) {
                  return;
                }
              }
              solver.terminateEarly();
            });
    clock.setDaemon(true);
    clock.start();
    var best = solver.solve(solution);
    clock.interrupt();
    return best;
  }
}
