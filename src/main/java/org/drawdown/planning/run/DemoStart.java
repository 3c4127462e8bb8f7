package org.drawdown.planning.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.request.Solve;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * In a demo, loads the reference case, has it planned, and puts the plan in force. The service is
 * ready before that; who asks for schedules waits until the plan is there. A number of iterations
 * limits the run, so that every demo starts with one plan.
 */
@ApplicationScoped
class DemoStart {

  private static final Logger LOG = Logger.getLogger("org.drawdown");
  private static final Solve SEARCH = new Solve(BigDecimal.valueOf(60), 40_000L, null, null, null);
  private static final int LOOK_MILLIS = 20;
  private static final int PATIENCE_SECONDS = 60;

  private final RunQueue queue;
  private final RunProgress progress;
  private final ObjectMapper mapper;
  private final boolean demo;
  private final CountDownLatch pending = new CountDownLatch(1);
  private volatile boolean ending;

  DemoStart(
      RunQueue queue,
      RunProgress progress,
      ObjectMapper mapper,
      @ConfigProperty(name = "drawdown.demo", defaultValue = "false") boolean demo) {
    this.queue = queue;
    this.progress = progress;
    this.mapper = mapper;
    this.demo = demo;
  }

  void begin(@Observes @Priority(2500) StartupEvent event) {
    if (!demo || !queue.loadIfEmpty(reference())) {
      pending.countDown();
      return;
    }
    var request =
        new ScheduleRequest(
            "The reference case", null, null, SEARCH, null, null, null, null, null, null);
    var id = queue.accept(request, "demo").id();
    LOG.info("The reference case is loaded; its plan follows, and /schedules waits for it");
    var thread = new Thread(() -> putInForce(id), "demo-start");
    thread.setDaemon(true);
    thread.start();
  }

  void end(@Observes ShutdownEvent event) {
    ending = true;
    pending.countDown();
  }

  private void putInForce(String id) {
    try {
      while (!ending && progress.progress(id).state().isUnderWay()) {
        Thread.sleep(LOOK_MILLIS);
      }
      if (progress.progress(id).state() == ScheduleState.READY) {
        queue.activate(id);
        LOG.infof("The reference case is planned, and in force as schedule %s", id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pending.countDown();
    }
  }

  /** Lets a request that is about schedules wait for the plan of the demo. */
  void await() {
    try {
      pending.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Dataset reference() {
    try (var file = DemoStart.class.getResourceAsStream("/reference/minusma-2023.json")) {
      return mapper.readValue(file, Dataset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
