package org.drawdown.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What passes at a glance passes the validator too, and most of what is good passes at a glance.
 */
class QuickCheckTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private record Body(String schema, JsonNode value) {}

  /** The bodies that the contract shows, and the parts of the reference case. */
  private static List<Body> bodies() throws IOException {
    var file = new YAMLMapper().readTree(new File("openapi.yaml"));
    var bodies = new ArrayList<Body>();
    for (var path : file.path("paths")) {
      for (var operation : path) {
        for (var media : operation.path("requestBody").path("content").properties()) {
          if (!media.getKey().endsWith("json")) {
            continue;
          }
          var content = media.getValue();
          var schema = content.at("/schema/$ref").asText().replaceAll(".*/", "");
          for (var example : content.path("examples")) {
            var at = example.path("$ref").asText().substring(1);
            bodies.add(new Body(schema, file.at(at).path("value")));
          }
        }
      }
    }
    var reference =
        new ObjectMapper().readTree(new File("src/main/resources/reference/minusma-2023.json"));
    bodies.add(new Body("Mission", reference.path("mission")));
    for (var list : List.of("Base", "Exit", "Unit", "Asset", "Route", "Restriction", "Phase")) {
      var items = reference.path(list.toLowerCase(java.util.Locale.ROOT) + "s");
      for (int i = 0; i < items.size(); i += 7) {
        bodies.add(new Body(list, items.get(i)));
      }
    }
    return bodies;
  }

  @Test
  void nobodyHasToReadARegularExpression() throws IOException {
    var schemas = new YAMLMapper().readTree(new File("openapi.yaml")).at("/components/schemas");
    var patterns = schemas.findValuesAsText("pattern");
    assertTrue(patterns.size() > 7, patterns.toString());
    for (var pattern : patterns) {
      assertTrue(Contract.looks(pattern).isPresent(), pattern + " has no words");
    }
  }

  @Test
  void whatIsGoodPassesAtAGlance() throws IOException {
    var contract = new Contract();
    int passed = 0;
    var bodies = bodies();
    for (var body : bodies) {
      assertEquals(List.of(), contract.judged(body.schema(), body.value(), ""), body.toString());
      passed += contract.passesQuickly(body.schema(), body.value()) ? 1 : 0;
    }
    assertTrue(passed >= bodies.size() * 9 / 10, passed + " of " + bodies.size());
  }

  @Test
  void whatPassesAtAGlanceHasNoFaults() throws IOException {
    var contract = new Contract();
    var random = new Random(7);
    int refused = 0;
    for (var body : bodies()) {
      for (int i = 0; i < 60; i++) {
        var broken = body.value().deepCopy();
        breakOnce(broken, random);
        if (contract.passesQuickly(body.schema(), broken)) {
          assertEquals(List.of(), contract.judged(body.schema(), broken, ""), broken.toString());
        } else {
          refused++;
        }
      }
    }
    assertTrue(refused > 1000, refused + " were broken");
  }

  /** Changes one place somewhere in a document. */
  private static void breakOnce(JsonNode document, Random random) {
    var places = new ArrayList<JsonNode>();
    collect(document, places);
    var place = places.get(random.nextInt(places.size()));
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      var name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", NODES.numberNode(1));
        default -> object.set(name, value(object.get(name), random));
      }
    } else if (place instanceof ArrayNode array) {
      array.add(value(array.isEmpty() ? NODES.nullNode() : array.get(0), random));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
    }
    node.forEach(child -> collect(child, places));
  }

  private static JsonNode value(JsonNode before, Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("");
      case 2 -> NODES.textNode(before.asText() + "\n");
      case 3 -> NODES.textNode("x".repeat(300));
      case 4 -> NODES.numberNode(-1);
      case 5 -> NODES.numberNode(new BigDecimal("60.0"));
      case 6 -> NODES.numberNode(new BigDecimal("0.5"));
      case 7 -> NODES.numberNode(new BigDecimal("1E+30"));
      case 8 -> NODES.booleanNode(true);
      case 9 -> NODES.arrayNode().add(before);
      case 10 -> NODES.objectNode().put("a", 1);
      case 11 -> NODES.textNode("2023-02-30");
      case 12 -> NODES.textNode("a\u0000b");
      default -> NODES.numberNode(2_000_000_000_000L);
    };
  }
}
