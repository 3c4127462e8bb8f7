package org.drawdown.planning.run;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets what is about schedules, or changes something, wait until the plan of a demo is there. */
class DemoGate {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final DemoStart demo;

  DemoGate(DemoStart demo) {
    this.demo = demo;
  }

  @ServerRequestFilter(priority = Priorities.USER - 200)
  void await(ContainerRequestContext request) {
    var uri = request.getUriInfo();
    boolean changes = !SAFE.contains(request.getMethod());
    if (changes
        || uri.getPath().contains("schedules")
        || uri.getQueryParameters().containsKey("stage")) {
      demo.await();
    }
  }
}
