package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.drawdown.api.contract.Column.Kind;

/** The columns that tables of documents have, from the schemas of the contract. */
@Singleton
public class Columns {

  private static final String SCHEMAS = "/components/schemas/";
  private static final String PROPERTIES = "properties";

  private final Contract contract;
  private final Map<String, List<Column>> known = new ConcurrentHashMap<>();

  Columns(Contract contract) {
    this.contract = contract;
  }

  /** The columns of the documents of a named schema, in the order of the contract. */
  public List<Column> of(String schema) {
    return known.computeIfAbsent(
        schema, name -> List.copyOf(of("", contract.document().at(SCHEMAS + name), true)));
  }

  /** The columns of the items of a list of a named schema. */
  public List<Column> ofItems(String schema, String list) {
    return known.computeIfAbsent(
        schema + "/" + list,
        key -> {
          var property = contract.document().at(SCHEMAS + schema + "/properties/" + list);
          return List.copyOf(of("", meant(meant(property).path("items")), true));
        });
  }

  private List<Column> of(String prefix, JsonNode schema, boolean whole) {
    var columns = new ArrayList<Column>();
    var required = schema.path("required");
    for (var property : schema.path(PROPERTIES).properties()) {
      boolean needed =
          whole
              && StreamSupport.stream(required.spliterator(), false)
                  .anyMatch(r -> r.asText().equals(property.getKey()));
      add(prefix + property.getKey(), property.getValue(), needed, columns);
    }
    return columns;
  }

  private void add(String path, JsonNode property, boolean required, List<Column> columns) {
    var schema = meant(property);
    var kind = kind(schema, name(property));
    if (kind == Kind.JSON && schema.has(PROPERTIES)) {
      boolean told = property.path("readOnly").asBoolean();
      if (!told) {
        columns.addAll(of(path + ".", schema, required));
        return;
      }
    }
    var items = meant(schema.path("items"));
    var words = new ArrayList<String>();
    (kind == Kind.TEXTS ? items : schema)
        .path("enum")
        .forEach(word -> words.add(word.isNull() ? "" : word.asText()));
    words.removeIf(String::isEmpty);
    columns.add(
        new Column(
            path,
            kind,
            required,
            property.path("readOnly").asBoolean(),
            List.copyOf(words),
            kind == Kind.TEXTS ? name(schema.path("items")) : name(property),
            property.path("description").asText(schema.path("description").asText()),
            kind == Kind.RECORDS ? List.copyOf(of("", items, true)) : List.of()));
  }

  private Kind kind(JsonNode schema, String name) {
    if ("Point".equals(name)) {
      return Kind.POINT;
    }
    if ("Marks".equals(name)) {
      return Kind.JSON;
    }
    return switch (type(schema)) {
      case "string" -> ofText(schema);
      case "integer" -> Kind.WHOLE_NUMBER;
      case "number" -> Kind.NUMBER;
      case "boolean" -> Kind.TRUTH;
      case "array" -> ofList(meant(schema.path("items")));
      case "object" -> schema.has("propertyNames") ? Kind.NUMBERS_BY_NAME : Kind.JSON;
      default -> schema.has("enum") ? Kind.TEXT : Kind.JSON;
    };
  }

  private static Kind ofText(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date" -> Kind.DAY;
      case "date-time" -> Kind.MOMENT;
      default -> Kind.TEXT;
    };
  }

  private static Kind ofList(JsonNode items) {
    var type = type(items);
    return type.equals("string") || items.has("enum")
        ? Kind.TEXTS
        : type.equals("object") ? Kind.RECORDS : Kind.JSON;
  }

  /** The type of a schema that may also allow null. */
  private static String type(JsonNode schema) {
    var type = schema.path("type");
    if (!type.isArray()) {
      return type.asText();
    }
    var types = new ArrayList<String>();
    type.forEach(t -> types.add(t.asText()));
    types.remove("null");
    return types.size() == 1 ? types.get(0) : "";
  }

  /** The schema that is meant where it may also be null, or is one with a default. */
  private JsonNode meant(JsonNode node) {
    var schema = contract.resolved(node);
    for (var list : List.of("oneOf", "allOf")) {
      for (var choice : schema.path(list)) {
        var meant = contract.resolved(choice);
        if (!meant.path("type").asText().equals("null")) {
          return meant(meant);
        }
      }
    }
    return schema;
  }

  /** The name of the schema that is referred to; null where there is none. */
  private static String name(JsonNode node) {
    for (var list : List.of("oneOf", "allOf")) {
      for (var choice : node.path(list)) {
        if (choice.has("$ref")) {
          return name(choice);
        }
      }
    }
    var reference = node.path("$ref").asText();
    return reference.isEmpty() ? null : reference.substring(reference.lastIndexOf('/') + 1);
  }
}
