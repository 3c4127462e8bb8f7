package org.drawdown.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;

/**
 * Writes a page of any list as CSV: a column for each field of its JSON, one inside another by a
 * point ({@code location.type}), lists of words with semicolons between, lists of records as JSON.
 * A mark of UTF-8 stands at the beginning, without which spreadsheets misread accents.
 */
@Provider
@Produces(Csv.MEDIA_TYPE)
class CsvWriter implements MessageBodyWriter<Page<?>> {

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final CsvMapper CSV = new CsvMapper();

  private final AnswerBodies bodies;
  private final ObjectMapper json;
  private final HttpHeaders request;

  CsvWriter(AnswerBodies bodies, ObjectMapper json, HttpHeaders request) {
    this.bodies = bodies;
    this.json = json;
    this.request = request;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page<?> page,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var body = bodies.json(page, request, headers);
    var rows = new ArrayList<Map<String, String>>();
    var columns = new LinkedHashSet<String>();
    for (var item : items(body.bytes())) {
      var row = new LinkedHashMap<String, String>();
      flatten("", item, row);
      rows.add(row);
      columns.addAll(row.keySet());
    }
    columns.removeIf(c -> columns.stream().anyMatch(other -> other.startsWith(c + ".")));
    rows.forEach(row -> row.keySet().retainAll(columns));
    out.write(UTF_8_MARK);
    out.write(table(rows, List.copyOf(columns)).getBytes(StandardCharsets.UTF_8));
  }

  private static String table(List<Map<String, String>> rows, List<String> columns)
      throws IOException {
    if (columns.isEmpty()) {
      return "";
    }
    var schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    return CSV.writer(schema.build().withHeader().withLineSeparator("\r\n"))
        .writeValueAsString(rows);
  }

  private List<?> items(byte[] page) throws IOException {
    Map<String, Object> read =
        json.readerFor(new TypeReference<Map<String, Object>>() {})
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readValue(page);
    return (List<?>) read.get("items");
  }

  private void flatten(String name, Object value, Map<String, String> row) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      for (var field : fields.entrySet()) {
        var inside = name.isEmpty() ? "" + field.getKey() : name + "." + field.getKey();
        flatten(inside, field.getValue(), row);
      }
    } else if (value instanceof List<?> values) {
      row.put(name, list(values));
    } else if (value instanceof String text) {
      row.put(name, harmless(text));
    } else {
      row.put(name, Objects.toString(value, ""));
    }
  }

  private String list(List<?> values) throws IOException {
    if (!values.isEmpty() && values.stream().allMatch(Number.class::isInstance)) {
      return joined(values);
    }
    boolean records = values.stream().anyMatch(v -> v instanceof Map || v instanceof List);
    return records ? json.writeValueAsString(values) : harmless(joined(values));
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining("; "));
  }

  /** Text that a spreadsheet would take for a formula is marked as text (OWASP, CSV injection). */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
