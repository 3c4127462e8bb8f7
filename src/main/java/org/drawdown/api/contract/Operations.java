package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.drawdown.api.problem.Fault;

/** The operations that the contract has: their addresses, methods, parameters and media types. */
@ApplicationScoped
public class Operations {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String ROOT = "api/v1/";

  private final Contract contract;
  private final List<Address> addresses;

  Operations(Contract contract) {
    this.contract = contract;
    this.addresses =
        contract.document().path("paths").properties().stream()
            .map(path -> new Address(path.getKey(), path.getValue()))
            .toList();
  }

  /** An address of the contract, with the operations that it has. */
  public final class Address {
    private final String[] steps;
    private final Map<String, Operation> operations = new HashMap<>();
    private final String methods;

    private Address(String template, JsonNode path) {
      this.steps = template.substring(1).split("/");
      var names = new TreeSet<String>();
      names.add("OPTIONS");
      for (var method : METHODS) {
        if (path.has(method.toLowerCase(Locale.ROOT))) {
          names.add(method);
          operations.put(method, new Operation(path.get(method.toLowerCase(Locale.ROOT))));
        }
      }
      if (names.contains("GET")) {
        names.add("HEAD");
        operations.put("HEAD", operations.get("GET"));
      }
      this.methods = String.join(", ", names);
    }

    /** The methods that it has, with those that come without being named. */
    public String methods() {
      return methods;
    }

    /** One of its operations, or null. */
    public Operation operation(String method) {
      return operations.get(method);
    }

    private boolean matches(String[] parts) {
      if (steps.length != parts.length) {
        return false;
      }
      for (int i = 0; i < parts.length; i++) {
        if (!steps[i].startsWith("{") && !steps[i].equals(parts[i])) {
          return false;
        }
      }
      return true;
    }
  }

  /** An operation of the contract. */
  public final class Operation {
    private final Map<String, Parameter> query = new LinkedHashMap<>();
    private final List<String> accepts;
    private final List<String> gives;

    private Operation(JsonNode operation) {
      for (var listed : operation.path("parameters")) {
        var parameter = contract.resolved(listed);
        if (parameter.path("in").asText().equals("query")) {
          var name = parameter.get("name").asText();
          query.put(name, new Parameter(name, parameter));
        }
      }
      this.accepts = names(operation.at("/requestBody/content"));
      this.gives = names(operation.at("/responses/200/content"));
    }

    /** The parameters in its query, by name. */
    Map<String, Parameter> query() {
      return query;
    }

    /** The media types of the bodies that it accepts; none if it has no body. */
    public List<String> accepts() {
      return accepts;
    }

    /** The media types of its good answers; none if they have no body. */
    public List<String> gives() {
      return gives;
    }

    private static List<String> names(JsonNode content) {
      return content.properties().stream().map(Map.Entry::getKey).toList();
    }
  }

  /** A parameter in the query of an operation. */
  final class Parameter {
    private final String pointer;
    private final JsonNode written;
    private final String type;
    private final boolean required;
    private volatile Schema compiled;

    private Parameter(String name, JsonNode parameter) {
      var schema = parameter.path("schema");
      this.required = parameter.path("required").asBoolean();
      boolean several = schema.path("type").asText().equals("array");
      var single = several ? schema.path("items") : schema;
      this.pointer = "/query/" + name;
      this.written = single;
      this.type = several ? "array" : single.path("type").asText();
    }

    /** Whether the operation cannot do without it. */
    boolean isRequired() {
      return required;
    }

    private Schema schema() {
      var schema = compiled;
      if (schema == null) {
        schema = contract.compiled(written);
        compiled = schema;
      }
      return schema;
    }

    /** The faults of a value of it. */
    List<Fault> faults(String value) {
      var schema = schema();
      var nodes = JsonNodeFactory.instance;
      if (type.equals("array")) {
        var faults = new ArrayList<Fault>();
        Arrays.stream(value.split(",", -1))
            .forEach(v -> faults.addAll(Contract.faults(schema, nodes.textNode(v), pointer)));
        return faults;
      }
      JsonNode node = nodes.textNode(value);
      if (type.equals("integer") && value.matches("-?[0-9]{1,18}")) {
        node = nodes.numberNode(Long.parseLong(value));
      } else if (type.equals("boolean") && value.matches("true|false")) {
        node = nodes.booleanNode(Boolean.parseBoolean(value));
      }
      return Contract.faults(schema, node, pointer);
    }
  }

  /** The address of the contract that a request's path is an instance of, or null. */
  public Address address(String requested) {
    var path = requested.startsWith("/") ? requested.substring(1) : requested;
    var parts = (path.startsWith(ROOT) ? path.substring(ROOT.length()) : path).split("/");
    for (var address : addresses) {
      if (address.matches(parts)) {
        return address;
      }
    }
    return null;
  }
}
