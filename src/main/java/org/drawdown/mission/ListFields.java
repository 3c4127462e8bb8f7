package org.drawdown.mission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of records that stand among the fields kept as JSON: no query asks for a part of them, and
 * they are read with the row that they belong to.
 */
public final class ListFields {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private ListFields() {}

  /** A list of the fields, by its name; empty where there is none. */
  public static <T> List<T> read(Map<String, Object> fields, String name, Class<T> type) {
    JavaType list = JSON.getTypeFactory().constructCollectionType(List.class, type);
    var written = fields.get(name);
    return written == null ? List.of() : JSON.convertValue(written, list);
  }

  /** The other fields. */
  public static Map<String, Object> without(Map<String, Object> fields, String... names) {
    var others = new LinkedHashMap<>(fields);
    others.keySet().removeAll(List.of(names));
    return others;
  }

  /** The fields with a list of records besides; unchanged where that is empty. */
  public static Map<String, Object> with(Map<String, Object> fields, String name, List<?> records) {
    if (records.isEmpty()) {
      return fields;
    }
    var all = new LinkedHashMap<>(fields);
    all.put(name, JSON.convertValue(records, new TypeReference<List<Object>>() {}));
    return all;
  }
}
