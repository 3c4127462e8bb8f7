package org.drawdown.api.contract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;

/**
 * Reads bodies: each is judged once, by the schema that its type names, and becomes that type. Who
 * gets it can trust its shape. The items of a long list are judged one by one while they stream in,
 * so that neither a large body nor one with very many faults has to fit into memory as a tree.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class RequestBodies implements MessageBodyReader<Object> {

  /** Items that are judged together. */
  private static final int CHUNK = 1000;

  private final Contract contract;
  private final ObjectMapper mapper;
  private final ObjectReader trees;

  RequestBodies(Contract contract, ObjectMapper mapper) {
    this.contract = contract;
    this.mapper = mapper;
    // What follows a value here is the rest of the body.
    this.trees = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type.isAnnotationPresent(ContractSchema.class);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try (var json = mapper.getFactory().createParser(body)) {
      if (json.nextToken() == null) {
        throw Refusal.invalid("", Messages::bodyMissing);
      }
      return json.currentToken() == JsonToken.START_OBJECT && type.isRecord()
          ? new Streamed<>(type, json).read()
          : judged(type, whole(json));
    }
  }

  private JsonNode whole(JsonParser json) throws IOException {
    JsonNode tree = trees.readTree(json);
    requireEnd(json);
    return tree;
  }

  private static void requireEnd(JsonParser json) throws IOException {
    if (json.nextToken() != null) {
      throw new JsonParseException(json, "Something follows the end");
    }
  }

  /**
   * A document with a patch applied, judged anew.
   *
   * @param pointer where the patch stands in the request; empty if it is the body
   * @throws Refusal naming every fault of what comes out
   */
  @SuppressWarnings("unchecked")
  public <T> T patched(T document, MergePatch patch, String pointer) {
    var type = (Class<T>) document.getClass();
    var tree = patch.appliedTo(mapper.valueToTree(document));
    require(contract.faults(schema(type), tree, pointer));
    return typed(type, tree);
  }

  /**
   * A document of fields by name, judged as one that was sent.
   *
   * @throws Refusal naming every fault
   */
  public <T> T of(Class<T> type, Map<String, ?> fields) {
    return judged(type, mapper.valueToTree(fields));
  }

  /** The fields of a document by name, as it would be sent; null gives none. */
  public Map<String, Object> fields(Object document) {
    return document == null
        ? new LinkedHashMap<>()
        : mapper.convertValue(document, new TypeReference<>() {});
  }

  /** Whether two documents say the same; 60 and 60.0 are one number. */
  public boolean isSame(Object one, Object other) {
    Comparator<JsonNode> byValue =
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1;
    JsonNode tree = mapper.valueToTree(one);
    return tree.equals(byValue, mapper.valueToTree(other));
  }

  /** A value as JSON has it, or null if the text is none. */
  public Object value(String json) {
    try {
      return mapper.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** A value as JSON. */
  public String text(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T judged(Class<T> type, JsonNode tree) {
    require(contract.faults(schema(type), tree, ""));
    return typed(type, tree);
  }

  private static void require(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static String schema(Class<?> type) {
    return type.getAnnotation(ContractSchema.class).value();
  }

  private <T> T typed(Class<T> type, JsonNode tree) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw misread(e, "");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract let pass what the type cannot take: still no fault of ours alone. */
  private static Refusal misread(JsonMappingException e, String pointer) {
    var at = new StringBuilder(pointer);
    for (var step : e.getPath()) {
      at.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return Refusal.invalid(at.toString(), Messages::cannotBeRead);
  }

  /** An object whose lists are judged, and become what they are, item by item. */
  private final class Streamed<T> {
    private final Class<T> type;
    private final JsonParser json;
    private final List<Fault> faults = new ArrayList<>();

    Streamed(Class<T> type, JsonParser json) {
      this.type = type;
      this.json = json;
    }

    T read() throws IOException {
      var frame = mapper.createObjectNode();
      Map<String, ArrayNode> lists = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        var items = contract.itemsOf(schema(type), name);
        var itemType = items == null ? null : itemType(name);
        if (json.nextToken() == JsonToken.START_ARRAY && itemType != null) {
          frame.putArray(name);
          lists.put(name, list(name, items, itemType));
        } else {
          frame.set(name, trees.readTree(json));
        }
      }
      requireEnd(json);
      faults.addAll(contract.faults(schema(type), frame, ""));
      faults.sort(new DocumentOrder(frame, ""));
      require(faults);
      frame.setAll(lists);
      return typed(type, frame);
    }

    private ArrayNode list(String name, String items, JavaType itemType) throws IOException {
      var list = mapper.createArrayNode();
      int most = contract.mostItems(schema(type), name);
      var chunk = new ArrayList<JsonNode>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (list.size() + chunk.size() == most) {
          faults.add(new Fault("/" + name, m -> m.tooManyItems(most)));
          throw Refusal.invalid(faults);
        }
        chunk.add(trees.readTree(json));
        if (chunk.size() == CHUNK) {
          judge(chunk, name, items, itemType, list);
        }
      }
      judge(chunk, name, items, itemType, list);
      return list;
    }

    /** Items do not depend on one another, so that all processors can judge them. */
    private void judge(
        List<JsonNode> chunk, String name, String items, JavaType itemType, ArrayNode list) {
      int first = list.size();
      IntStream.range(0, chunk.size())
          .parallel()
          .mapToObj(
              i -> Judged.of(chunk.get(i), "/" + name + "/" + (first + i), items, itemType, this))
          .toList()
          .forEach(
              item -> {
                faults.addAll(item.faults());
                list.addPOJO(item.value());
              });
      chunk.clear();
      if (faults.size() > Refusal.MOST_FAULTS) {
        throw Refusal.invalid(faults);
      }
    }

    private List<Fault> faultsOf(JsonNode tree, String pointer, String items) {
      return contract.faults(items, tree, pointer);
    }

    private Object value(JsonNode tree, JavaType itemType, String pointer) {
      try {
        return mapper.treeToValue(tree, itemType);
      } catch (JsonMappingException e) {
        throw misread(e, pointer);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The type of the items of a list, null where the type keeps it as it is. */
    private JavaType itemType(String name) {
      return Arrays.stream(type.getRecordComponents())
          .filter(c -> c.getName().equals(name))
          .map(RecordComponent::getGenericType)
          .map(t -> ((ParameterizedType) t).getActualTypeArguments()[0])
          .map(mapper::constructType)
          .findFirst()
          .orElse(null);
    }
  }

  /** An item with its faults, or else as what it is. */
  private record Judged(List<Fault> faults, Object value) {

    static Judged of(
        JsonNode tree, String pointer, String items, JavaType type, Streamed<?> streamed) {
      var faults = streamed.faultsOf(tree, pointer, items);
      return new Judged(faults, faults.isEmpty() ? streamed.value(tree, type, pointer) : null);
    }
  }
}
