package org.drawdown.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds the query of every request against the contract, before any resource sees it. */
class QueryFilter {

  private final Contract contract;

  QueryFilter(Contract contract) {
    this.contract = contract;
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    var path = contract.template(request.getUriInfo().getPath());
    if (path == null) {
      return;
    }
    var method = request.getMethod().toLowerCase(Locale.ROOT);
    var known = contract.queryParameters(path, method.equals("head") ? "get" : method);
    if (known == null) {
      return;
    }
    var faults = new ArrayList<Fault>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              var parameter = known.get(name);
              if (parameter == null) {
                faults.add(unknown("/query/" + name, known.keySet()));
              } else if (values.size() > 1) {
                faults.add(Fault.of("/query/" + name, "may be given only once"));
              } else {
                faults.addAll(contract.parameterFaults(name, parameter, values.get(0)));
              }
            });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static Fault unknown(String pointer, Set<String> known) {
    return known.isEmpty()
        ? Fault.of(pointer, "is unknown; this operation knows no parameters")
        : Fault.of(pointer, "is unknown; this operation knows %s", String.join(", ", known));
  }
}
