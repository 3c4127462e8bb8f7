package org.drawdown.exchange;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Csv;
import org.drawdown.api.page.Page;

/**
 * Writes a page of any list as CSV, its headings in French for who prefers that. A mark of UTF-8
 * stands at the beginning, without which spreadsheets misread accents.
 */
@Provider
@Produces(Csv.MEDIA_TYPE)
class CsvWriter extends AnswerWriter<Page<?>> {

  private static final String UTF_8_MARK = "\uFEFF";
  private static final CsvMapper CSV = new CsvMapper();

  private final AnswerBodies bodies;
  private final Tables tables;
  private final HttpHeaders request;
  private final UriInfo uri;

  CsvWriter(AnswerBodies bodies, Tables tables, HttpHeaders request, UriInfo uri) {
    super(request, Page.class);
    this.uri = uri;
    this.bodies = bodies;
    this.tables = tables;
    this.request = request;
  }

  @Override
  protected byte[] written(Page<?> page, MultivaluedMap<String, Object> headers)
      throws IOException {
    var table = tables.of(bodies.json(page, request, headers).bytes());
    var heads = table.headings(Tables.list(uri.getPath()), language(headers));
    return (UTF_8_MARK + text(table, heads)).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Table table, List<String> heads) throws IOException {
    if (table.columns().isEmpty()) {
      return "";
    }
    var schema = CsvSchema.builder();
    heads.forEach(schema::addColumn);
    var columns = table.columns();
    var rows =
        table.rows().stream()
            .map(row -> columns.stream().map(c -> Table.text(row.get(c))).toArray(String[]::new))
            .toList();
    return CSV.writer(schema.build().withHeader().withLineSeparator("\r\n"))
        .writeValueAsString(rows);
  }
}
