package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * In a demo, loads the reference case, plans it before the first request is answered, and puts the
 * plan in force. Its limit is a number of iterations, so that every demo starts with the same plan.
 */
@ApplicationScoped
class DemoStart {

  private static final Logger LOG = Logger.getLogger("org.drawdown");
  private static final int ITERATIONS = 40_000;

  private final Desk desk;
  private final Solver solver;
  private final ObjectMapper mapper;
  private final boolean demo;

  DemoStart(
      Desk desk,
      Solver solver,
      ObjectMapper mapper,
      @ConfigProperty(name = "drawdown.demo", defaultValue = "false") boolean demo) {
    this.desk = desk;
    this.solver = solver;
    this.mapper = mapper;
    this.demo = demo;
  }

  @ActivateRequestContext
  void begin(@Observes @Priority(2500) StartupEvent event) {
    if (!demo || !desk.loadIfEmpty(reference())) {
      return;
    }
    var request = mapper.createObjectNode().put("name", "The reference case");
    request.putObject("solve").put("maxIterations", ITERATIONS).put("timeLimitSeconds", 60);
    var id = desk.accept(request, "demo").id();
    desk.next().ifPresent(solver::work);
    desk.activate(id);
    LOG.infof("The reference case is loaded, planned, and in force as schedule %s", id);
  }

  private ObjectNode reference() {
    try (var file = DemoStart.class.getResourceAsStream("/reference/minusma-2023.json")) {
      return (ObjectNode) mapper.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
