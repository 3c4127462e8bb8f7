package org.drawdown.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.drawdown.api.problem.Refusal;

/**
 * Reads bodies: each is judged once, by the schema that its type names, and becomes that type. Who
 * gets it can trust its shape.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
public class RequestBodies implements MessageBodyReader<Object> {

  private final Contract contract;
  private final ObjectMapper mapper;

  RequestBodies(Contract contract, ObjectMapper mapper) {
    this.contract = contract;
    this.mapper = mapper;
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
    return judged(type, mapper.readTree(body));
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
    var faults = contract.faults(schema(type), tree);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults.stream().map(f -> f.under(pointer)).toList());
    }
    return typed(type, tree);
  }

  private <T> T judged(Class<T> type, JsonNode tree) {
    return typed(type, contract.require(schema(type), tree));
  }

  private static String schema(Class<?> type) {
    return type.getAnnotation(ContractSchema.class).value();
  }

  private <T> T typed(Class<T> type, JsonNode tree) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
