package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every property, every absence of one, and every type that a schema of the contract allows is
 * witnessed by an example. The examples are what the service really takes and answers ({@link
 * ExamplesTest}), so a schema that allows or names more than the code does fails here, and one that
 * allows less fails there.
 */
class WitnessesTest {

  private static final JsonNode FILE = ContractFilter.INSTANCE.document();

  private final Set<String> named = new TreeSet<>();
  private final Set<String> witnessed = new TreeSet<>();
  private final Set<String> visited = new TreeSet<>();
  private final Set<String> mayLack = new TreeSet<>();
  private final Set<String> lacked = new TreeSet<>();

  /** Schemas of what clients send: they may leave out what they like. */
  private final Set<String> sent = new TreeSet<>();

  @Test
  void everyTypeAndPropertyIsWitnessed() {
    for (var path : FILE.path("paths").properties()) {
      var at = "/paths/" + escaped(path.getKey());
      look(at, path.getValue());
    }
    look("/components/responses", FILE.at("/components/responses"));
    look("/components/parameters", FILE.at("/components/parameters"));
    mayLack.removeIf(place -> sent.contains(place.replaceFirst("/properties/[^/]*$", "")));
    named.removeAll(witnessed);
    assertEquals("", String.join("\n", named), "no example has these");
    mayLack.removeAll(lacked);
    assertEquals("", String.join("\n", mayLack), "no example lacks these, so they are required");
  }

  /** Finds what has a schema and examples: media types and parameters. */
  private void look(String at, JsonNode node) {
    if (node.has("schema") && !node.has("x-untested")) {
      name(at + "/schema", visited);
      if (at.contains("/requestBody/")) {
        name(at + "/schema", sent);
      }
      for (var example : node.path("examples")) {
        see(at + "/schema", referred(example).path("value"));
      }
    }
    // What a request is instead of its first example is a witness where it succeeds.
    if (at.matches(".*/responses/2[0-9][0-9]") || at.endsWith("/responses/304")) {
      for (var content : node.path("content")) {
        for (var example : content.path("examples")) {
          witnessOfRequest(at, referred(example).path("x-request"));
        }
      }
      for (var example : node.path("x-examples")) {
        witnessOfRequest(at, example.path("x-request"));
      }
    }
    for (var child : node.properties()) {
      boolean values = Set.of("examples", "headers").contains(child.getKey());
      if (child.getValue().isObject() && !values) {
        look(at + "/" + escaped(child.getKey()), child.getValue());
      } else if (child.getValue().isArray()) {
        for (int i = 0; i < child.getValue().size(); i++) {
          look(at + "/" + escaped(child.getKey()) + "/" + i, child.getValue().get(i));
        }
      }
    }
  }

  /** An example, or what it refers to. */
  private static JsonNode referred(JsonNode example) {
    return example.has("$ref") ? FILE.at(example.get("$ref").asText().substring(1)) : example;
  }

  private void witnessOfRequest(String response, JsonNode request) {
    var operation = response.replaceFirst("/responses/.*", "");
    for (var content : FILE.at(operation + "/requestBody/content").properties()) {
      if (request.has("body")) {
        see(
            operation + "/requestBody/content/" + escaped(content.getKey()) + "/schema",
            request.path("body"));
      }
    }
    var parameters = FILE.at(operation + "/parameters");
    for (int i = 0; i < parameters.size(); i++) {
      var at = resolved(operation + "/parameters/" + i);
      var parameter = FILE.at(at);
      var group = parameter.path("in").asText().equals("header") ? "headers" : "query";
      var value = request.path(group).path(parameter.path("name").asText());
      if (!value.isMissingNode() && !value.has("x-from")) {
        see(at + "/schema", value);
      }
    }
  }

  /** Everything that a schema allows. */
  private void name(String place, Set<String> seen) {
    var at = resolved(place);
    var schema = FILE.at(at);
    if (!seen.add(at)) {
      return;
    }
    if (schema.has("x-untested")) {
      return;
    }
    types(schema).forEach(type -> named.add(at + " as " + type));
    var required = new TreeSet<String>();
    schema.path("required").forEach(r -> required.add(r.asText()));
    for (var property : schema.path("properties").properties()) {
      if (!required.contains(property.getKey()) && !property.getValue().has("x-absent")) {
        mayLack.add(at + "/properties/" + property.getKey());
      }
    }
    for (var child : parts(at, schema)) {
      name(child, seen);
    }
  }

  private static List<String> parts(String at, JsonNode schema) {
    var parts = new ArrayList<String>();
    for (var property : schema.path("properties").properties()) {
      parts.add(at + "/properties/" + escaped(property.getKey()));
    }
    for (var list : List.of("allOf", "oneOf", "anyOf", "prefixItems")) {
      for (int i = 0; i < schema.path(list).size(); i++) {
        parts.add(at + "/" + list + "/" + i);
      }
    }
    for (var one : List.of("items", "additionalProperties", "then", "else")) {
      if (schema.path(one).isObject()) {
        parts.add(at + "/" + one);
      }
    }
    return parts;
  }

  /** What an example's value witnesses. */
  private void see(String place, JsonNode value) {
    var at = resolved(place);
    var schema = FILE.at(at);
    for (var type : types(schema)) {
      if (is(value, type)) {
        witnessed.add(at + " as " + type);
      }
    }
    for (var property : schema.path("properties").properties()) {
      if (value.has(property.getKey())) {
        see(at + "/properties/" + escaped(property.getKey()), value.get(property.getKey()));
      } else if (value.isObject()) {
        lacked.add(at + "/properties/" + property.getKey());
      }
    }
    if (schema.path("additionalProperties").isObject() && value.isObject()) {
      for (var field : value.properties()) {
        if (!schema.path("properties").has(field.getKey())) {
          see(at + "/additionalProperties", field.getValue());
        }
      }
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      boolean positional = i < schema.path("prefixItems").size();
      if (positional || schema.path("items").isObject()) {
        see(at + (positional ? "/prefixItems/" + i : "/items"), value.get(i));
      }
    }
    for (int i = 0; i < schema.path("allOf").size(); i++) {
      see(at + "/allOf/" + i, value);
    }
    if (schema.has("if")) {
      boolean holds = ContractFilter.INSTANCE.errors(at + "/if", value.toString()).isEmpty();
      see(at + (holds ? "/then" : "/else"), value);
    }
    for (var list : List.of("oneOf", "anyOf")) {
      for (int i = 0; i < schema.path(list).size(); i++) {
        var branch = at + "/" + list + "/" + i;
        if (ContractFilter.INSTANCE.errors(resolved(branch), value.toString()).isEmpty()) {
          see(branch, value);
        }
      }
    }
  }

  private static List<String> types(JsonNode schema) {
    var types = new ArrayList<String>();
    if (schema.path("type").isTextual()) {
      types.add(schema.path("type").asText());
    }
    schema.path("type").forEach(t -> types.add(t.asText()));
    return types;
  }

  /** A whole number does not show that fractions are allowed. */
  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "null" -> value.isNull();
      case "boolean" -> value.isBoolean();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber() && !value.isIntegralNumber();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> false;
    };
  }

  private static String resolved(String at) {
    var reference = FILE.at(at).path("$ref");
    return reference.isMissingNode() ? at : resolved(reference.asText().substring(1));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
