package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.i18n.DefaultMessageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drawdown.api.problem.Fault;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/**
 * The schemas of {@code openapi.yaml}: the only place where shapes, ranges and enums are written
 * down.
 */
@ApplicationScoped
public class Contract {

  private static final String BASE = "https://drawdown/openapi.json";
  private static final String SCHEMAS = "/components/schemas/";

  /** A document of more values than this is judged up to its first fault only. */
  private static final int MOST_VALUES = 20_000;

  /** A value that is longer is not repeated in a fault. */
  private static final int LONGEST_FOUND = 60;

  /** What a text has to look like, for people who do not read regular expressions. */
  private static final Map<String, Text> LOOKS =
      Map.of(
          "^[A-Z0-9][A-Z0-9_-]{0,39}$", Messages::mustBeCode,
          "^[A-Z0-9][A-Z0-9_-]{0,19}$", Messages::mustBeMissionCode,
          "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$", Messages::mustBeId,
          "^[A-Z]{3}$", Messages::mustBeCountry,
          "^[A-Z]{4}$", Messages::mustBeIcao,
          "\\S", Messages::mustBeName,
          "^[A-Z][A-Z_]{0,39}$", Messages::mustBeSeason,
          "^(19|20|21)[0-9]{2}-", Messages::mustBeDay,
          "^[0-9]{4}-[0-9]{2}$", Messages::mustBeMonth);

  private static final Map<String, Text> FORMATS =
      Map.of("date", Messages::mustBeDay, "date-time", Messages::mustBeMoment);

  private final JsonNode document;
  private volatile SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final QuickCheck quickCheck = new QuickCheck(this::resolved);
  private final Map<String, Predicate<JsonNode>> quick = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> items = new ConcurrentHashMap<>();

  Contract() {
    this.document = CompiledContract.read();
  }

  /** Made when the first schema is asked for, which is after the start. */
  private SchemaRegistry registry() {
    var made = registry;
    if (made == null) {
      made =
          SchemaRegistry.withDialect(
              Dialects.getOpenApi31(),
              b ->
                  b.schemas(Map.of(BASE, document.toString()))
                      .schemaRegistryConfig(
                          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
      registry = made;
    }
    return made;
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
   * The name of the schema of the items of a list; null where a named schema has no such list, or
   * its items have no schema of their own.
   */
  String itemsOf(String schema, String list) {
    return items
        .computeIfAbsent(
            schema + "/" + list,
            key ->
                Optional.of(document.at(SCHEMAS + schema + "/properties/" + list))
                    .map(property -> resolved(property).path("items").path("$ref").asText())
                    .filter(reference -> reference.startsWith("#" + SCHEMAS))
                    .map(reference -> reference.substring(SCHEMAS.length() + 1)))
        .orElse(null);
  }

  /** The most items that a list of a named schema may have. */
  int mostItems(String schema, String list) {
    var property = resolved(document.at(SCHEMAS + schema + "/properties/" + list));
    return property.path("maxItems").asInt(Integer.MAX_VALUE);
  }

  /**
   * The faults of a document by a named schema, in the order of the document.
   *
   * @param pointer where the document stands in the request
   */
  List<Fault> faults(String schema, JsonNode body, String pointer) {
    if (body == null || body.isMissingNode()) {
      return List.of(new Fault(pointer, Messages::bodyMissing));
    }
    return passesQuickly(schema, body) ? List.of() : judged(schema, body, pointer);
  }

  /** Whether it is clear at a glance that a document has no faults. */
  boolean passesQuickly(String schema, JsonNode body) {
    return quick.computeIfAbsent(schema, s -> quickCheck.of(document.at(SCHEMAS + s))).test(body)
        && JudgedTree.isStorable(body);
  }

  /** The faults of a document in the validator's opinion. */
  List<Fault> judged(String schema, JsonNode body, String pointer) {
    var copy = new JudgedTree();
    var judged = copy.of(body, pointer);
    if (!copy.faults().isEmpty()) {
      return copy.faults();
    }
    var location = BASE + "#" + SCHEMAS + schema;
    var compiled =
        schemas.computeIfAbsent(location, l -> registry().getSchema(SchemaLocation.of(location)));
    var errors =
        compiled.validate(
            judged, c -> c.executionConfig(e -> e.failFast(copy.values() > MOST_VALUES)));
    var faults = new ArrayList<Fault>();
    for (var error : errors) {
      // That none of several schemas fits says less than what each of them misses.
      if (!"oneOf".equals(error.getKeyword())) {
        var at = pointer(error);
        faults.add(new Fault(pointer + at, said(error, body.at(at))));
      }
    }
    faults.sort(new DocumentOrder(body, pointer));
    return faults;
  }

  /** A schema that stands within the file, ready to judge. */
  Schema compiled(JsonNode inline) {
    return inline.has("$ref")
        ? registry().getSchema(SchemaLocation.of(BASE + inline.get("$ref").asText()))
        : registry().getSchema(inline.toString());
  }

  /** The faults of a value by a schema, all at one place. */
  static List<Fault> faults(Schema schema, JsonNode value, String pointer) {
    var copy = new JudgedTree();
    var judged = copy.of(value, pointer);
    if (!copy.faults().isEmpty()) {
      return List.of(new Fault(pointer, copy.faults().get(0).detail()));
    }
    return schema.validate(judged).stream()
        .map(error -> new Fault(pointer, said(error, JsonNodeFactory.instance.missingNode())))
        .toList();
  }

  /** What a pattern of the contract asks for in words, if there are any. */
  static Optional<Text> looks(String pattern) {
    return Optional.ofNullable(LOOKS.get(pattern));
  }

  private static Text said(Error error, JsonNode found) {
    var arguments = error.getArguments();
    var words =
        Map.of("pattern", LOOKS, "format", FORMATS).getOrDefault(error.getKeyword(), Map.of());
    Text plain =
        Arrays.stream(arguments)
            .map(words::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(
                messages ->
                    DefaultMessageSource.getInstance()
                        .getMessage(
                            error.getMessageKey(),
                            () -> error.getMessage(),
                            Locale.forLanguageTag(messages.language()),
                            arguments));
    var value = found.toString();
    return found.isValueNode() && value.length() <= LONGEST_FOUND
        ? m -> m.foundThere(plain.in(m), value)
        : plain;
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
}
