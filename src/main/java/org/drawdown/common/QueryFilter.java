package org.drawdown.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds the query of every request against the contract, before any resource sees it. */
class QueryFilter {

  private final Contract contract;

  QueryFilter(Contract contract) {
    this.contract = contract;
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    var path = template(request.getUriInfo().getPath());
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
                faults.add(new Fault("/query/" + name, unknown(known.keySet().stream().toList())));
              } else if (values.size() > 1) {
                faults.add(new Fault("/query/" + name, "may be given only once"));
              } else {
                faults.addAll(contract.parameterFaults(name, parameter, values.get(0)));
              }
            });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static String unknown(List<String> known) {
    return known.isEmpty()
        ? "is unknown; this operation knows no parameters"
        : "is unknown; this operation knows " + String.join(", ", known);
  }

  /** The contract's path that a request's path is an instance of, or null. */
  private String template(String requested) {
    String[] parts = requested.replaceFirst("^/?(api/v1/)?", "").split("/");
    for (var path : contract.paths()) {
      if (matches(path.substring(1).split("/"), parts)) {
        return path;
      }
    }
    return null;
  }

  private static boolean matches(String[] template, String[] parts) {
    if (template.length != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!template[i].startsWith("{") && !template[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
