package org.drawdown.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a file: the schedule, its stages and movements, and the dataset that it was made from.
 * It is what {@code POST /verifications} judges, with the schedule beside it.
 *
 * @param content fields by name
 */
record PlanFile(Map<String, Object> content) {

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  /** Reads a plan. */
  static PlanFile read(Path file) {
    var content = fields(file);
    if (!content.keySet().containsAll(List.of("dataset", "stages", "movements"))) {
      throw new Failure(
          Failure.WRONG_INPUT,
          "%s is no plan: it has no dataset, stages and movements. `plan` writes one with --out."
              .formatted(file));
    }
    return new PlanFile(content);
  }

  private static Map<String, Object> fields(Path file) {
    try {
      return JSON.readValue(bytes(file), FIELDS);
    } catch (JsonProcessingException e) {
      throw new Failure(
          Failure.WRONG_INPUT, "%s is not JSON: %s".formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a file. */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.WRONG_INPUT, "there is no file " + file);
    } catch (IOException e) {
      throw new Failure(Failure.WRONG_INPUT, "%s cannot be read: %s".formatted(file, e));
    }
  }

  /** Writes something into a file. */
  static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new Failure(Failure.WRONG_INPUT, "%s cannot be written: %s".formatted(file, e));
    }
  }

  /** The fields of a JSON text; says what is wrong with it. */
  static Map<String, Object> fields(String json) {
    try {
      return JSON.readValue(json, FIELDS);
    } catch (JsonProcessingException e) {
      throw new Failure(
          Failure.WRONG_INPUT, "“%s” is not JSON: %s".formatted(json, e.getOriginalMessage()));
    }
  }

  /** A value as JSON. */
  static String text(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of it. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> rows(String list) {
    return (List<Map<String, Object>>) content.getOrDefault(list, List.of());
  }

  /** The schedule, as it was when it was planned. */
  @SuppressWarnings("unchecked")
  Map<String, Object> schedule() {
    return (Map<String, Object>) content.getOrDefault("schedule", Map.of());
  }

  /** Some of its fields, where it has them. */
  Map<String, Object> some(String... names) {
    var some = new LinkedHashMap<String, Object>();
    for (var name : names) {
      if (content.get(name) != null) {
        some.put(name, content.get(name));
      }
    }
    return some;
  }
}
