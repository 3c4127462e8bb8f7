package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Tells quickly of most good documents that they are good. It knows the keywords that the contract
 * uses; where it does not know one, or finds something to object, the validator has the word. So it
 * may miss a good document, and never passes a bad one.
 */
final class QuickCheck {

  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "description",
          "summary",
          "title",
          "default",
          "example",
          "examples",
          "deprecated",
          "readOnly",
          "then",
          "else");
  private static final Predicate<JsonNode> NEVER = node -> false;

  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");

  private final UnaryOperator<JsonNode> resolver;
  private final Map<JsonNode, Predicate<JsonNode>> compiled = new HashMap<>();

  /**
   * Checks by the schemas of one file.
   *
   * @param resolver follows a reference within the file
   */
  QuickCheck(UnaryOperator<JsonNode> resolver) {
    this.resolver = resolver;
  }

  /** A check by a schema. */
  synchronized Predicate<JsonNode> of(JsonNode schema) {
    var target = resolver.apply(schema);
    var known = compiled.get(target);
    if (known != null) {
      return known;
    }
    // A schema that refers to itself meets this while it is compiled.
    compiled.put(target, node -> compiled.get(target).test(node));
    var check = compile(target);
    compiled.put(target, check);
    return check;
  }

  private Predicate<JsonNode> compile(JsonNode schema) {
    var checks = new ArrayList<Predicate<JsonNode>>();
    for (var keyword : schema.properties()) {
      var name = keyword.getKey();
      if (SAYS_NOTHING.contains(name) || name.startsWith("x-")) {
        continue;
      }
      var check = compile(name, keyword.getValue(), schema);
      if (check == null) {
        return NEVER;
      }
      checks.add(check);
    }
    return all(checks);
  }

  private static Predicate<JsonNode> all(List<Predicate<JsonNode>> checks) {
    @SuppressWarnings("unchecked")
    Predicate<JsonNode>[] each = checks.toArray(Predicate[]::new);
    return node -> {
      for (var check : each) {
        if (!check.test(node)) {
          return false;
        }
      }
      return true;
    };
  }

  /** The check of one keyword; null if it is not known here. */
  private Predicate<JsonNode> compile(String keyword, JsonNode value, JsonNode schema) {
    return switch (keyword) {
      case "type" -> type(value);
      case "enum" -> oneOf(value);
      case "const" -> node -> node.equals(value);
      case "format" -> format(value.asText());
      case "pattern" -> pattern(value.asText());
      case "minLength" -> node -> !node.isTextual() || length(node) >= value.asInt();
      case "maxLength" -> node -> !node.isTextual() || length(node) <= value.asInt();
      case "minimum" -> node -> !node.isNumber() || compare(node, value) >= 0;
      case "maximum" -> node -> !node.isNumber() || compare(node, value) <= 0;
      case "exclusiveMinimum" -> node -> !node.isNumber() || compare(node, value) > 0;
      case "minItems" -> node -> !node.isArray() || node.size() >= value.asInt();
      case "maxItems" -> node -> !node.isArray() || node.size() <= value.asInt();
      case "maxProperties" -> node -> !node.isObject() || node.size() <= value.asInt();
      case "required" -> required(value);
      case "properties" -> properties(value);
      case "additionalProperties" -> additional(value, schema.path("properties"));
      case "items" -> items(value, schema.path("prefixItems").size());
      case "prefixItems" -> prefix(value);
      case "allOf" -> all(each(value));
      case "oneOf" -> exactlyOne(value);
      case "if" -> conditional(value, schema);
      default -> null;
    };
  }

  private List<Predicate<JsonNode>> each(JsonNode schemas) {
    var checks = new ArrayList<Predicate<JsonNode>>();
    schemas.forEach(s -> checks.add(of(s)));
    return checks;
  }

  private static Predicate<JsonNode> type(JsonNode names) {
    if (names.isTextual()) {
      return type(names.asText());
    }
    var checks = new ArrayList<Predicate<JsonNode>>();
    names.forEach(n -> checks.add(type(n.asText())));
    return node -> checks.stream().anyMatch(c -> c.test(node));
  }

  private static Predicate<JsonNode> type(String name) {
    return switch (name) {
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      case "string" -> JsonNode::isTextual;
      case "number" -> JsonNode::isNumber;
      case "integer" -> JsonNode::isIntegralNumber;
      case "boolean" -> JsonNode::isBoolean;
      case "null" -> JsonNode::isNull;
      default -> NEVER;
    };
  }

  private static Predicate<JsonNode> oneOf(JsonNode values) {
    var allowed = new HashSet<JsonNode>();
    values.forEach(allowed::add);
    return allowed::contains;
  }

  private static Predicate<JsonNode> format(String name) {
    return switch (name) {
      case "int32", "int64" -> node -> true;
      case "date" -> node -> !node.isTextual() || isDay(node.textValue());
      case "date-time" -> node -> !node.isTextual() || isInstant(node.textValue());
      default -> null;
    };
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** As most clients write it; other offsets are the validator's to judge. */
  private static boolean isInstant(String text) {
    try {
      return INSTANT.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Predicate<JsonNode> pattern(String expression) {
    var pattern = Pattern.compile(expression);
    // What ends a line means something to an expression; the validator knows what.
    return node ->
        !node.isTextual()
            || node.textValue().chars().noneMatch(c -> c < ' ' || c == 0x85 || c >> 1 == 0x1014)
                && pattern.matcher(node.textValue()).find();
  }

  private static int length(JsonNode text) {
    var value = text.textValue();
    return value.codePointCount(0, value.length());
  }

  private static int compare(JsonNode number, JsonNode limit) {
    if (number.isInt() && limit.isInt()) {
      return Integer.compare(number.intValue(), limit.intValue());
    }
    BigDecimal value = number.decimalValue();
    return value.compareTo(limit.decimalValue());
  }

  private static Predicate<JsonNode> required(JsonNode names) {
    var all = new ArrayList<String>();
    names.forEach(n -> all.add(n.asText()));
    return node -> !node.isObject() || all.stream().allMatch(node::has);
  }

  private Predicate<JsonNode> properties(JsonNode schemas) {
    var checks = new HashMap<String, Predicate<JsonNode>>();
    schemas.properties().forEach(p -> checks.put(p.getKey(), of(p.getValue())));
    return node -> {
      for (var field : node.properties()) {
        var check = checks.get(field.getKey());
        if (check != null && !check.test(field.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> additional(JsonNode schema, JsonNode named) {
    var names = new HashSet<String>();
    named.fieldNames().forEachRemaining(names::add);
    if (schema.isBoolean()) {
      return node ->
          schema.booleanValue()
              || node.properties().stream().allMatch(f -> names.contains(f.getKey()));
    }
    var check = of(schema);
    return node ->
        node.properties().stream()
            .allMatch(f -> names.contains(f.getKey()) || check.test(f.getValue()));
  }

  private Predicate<JsonNode> items(JsonNode schema, int from) {
    var check = of(schema);
    return node -> {
      for (int i = from; node.isArray() && i < node.size(); i++) {
        if (!check.test(node.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> prefix(JsonNode schemas) {
    var checks = each(schemas);
    return node -> {
      for (int i = 0; node.isArray() && i < Math.min(node.size(), checks.size()); i++) {
        if (!checks.get(i).test(node.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  /** Only that something is there or null: else a branch that is missed here could be a second. */
  private Predicate<JsonNode> exactlyOne(JsonNode schemas) {
    var others = new ArrayList<Predicate<JsonNode>>();
    for (var schema : schemas) {
      if (!schema.path("type").asText().equals("null")) {
        others.add(of(schema));
      }
    }
    return schemas.size() == 2 && others.size() == 1
        ? node -> node.isNull() != others.get(0).test(node)
        : null;
  }

  private Predicate<JsonNode> conditional(JsonNode condition, JsonNode schema) {
    var holds = of(condition);
    var then = of(schema.path("then"));
    var otherwise = of(schema.path("else"));
    // That a number is no integer may only seem so: 5.0 is one.
    return node -> holds.test(node) ? then.test(node) : !node.isNumber() && otherwise.test(node);
  }
}
