package org.drawdown.planning.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.function.Supplier;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.planner.Planner;
import org.drawdown.planning.problem.ProblemReader;
import org.drawdown.schedule.request.Objective;
import org.jboss.logging.Logger;

/**
 * Plans the reference case once when the service starts, so that the engine's code is loaded and
 * compiled before the first planner waits for it.
 */
@ApplicationScoped
class WarmUp {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final int ITERATIONS = 2_000;
  private static final int DELAY_MILLIS = 2_000;

  private final ObjectMapper mapper;
  private final PlanningConfig config;
  private volatile boolean ending;

  WarmUp(ObjectMapper mapper, PlanningConfig config) {
    this.config = config;
    this.mapper = mapper;
  }

  void begin(@Observes @Priority(2700) StartupEvent event) {
    if (!config.warmUp()) {
      return;
    }
    var thread = new Thread(this::plan, "planning-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  void end(@Observes ShutdownEvent event) {
    ending = true;
  }

  private void plan() {
    try {
      // The first requests come first.
      Thread.sleep(DELAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try (var file = WarmUp.class.getResourceAsStream("/reference/minusma-2023.json")) {
      var dataset = mapper.readValue(file, Dataset.class);
      var problem = ProblemReader.read(dataset, Objective.complete(null), false, false);
      Planner.plan(problem, new Limits(10_000, ITERATIONS, 0, 1, 1), null, new Unheard());
    } catch (IOException | RuntimeException e) {
      LOG.warn("The warm-up failed; the first plan will be slower", e);
    }
  }

  private final class Unheard implements Watcher {
    @Override
    public void improved(long objective, Bound bound, long iterations, Supplier<Plan> plan) {
      plan.get();
    }

    @Override
    public boolean wantsStop() {
      return ending;
    }
  }
}
