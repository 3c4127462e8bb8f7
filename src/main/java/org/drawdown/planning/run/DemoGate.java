package org.drawdown.planning.run;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the first requests for schedules of a demo wait until its plan is there. */
class DemoGate {

  private final DemoStart demo;

  DemoGate(DemoStart demo) {
    this.demo = demo;
  }

  @ServerRequestFilter(priority = Priorities.USER - 200)
  void await(ContainerRequestContext request) {
    var uri = request.getUriInfo();
    if (uri.getPath().contains("schedules") || uri.getQueryParameters().containsKey("stage")) {
      demo.await();
    }
  }
}
