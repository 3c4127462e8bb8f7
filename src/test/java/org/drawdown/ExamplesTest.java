package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of {@code openapi.yaml}, from its top to its end, against a fresh demo. How
 * examples are to be read is told in the description at the head of the file.
 */
@RunningService
@TestProfile(ExamplesTest.FreshDemo.class)
class ExamplesTest {

  /** A service of its own, with one more user, who has no role. */
  public static class FreshDemo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "drawdown.users.guest.password-hash",
          io.quarkus.elytron.security.common.BcryptUtil.bcryptHash("guest", 4),
          "drawdown.users.guest.roles",
          "reporter");
    }
  }

  private static final JsonNode FILE = ContractFilter.INSTANCE.document();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
  private static final Map<String, String> LESSER =
      Map.of(
          "viewer", "guest",
          "reporter", "viewer",
          "planner", "viewer",
          "approver", "planner",
          "admin", "planner");

  /** Where the answers are to be written down, for {@code npm run record}; null otherwise. */
  private static final String RECORD = System.getProperty("examples.record");

  /** Answers of the examples so far, by operation and name. */
  private final Map<String, Response> answers = new HashMap<>();

  private static final ArrayNode RECORDED = JSON.createArrayNode();

  private record Operation(String path, String method, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    JsonNode at(String field) {
      return resolved(node.path(field));
    }

    /** All parameters, those of the path first. */
    List<JsonNode> parameters() {
      var all = new ArrayList<JsonNode>();
      FILE.path("paths").path(path).path("parameters").forEach(p -> all.add(resolved(p)));
      node.path("parameters").forEach(p -> all.add(resolved(p)));
      return all;
    }
  }

  /** An example of a response. */
  private record Example(
      Operation operation, String status, String name, String mediaType, JsonNode node) {
    boolean isSuccess() {
      return status.startsWith("2");
    }

    /** Errors first, then success, then what needs a success before it. */
    int rank() {
      return status.equals("422") ? 3 : status.equals("304") ? 2 : isSuccess() ? 1 : 0;
    }
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? FILE.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : FILE.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          operations.add(new Operation(path.getKey(), entry.getKey(), entry.getValue()));
        }
      }
    }
    return operations;
  }

  private static List<Example> examples(Operation operation) {
    var examples = new ArrayList<Example>();
    for (var entry : operation.at("responses").properties()) {
      var response = resolved(entry.getValue());
      for (var content : response.path("content").properties()) {
        for (var example : content.getValue().path("examples").properties()) {
          examples.add(
              new Example(
                  operation,
                  entry.getKey(),
                  example.getKey(),
                  content.getKey(),
                  resolved(example.getValue())));
        }
      }
      for (var example : response.path("x-examples").properties()) {
        examples.add(
            new Example(operation, entry.getKey(), example.getKey(), null, example.getValue()));
      }
    }
    examples.sort(Comparator.comparing(Example::rank).thenComparing(Example::status));
    return examples;
  }

  @Test
  void everyOperationHasAnExampleOfEachAnswer() {
    for (var operation : operations()) {
      var shown = examples(operation).stream().map(Example::status).toList();
      assertTrue(shown.stream().anyMatch(s -> s.startsWith("2")), operation.id());
      for (var entry : operation.at("responses").properties()) {
        assertTrue(
            shown.contains(entry.getKey()) || resolved(entry.getValue()).has("x-untested"),
            operation.id() + " has no example of " + entry.getKey());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() {
    return operations().stream()
        .flatMap(operation -> examples(operation).stream())
        .map(
            e ->
                DynamicTest.dynamicTest(
                    "%s %s %s".formatted(e.operation().id(), e.status(), e.name()), () -> run(e)));
  }

  private void run(Example example) {
    var response = send(example);
    answers.put(example.operation().id() + "." + example.name(), response);
    if (RECORD != null) {
      record(example, response);
    }
    assertEquals(example.status(), String.valueOf(response.statusCode()), response.asString());
    var promised = resolved(example.operation().at("responses").path(example.status()));
    for (var header : promised.path("headers").properties()) {
      if (resolved(header.getValue()).path("required").asBoolean()) {
        assertNotNull(response.header(header.getKey()), header.getKey());
      }
    }
    for (var header : example.node().path("x-headers").properties()) {
      var value = response.header(header.getKey());
      var promisedValue = header.getValue().isNull() ? null : header.getValue().asText();
      assertEquals(promisedValue, local(value), header.getKey());
    }
    if (example.mediaType() == null) {
      assertEquals("", response.asString());
      return;
    }
    assertEquals(example.mediaType(), response.contentType().replaceAll(";.*", ""));
    var varies = example.node().path("x-varies");
    var shown = cut(example, body(example.mediaType(), response.asString()));
    assertEquals(
        without(varies, body(example.mediaType(), example.node().path("value"))),
        without(varies, shown));
  }

  private static void record(Example example, Response response) {
    var row = RECORDED.addObject();
    row.put("path", example.operation().path()).put("method", example.operation().method());
    row.put("status", example.status()).put("name", example.name());
    row.put("answered", String.valueOf(response.statusCode()));
    row.put("mediaType", example.mediaType()).put("body", response.asString());
    var headers = row.putObject("headers");
    example
        .node()
        .path("x-headers")
        .fieldNames()
        .forEachRemaining(name -> headers.put(name, local(response.header(name))));
    try {
      JSON.writeValue(new java.io.File(RECORD), RECORDED);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String local(String header) {
    return header == null ? null : header.replaceAll("https?://[^/>]+/", "/");
  }

  private static JsonNode body(String mediaType, Object body) {
    try {
      if (body instanceof JsonNode node && !mediaType.startsWith("text/")) {
        return node;
      }
      var text = body instanceof JsonNode node ? node.asText() : (String) body;
      if (mediaType.endsWith("json")) {
        return JSON.readTree(text);
      }
      var events = JSON.createArrayNode();
      for (var line : text.split("\n")) {
        boolean event = mediaType.equals("text/event-stream") && line.startsWith("data:");
        if (event) {
          events.add(JSON.readTree(line.substring("data:".length())));
        } else {
          events.add(line);
        }
      }
      return events;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Shortens the lists of an answer that the example shows the beginning of. */
  private static JsonNode cut(Example example, JsonNode answer) {
    for (var list : example.node().path("x-cut").properties()) {
      if (answer.at(list.getKey()) instanceof ArrayNode items) {
        assertTrue(items.size() > list.getValue().asInt(), list.getKey() + " need not be cut");
        while (items.size() > list.getValue().asInt()) {
          items.remove(items.size() - 1);
        }
      }
    }
    return answer;
  }

  private static JsonNode without(JsonNode varies, JsonNode value) {
    var rest = value.deepCopy();
    for (var pointer : varies) {
      int slash = pointer.asText().lastIndexOf('/');
      var parent = rest.at(pointer.asText().substring(0, slash));
      var last = pointer.asText().substring(slash + 1);
      if (parent instanceof ObjectNode object) {
        object.remove(last);
      } else if (parent instanceof ArrayNode array) {
        array.set(Integer.parseInt(last), "varies");
      }
    }
    return rest;
  }

  /** The operation's first successful example that has a request of its own. */
  private static Example baseline(Operation operation) {
    var successes = examples(operation).stream().filter(Example::isSuccess).toList();
    return successes.stream()
        .filter(e -> hasRequest(operation, e.name()) && !sendsTable(operation, e.name()))
        .findFirst()
        .orElse(successes.get(0));
  }

  private static boolean hasRequest(Operation operation, String name) {
    return !parametersOf(operation, name).isEmpty() || !bodyOf(operation, name).isMissingNode();
  }

  private static boolean sendsTable(Operation operation, String name) {
    return operation.at("requestBody").at("/content/text~1csv/examples").has(name);
  }

  private static Map<JsonNode, JsonNode> parametersOf(Operation operation, String name) {
    var values = new LinkedHashMap<JsonNode, JsonNode>();
    for (var parameter : operation.parameters()) {
      if (parameter.path("examples").has(name)) {
        values.put(parameter, parameter.path("examples").path(name));
      }
    }
    return values;
  }

  private static JsonNode bodyOf(Operation operation, String name) {
    for (var content : operation.at("requestBody").path("content")) {
      if (content.path("examples").has(name)) {
        return resolved(content.path("examples").path(name)).path("value");
      }
    }
    return MissingNode.getInstance();
  }

  private Response send(Example example) {
    var operation = example.operation();
    var different = example.node().path("x-request");
    boolean own = hasRequest(operation, example.name());
    boolean bare = different.path("bare").asBoolean();
    var base = own || bare ? example : baseline(operation);
    var name = base.name();
    var usual = base.node().path("x-request");
    var values = new HashMap<String, Map<String, Object>>();
    parametersOf(operation, bare ? baseline(operation).name() : name).entrySet().stream()
        .filter(e -> !bare || e.getKey().path("in").asText().equals("path"))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new))
        .forEach(
            (parameter, value) ->
                values
                    .computeIfAbsent(parameter.path("in").asText(), k -> new LinkedHashMap<>())
                    .put(parameter.path("name").asText(), value(value)));
    for (var changes : List.of(usual, different)) {
      change(values.computeIfAbsent("path", k -> new LinkedHashMap<>()), changes.path("path"));
      change(values.computeIfAbsent("query", k -> new LinkedHashMap<>()), changes.path("query"));
    }
    var headers = values.computeIfAbsent("header", k -> new LinkedHashMap<>());
    var contents = operation.at("requestBody").path("content").properties();
    contents.stream()
        .filter(content -> content.getValue().path("examples").has(name))
        .findFirst()
        .or(() -> contents.stream().findFirst())
        .ifPresent(content -> headers.put("Content-Type", content.getKey()));
    headers.put("Accept", accept(example));
    change(headers, usual.path("headers"));
    change(headers, different.path("headers"));
    var request = Api.nobody();
    var user = user(operation, different.path("user").asText());
    if (user != null) {
      request = Api.as(user);
    }
    var body =
        different.has("body")
            ? different.path("body")
            : different.has("otherBody")
                ? shortened(bodyOf(operation, name))
                : bodyOf(operation, name);
    if (!body.isMissingNode()) {
      boolean table = sendsTable(operation, name);
      var text = table ? body.asText() : body.toString();
      request.body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return request
        .headers(headers)
        .pathParams(values.get("path"))
        .queryParams(values.get("query"))
        .request(operation.method().toUpperCase(java.util.Locale.ROOT), operation.path());
  }

  /** A body without its last field. */
  private static JsonNode shortened(JsonNode body) {
    ObjectNode other = body.deepCopy();
    String last = null;
    for (var names = other.fieldNames(); names.hasNext(); ) {
      last = names.next();
    }
    return other.without(last);
  }

  private static String accept(Example example) {
    var gives = example.operation().at("responses").path("200").path("content");
    boolean streams = gives.has("text/event-stream");
    return streams
        ? "text/event-stream"
        : example.isSuccess() && example.mediaType() != null
            ? example.mediaType()
            : "application/json";
  }

  private void change(Map<String, Object> values, JsonNode different) {
    for (var entry : different.properties()) {
      if (entry.getValue().isNull()) {
        values.remove(entry.getKey());
      } else {
        values.put(entry.getKey(), value(entry.getValue()));
      }
    }
  }

  /** A plain value, the value of an example, or what an earlier answer had. */
  private Object value(JsonNode node) {
    if (!node.has("x-from")) {
      return plain(node.isObject() ? node.path("value") : node);
    }
    var from = node.path("x-from").asText().split("#");
    var answer = answers.get(from[0]);
    return from[1].startsWith("header.")
        ? answer.header(from[1].substring("header.".length()))
        : body("application/json", answer.asString()).at(from[1]).asText();
  }

  /** The values of a list stand behind one another (style form, explode false). */
  private static String plain(JsonNode value) {
    return value.isArray()
        ? java.util.stream.StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .collect(java.util.stream.Collectors.joining(","))
        : value.asText();
  }

  private static String user(Operation operation, String asked) {
    var role = operation.node().path("x-role").asText();
    return asked.equals("nobody") ? null : asked.equals("lesser") ? LESSER.get(role) : role;
  }
}
