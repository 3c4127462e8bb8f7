package org.drawdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fails a test when an answer is not one that {@code openapi.yaml} promises. */
public final class ContractFilter implements Filter {

  public static final ContractFilter INSTANCE = new ContractFilter();
  private static final String BASE = "https://drawdown/openapi.json";

  /** What nests schemas of which only all together describe an object. */
  private static final String ALL_OF = "allOf";

  private final JsonNode document;
  private final SchemaRegistry registry;

  private ContractFilter() {
    try {
      document = new YAMLMapper().readTree(new File("openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var strict = document.deepCopy();
    close(strict.path("components").path("schemas"));
    close(strict.path("paths"));
    registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            b ->
                b.schemas(Map.of(BASE, strict.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Clients have to bear fields that they do not know; here each is one that the file lacks. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("unevaluatedProperties", false);
    }
    for (var child : node.properties()) {
      if (!child.getKey().startsWith("x-") && !child.getKey().equals("examples")) {
        close(child.getValue());
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      close(node.get(i));
    }
    node.path(ALL_OF).forEach(branch -> open(branch));
  }

  private static void open(JsonNode branch) {
    if (branch instanceof ObjectNode schema) {
      schema.remove("unevaluatedProperties");
    }
  }

  /** The contract. */
  public JsonNode document() {
    return document;
  }

  /** What keeps a document from having the shape of the schema at a place of the file. */
  List<Error> errors(String schema, String body) {
    // One compiled schema for all places that refer to it: each takes a megabyte.
    var reference = document.at(schema).path("$ref");
    if (reference.isTextual()) {
      return errors(reference.asText().substring(1), body);
    }
    return registry
        .getSchema(SchemaLocation.of(BASE + "#" + schema))
        .validate(body, InputFormat.JSON);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    var path = URI.create(request.getURI()).getRawPath().replaceFirst("^/api/v1", "");
    check(request.getMethod().toLowerCase(Locale.ROOT), path, response);
    return response;
  }

  private void check(String method, String path, Response response) {
    var template = template(path);
    if (template == null) {
      return;
    }
    var operation = document.path("paths").path(template).path(method);
    if (operation.isMissingNode()) {
      return;
    }
    var what = "%s %s answered %d".formatted(method, path, response.statusCode());
    var pointer =
        "/paths/%s/%s/responses/%d"
            .formatted(template.replace("/", "~1"), method, response.statusCode());
    var promised = document.at(pointer);
    if (promised.isMissingNode()) {
      throw new AssertionError(
          what + ", which the contract does not promise: " + response.asString());
    }
    if (promised.has("$ref")) {
      pointer = promised.get("$ref").asText().substring(1);
      promised = document.at(pointer);
    }
    checkHeaders(what, promised.path("headers"), response);
    var content = promised.path("content");
    var body = response.asString();
    if (content.isEmpty()) {
      if (!body.isEmpty()) {
        throw new AssertionError(what + " with a body that the contract does not promise: " + body);
      }
      return;
    }
    var type = response.contentType().replaceAll(";.*", "");
    if (!content.has(type)) {
      throw new AssertionError(what + " as " + type + ", which the contract does not promise");
    }
    if (type.endsWith("json")) {
      var errors = errors(pointer + "/content/" + type.replace("/", "~1") + "/schema", body);
      if (!errors.isEmpty()) {
        throw new AssertionError(
            what + " against its schema: " + errors.stream().limit(5).toList());
      }
    }
  }

  private void checkHeaders(String what, JsonNode headers, Response response) {
    for (var entry : headers.properties()) {
      var header = resolved(entry.getValue());
      var value = response.header(entry.getKey());
      if (value == null && header.path("required").asBoolean()) {
        throw new AssertionError(what + " without the header " + entry.getKey());
      }
      if (value != null) {
        var errors =
            registry
                .getSchema(header.path("schema").toString())
                .validate(JsonNodeFactory.instance.textNode(value).toString(), InputFormat.JSON);
        if (!errors.isEmpty()) {
          throw new AssertionError(what + " with " + entry.getKey() + ": " + errors);
        }
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private String template(String path) {
    String[] parts = path.substring(1).split("/");
    var names = document.path("paths").fieldNames();
    while (names.hasNext()) {
      var name = names.next();
      String[] template = name.substring(1).split("/");
      boolean matches = template.length == parts.length;
      for (int i = 0; matches && i < parts.length; i++) {
        matches = template[i].startsWith("{") || template[i].equals(parts[i]);
      }
      if (matches) {
        return name;
      }
    }
    return null;
  }
}
