package org.drawdown.exchange;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;

/**
 * Writes a page of any list as CSV. A mark of UTF-8 stands at the beginning, without which
 * spreadsheets misread accents.
 */
@Provider
@Produces(Csv.MEDIA_TYPE)
class CsvWriter extends AnswerWriter<Page<?>> {

  private static final String UTF_8_MARK = "\uFEFF";
  private static final CsvMapper CSV = new CsvMapper();

  private final AnswerBodies bodies;
  private final Tables tables;
  private final HttpHeaders request;

  CsvWriter(AnswerBodies bodies, Tables tables, HttpHeaders request) {
    super(request, Page.class);
    this.bodies = bodies;
    this.tables = tables;
    this.request = request;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws IOException {
    var table = tables.of(bodies.json(page, request, headers).bytes());
    return (UTF_8_MARK + text(table)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Table table) throws IOException {
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
