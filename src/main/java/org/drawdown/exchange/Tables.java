package org.drawdown.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

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

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
