package org.drawdown.api.contract;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Judges the query of every request by the contract, before a resource sees it. */
class QueryFilter {

  private final Operations operations;

  QueryFilter(Operations operations) {
    this.operations = operations;
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    var address = operations.address(request.getUriInfo().getPath());
    var operation = address == null ? null : address.operation(request.getMethod());
    if (operation == null) {
      return;
    }
    var known = operation.query();
    var faults = new ArrayList<Fault>();
    new TreeMap<>(request.getUriInfo().getQueryParameters())
        .forEach(
            (name, values) -> {
              var parameter = known.get(name);
              if (parameter == null) {
                faults.add(unknown("/query/" + name, known.keySet()));
              } else if (values.size() > 1) {
                faults.add(new Fault("/query/" + name, Messages::onlyOnce));
              } else {
                faults.addAll(parameter.faults(values.get(0)));
              }
            });
    known.forEach(
        (name, parameter) -> {
          if (parameter.isRequired()
              && !request.getUriInfo().getQueryParameters().containsKey(name)) {
            faults.add(new Fault("/query/" + name, Messages::parameterMissing));
          }
        });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static Fault unknown(String pointer, Set<String> known) {
    return known.isEmpty()
        ? new Fault(pointer, Messages::noParameters)
        : new Fault(pointer, m -> m.unknownParameter(String.join(", ", known)));
  }
}
