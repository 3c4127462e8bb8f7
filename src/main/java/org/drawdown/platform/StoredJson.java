package org.drawdown.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON as it is kept: all that a record needs to be read again, and no words. */
@ApplicationScoped
public class StoredJson {

  private final ObjectMapper mapper;

  StoredJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The bytes of a record, or of a list of records. */
  public byte[] bytes(Object value) {
    try {
      return mapper.writerWithView(Views.Stored.class).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record that bytes are of; null for null. */
  public <T> T read(byte[] bytes, Class<T> type) {
    return read(bytes, mapper.constructType(type));
  }

  /** The records that bytes are a list of. */
  public <T> List<T> readList(byte[] bytes, Class<T> type) {
    return read(bytes, mapper.getTypeFactory().constructCollectionType(List.class, type));
  }

  private <T> T read(byte[] bytes, JavaType type) {
    ObjectReader reader = mapper.readerFor(type);
    try {
      return bytes == null ? null : reader.readValue(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
