package org.drawdown.exchange;

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
import java.util.LinkedHashMap;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;

/**
 * Writes a page of any list as CSV. A mark of UTF-8 stands at the beginning, without which
 * spreadsheets misread accents.
 */
@Provider
@Produces(Csv.MEDIA_TYPE)
class CsvWriter implements MessageBodyWriter<Page<?>> {

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final CsvMapper CSV = new CsvMapper();

  private final AnswerBodies bodies;
  private final Tables tables;
  private final HttpHeaders request;

  CsvWriter(AnswerBodies bodies, Tables tables, HttpHeaders request) {
    this.bodies = bodies;
    this.tables = tables;
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
    out.write(UTF_8_MARK);
    out.write(
        written(tables.of(bodies.json(page, request, headers).bytes()))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String written(Table table) throws IOException {
    if (table.columns().isEmpty()) {
      return "";
    }
    var schema = CsvSchema.builder();
    table.columns().forEach(schema::addColumn);
    var rows =
        table.rows().stream()
            .map(
                row -> {
                  var texts = new LinkedHashMap<String, String>();
                  row.forEach((column, cell) -> texts.put(column, Table.text(cell)));
                  return texts;
                })
            .toList();
    return CSV.writer(schema.build().withHeader().withLineSeparator("\r\n"))
        .writeValueAsString(rows);
  }
}
