package org.drawdown.planning.run;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets what is about schedules, or changes something, wait until the plan of a demo is there. */
class DemoGate {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final DemoStart demo;

  /** Of whose answers the plan in force is a part. */
  private static final List<String> WAITING =
      List.of("schedules", "situation", "movements", "handover", "permissions");

  DemoGate(DemoStart demo) {
    this.demo = demo;
  }

  @ServerRequestFilter(priority = Priorities.USER - 200)
  void await(ContainerRequestContext request) {
    var uri = request.getUriInfo();
    boolean changes = !SAFE.contains(request.getMethod());
    if (changes
        || WAITING.stream().anyMatch(uri.getPath()::contains)
        || uri.getQueryParameters().containsKey("stage")) {
      demo.await();
    }
  }
}
