package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drawdown.api.problem.Fault;

/** The operations that the contract has: their addresses, methods, parameters and media types. */
@ApplicationScoped
public class Operations {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Contract contract;
  private final JsonNode paths;

  Operations(Contract contract) {
    this.contract = contract;
    this.paths = contract.document().path("paths");
  }

  /** A parameter in the query of an operation. */
  final class Parameter {
    private final String name;
    private final JsonNode schema;

    private Parameter(String name, JsonNode schema) {
      this.name = name;
      this.schema = schema;
    }

    /** The faults of a value of it. */
    List<Fault> faults(String value) {
      return contract.parameterFaults("/query/" + name, schema, value);
    }
  }

  /** The parameters in the query of an operation, by name; null if there is no such operation. */
  Map<String, Parameter> queryParameters(String template, String method) {
    var operation = operation(template, method);
    if (operation.isMissingNode()) {
      return null;
    }
    var parameters = new LinkedHashMap<String, Parameter>();
    for (var listed : operation.path("parameters")) {
      var parameter = contract.resolved(listed);
      if (parameter.path("in").asText().equals("query")) {
        var name = parameter.get("name").asText();
        parameters.put(name, new Parameter(name, parameter.path("schema")));
      }
    }
    return parameters;
  }

  /** The contract's path that a request's path is an instance of, or null. */
  public String template(String requested) {
    String[] parts = requested.replaceFirst("^/?(api/v1/)?", "").split("/");
    return paths.properties().stream()
        .map(Map.Entry::getKey)
        .filter(path -> matches(path.substring(1).split("/"), parts))
        .findFirst()
        .orElse(null);
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

  /** The methods of one of the contract's paths, with those that come without being named. */
  public String methods(String template) {
    var methods = new TreeSet<String>();
    methods.add("OPTIONS");
    for (var method : METHODS) {
      if (paths.path(template).has(method.toLowerCase(Locale.ROOT))) {
        methods.add(method);
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  /** The media types of the bodies that an operation accepts. */
  public String accepts(String template, String method) {
    return names(operation(template, method).at("/requestBody/content"));
  }

  /** The media types of an operation's good answers. */
  public String gives(String template, String method) {
    return names(operation(template, method).at("/responses/200/content"));
  }

  private JsonNode operation(String template, String method) {
    var name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return paths.path(template).path(name);
  }

  private static String names(JsonNode content) {
    return content.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }
}
