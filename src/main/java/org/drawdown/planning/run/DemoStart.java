package org.drawdown.planning.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.request.ScheduleRequest;
import org.drawdown.schedule.request.Solve;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * In a demo, loads the reference case, plans it before the first request is answered, and puts the
 * plan in force. A number of iterations limits the run, so that every demo starts with one plan.
 */
@ApplicationScoped
class DemoStart {

  private static final Logger LOG = Logger.getLogger("org.drawdown");
  private static final Solve SEARCH = new Solve(BigDecimal.valueOf(60), 40_000L, null, null, null);

  private final RunQueue queue;
  private final PlanningJob planner;
  private final ObjectMapper mapper;
  private final boolean demo;

  DemoStart(
      RunQueue queue,
      PlanningJob planner,
      ObjectMapper mapper,
      @ConfigProperty(name = "drawdown.demo", defaultValue = "false") boolean demo) {
    this.queue = queue;
    this.planner = planner;
    this.mapper = mapper;
    this.demo = demo;
  }

  void begin(@Observes @Priority(2500) StartupEvent event) {
    if (!demo || !queue.loadIfEmpty(reference())) {
      return;
    }
    var request =
        new ScheduleRequest("The reference case", null, null, SEARCH, null, null, null, null);
    var id = queue.accept(request, "demo").id();
    planner.run(id);
    queue.activate(id);
    LOG.infof("The reference case is loaded, planned, and in force as schedule %s", id);
  }

  private Dataset reference() {
    try (var file = DemoStart.class.getResourceAsStream("/reference/minusma-2023.json")) {
      return mapper.readValue(file, Dataset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
