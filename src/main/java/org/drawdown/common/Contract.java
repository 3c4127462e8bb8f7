package org.drawdown.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.i18n.DefaultMessageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The file {@code openapi.yaml} as the judge of what clients send: its schemas are the only place
 * where shapes, ranges and enums are written down.
 */
@ApplicationScoped
public class Contract {

  private static final String BASE = "https://drawdown/openapi.json";

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private static final String UNSTORABLE =
      "must not contain the character U+0000 or half of a surrogate pair";

  /** Beyond it not even the validator can tell whether a number is whole. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(16);

  private final ObjectMapper mapper;
  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  public Contract(ObjectMapper mapper) {
    this.mapper = mapper;
    try (var file = Contract.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      this.document = new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            b ->
                b.schemas(Map.of(BASE, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** The parameters in the query of an operation, by name; null if there is no such operation. */
  Map<String, JsonNode> queryParameters(String path, String method) {
    var item = document.path("paths").path(path);
    var operation = item.path(method);
    if (operation.isMissingNode()) {
      return null;
    }
    var parameters = new LinkedHashMap<String, JsonNode>();
    for (var listed : operation.path("parameters")) {
      var parameter =
          listed.has("$ref") ? document.at(listed.get("$ref").asText().substring(1)) : listed;
      if (parameter.path("in").asText().equals("query")) {
        parameters.put(parameter.get("name").asText(), parameter);
      }
    }
    return parameters;
  }

  /** The contract's path that a request's path is an instance of, or null. */
  String template(String requested) {
    String[] parts = requested.replaceFirst("^/?(api/v1/)?", "").split("/");
    return document.path("paths").properties().stream()
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
  String methods(String template) {
    var methods = new TreeSet<String>();
    methods.add("OPTIONS");
    for (var method : METHODS) {
      if (document.path("paths").path(template).has(method.toLowerCase(Locale.ROOT))) {
        methods.add(method);
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  /** The media types of the bodies that an operation takes. */
  String takes(String template, String method) {
    return names(operation(template, method).at("/requestBody/content"));
  }

  /** The media types of the bodies that an operation gives when all is well. */
  String gives(String template, String method) {
    return names(operation(template, method).at("/responses/200/content"));
  }

  private JsonNode operation(String template, String method) {
    var name = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    return document.path("paths").path(template).path(name);
  }

  private static String names(JsonNode content) {
    return content.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }

  /**
   * A body that has the shape of a named schema.
   *
   * @throws Refusal naming every fault by its pointer
   */
  public <T extends JsonNode> T require(String schema, T body) {
    var faults = faults(schema, body);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return body;
  }

  /** What keeps a document from having the shape of a named schema. */
  public List<Fault> faults(String schema, JsonNode body) {
    if (body == null || body.isMissingNode()) {
      return List.of(Fault.of("", "The body is missing"));
    }
    var faults = new ArrayList<Fault>();
    findUnstorable(body, "", faults);
    if (faults.isEmpty()) {
      faults.addAll(check("/components/schemas/" + schema, body.toString()));
    }
    return faults;
  }

  /** What is wrong with a parameter's value. */
  List<Fault> parameterFaults(String name, JsonNode parameter, String value) {
    var type = parameter.path("schema").path("type").asText();
    JsonNode node = mapper.getNodeFactory().textNode(value);
    if (type.equals("integer") && value.matches("-?[0-9]{1,18}")) {
      node = mapper.getNodeFactory().numberNode(Long.parseLong(value));
    } else if (type.equals("boolean") && value.matches("true|false")) {
      node = mapper.getNodeFactory().booleanNode(Boolean.parseBoolean(value));
    }
    var schema =
        schemas.computeIfAbsent("parameter " + parameter, k -> schemaOf(parameter.path("schema")));
    var faults = new ArrayList<Fault>();
    for (var error : schema.validate(node.toString(), InputFormat.JSON)) {
      faults.add(new Fault("/query/" + name, said(error)));
    }
    if (isUnstorable(value)) {
      faults.add(Fault.of("/query/" + name, UNSTORABLE));
    }
    return faults;
  }

  private Schema schemaOf(JsonNode inline) {
    if (inline.has("$ref")) {
      return registry.getSchema(SchemaLocation.of(BASE + inline.get("$ref").asText()));
    }
    return registry.getSchema(inline.toString());
  }

  private List<Fault> check(String location, String body) {
    var schema =
        schemas.computeIfAbsent(
            location, l -> registry.getSchema(SchemaLocation.of(BASE + "#" + l)));
    var faults = new ArrayList<Fault>();
    for (var error : schema.validate(body, InputFormat.JSON)) {
      // That none of several schemas fits says less than what each of them misses.
      if (!"oneOf".equals(error.getKeyword())) {
        faults.add(new Fault(pointer(error), said(error)));
      }
    }
    faults.sort(Comparator.comparing(Fault::pointer));
    return faults;
  }

  private static Text said(Error error) {
    return language ->
        DefaultMessageSource.getInstance()
            .getMessage(
                error.getMessageKey(), () -> error.getMessage(), language, error.getArguments());
  }

  /** A missing or unknown property is named itself, not only the object that it is missing from. */
  private static String pointer(Error error) {
    var place = error.getInstanceLocation().toString();
    var property = error.getProperty();
    boolean named =
        property != null
            && ("required".equals(error.getKeyword())
                || "additionalProperties".equals(error.getKeyword()));
    return named ? place + "/" + property.replace("~", "~0").replace("/", "~1") : place;
  }

  /** PostgreSQL's text holds neither U+0000 nor half a surrogate pair. */
  private static boolean isUnstorable(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
  }

  private static void findUnstorable(JsonNode node, String pointer, List<Fault> faults) {
    if (node.isTextual() && isUnstorable(node.textValue())) {
      faults.add(Fault.of(pointer, UNSTORABLE));
    } else if (node.isNumber() && node.decimalValue().abs().compareTo(LARGEST) > 0) {
      faults.add(Fault.of(pointer, "is a number larger than any that this service takes"));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        findUnstorable(node.get(i), pointer + "/" + i, faults);
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (isUnstorable(e.getKey())) {
                  faults.add(Fault.of(pointer, UNSTORABLE));
                }
                findUnstorable(e.getValue(), pointer + "/" + e.getKey(), faults);
              });
    }
  }
}
