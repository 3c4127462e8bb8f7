package org.drawdown.api.contract;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/**
 * The schemas of {@code openapi.yaml}: the only place where shapes, ranges and enums are written
 * down.
 */
@ApplicationScoped
public class Contract {

  private static final String BASE = "https://drawdown/openapi.json";

  /** Beyond it not even the validator can tell whether a number is whole. */
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(16);

  private final ObjectMapper mapper;
  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  Contract(ObjectMapper mapper) {
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

  /** The whole file. */
  JsonNode document() {
    return document;
  }

  /** Resolves a reference within the file; any other node stays as it is. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  /**
   * A body that has the shape of a named schema.
   *
   * @throws Refusal naming every fault by its pointer
   */
  JsonNode require(String schema, JsonNode body) {
    var faults = faults(schema, body);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return body;
  }

  /** The faults of a document by a named schema. */
  List<Fault> faults(String schema, JsonNode body) {
    if (body == null || body.isMissingNode()) {
      return List.of(new Fault("", Messages::bodyMissing));
    }
    var faults = new ArrayList<Fault>();
    findUnstorable(body, "", faults);
    if (faults.isEmpty()) {
      faults.addAll(check("/components/schemas/" + schema, body.toString()));
    }
    return faults;
  }

  /** The faults of a parameter's value; they stand at {@code pointer}. */
  List<Fault> parameterFaults(String pointer, JsonNode parameter, String value) {
    var type = parameter.path("type").asText();
    JsonNode node = mapper.getNodeFactory().textNode(value);
    if (type.equals("integer") && value.matches("-?[0-9]{1,18}")) {
      node = mapper.getNodeFactory().numberNode(Long.parseLong(value));
    } else if (type.equals("boolean") && value.matches("true|false")) {
      node = mapper.getNodeFactory().booleanNode(Boolean.parseBoolean(value));
    }
    var schema = schemas.computeIfAbsent("parameter " + parameter, k -> schemaOf(parameter));
    var faults = new ArrayList<Fault>();
    for (var error : schema.validate(node.toString(), InputFormat.JSON)) {
      faults.add(new Fault(pointer, said(error)));
    }
    if (isUnstorable(value)) {
      faults.add(new Fault(pointer, Messages::unstorableText));
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
    return messages ->
        DefaultMessageSource.getInstance()
            .getMessage(
                error.getMessageKey(),
                () -> error.getMessage(),
                Locale.forLanguageTag(messages.language()),
                error.getArguments());
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
      faults.add(new Fault(pointer, Messages::unstorableText));
    } else if (node.isNumber() && node.decimalValue().abs().compareTo(LARGEST) > 0) {
      faults.add(new Fault(pointer, Messages::numberTooLarge));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        findUnstorable(node.get(i), pointer + "/" + i, faults);
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (isUnstorable(e.getKey())) {
                  faults.add(new Fault(pointer, Messages::unstorableText));
                }
                findUnstorable(e.getValue(), pointer + "/" + e.getKey(), faults);
              });
    }
  }
}
