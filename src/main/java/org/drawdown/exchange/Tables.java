package org.drawdown.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes tables of pages. */
@Singleton
class Tables {

  private final ObjectMapper json;

  Tables(ObjectMapper json) {
    this.json = json;
  }

  /** The table of a page that is JSON. */
  Table of(byte[] page) throws IOException {
    return Table.of(items(page), this::written);
  }

  /** The items of a page that is JSON. */
  List<?> items(byte[] page) throws IOException {
    Map<String, Object> read =
        json.readerFor(new TypeReference<Map<String, Object>>() {})
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readValue(page);
    return (List<?>) read.get("items");
  }

  /** The list that a path asks for: {@code airServices}. */
  static String list(String path) {
    return Pattern.compile("-(.)")
        .matcher(path.substring(path.lastIndexOf('/') + 1))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
