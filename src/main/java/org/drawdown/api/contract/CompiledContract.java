package org.drawdown.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The part of {@code openapi.yaml} that judges requests, without its examples and prose but for
 * what the schemas say of their fields. The build writes it beside the file, because the file takes
 * longer to read than the rest of the start.
 */
public final class CompiledContract {

  private static final String COMPILED = "/META-INF/contract.json";
  private static final String WRITTEN = "/META-INF/openapi.yaml";
  private static final String EXPLANATION = "description";
  private static final Set<String> PROSE =
      Set.of(EXPLANATION, "summary", "example", "examples", "x-examples", "x-request", "x-headers");

  /** Below these, a name is what somebody chose, and may be one of the above. */
  private static final Set<String> NAMED = Set.of("properties", "schemas", "parameters");

  private CompiledContract() {}

  /**
   * Compiles a contract.
   *
   * @param args the file, and where to write what it comes to
   */
  public static void main(String[] args) throws IOException {
    var document = new YAMLMapper().readTree(Path.of(args[0]).toFile());
    prune(document, false, false);
    Files.write(Path.of(args[1]), new JsonMapper().writeValueAsBytes(document));
  }

  /** The compiled contract; the file itself where the build has not compiled it. */
  static JsonNode read() {
    try (var compiled = CompiledContract.class.getResourceAsStream(COMPILED);
        var written = CompiledContract.class.getResourceAsStream(WRITTEN)) {
      return compiled == null
          ? new YAMLMapper().readTree(written)
          : new JsonMapper().readTree(compiled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prune(JsonNode node, boolean names, boolean explained) {
    if (node instanceof ObjectNode object && !names) {
      var explanation = explained ? object.get(EXPLANATION) : null;
      object.remove(List.copyOf(PROSE));
      if (explanation != null) {
        object.set(EXPLANATION, explanation);
      }
    }
    for (var field : node.properties()) {
      prune(
          field.getValue(),
          !names && field.getValue().isObject() && NAMED.contains(field.getKey()),
          explained || field.getKey().equals("schemas"));
    }
    if (node.isArray()) {
      node.forEach(item -> prune(item, false, explained));
    }
  }
}
