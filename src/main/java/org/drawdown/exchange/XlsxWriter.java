package org.drawdown.exchange;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.drawdown.api.answer.AnswerBodies;
import org.drawdown.api.answer.AnswerWriter;
import org.drawdown.api.page.Page;
import org.drawdown.api.page.Xlsx;

/**
 * Writes a page of any list as a workbook of one sheet. Numbers and days are what a spreadsheet
 * reckons and sorts with; all else is text, never a formula. Its cells show what the CSV of the
 * same page has.
 */
@Provider
@Produces(Xlsx.MEDIA_TYPE)
class XlsxWriter extends AnswerWriter<Page<?>> {

  /** Digits that survive in a number of a spreadsheet. */
  private static final int EXACT_DIGITS = 15;

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final AnswerBodies bodies;
  private final Tables tables;
  private final HttpHeaders request;
  private final UriInfo uri;

  XlsxWriter(AnswerBodies bodies, Tables tables, HttpHeaders request, UriInfo uri) {
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
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Drawdown", "1.0")) {
      fill(workbook.newWorksheet("list"), table, heads);
    }
    // The file itself tells the time at which it was written.
    var tag = AnswerBodies.digest((heads + table.toString()).getBytes(StandardCharsets.UTF_8));
    headers.putSingle(HttpHeaders.ETAG, new EntityTag(tag));
    return bytes.toByteArray();
  }

  private static void fill(Worksheet sheet, Table table, List<String> heads) {
    for (int c = 0; c < heads.size(); c++) {
      sheet.value(0, c, heads.get(c));
      sheet.style(0, c).bold().set();
    }
    sheet.freezePane(0, 1);
    for (int r = 0; r < table.rows().size(); r++) {
      for (int c = 0; c < table.columns().size(); c++) {
        put(sheet, r + 1, c, table.rows().get(r).get(table.columns().get(c)));
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    var text = Table.text(cell);
    if (text.isEmpty()) {
      return;
    }
    if (cell instanceof Number number && digits(text) <= EXACT_DIGITS) {
      sheet.value(row, column, number);
    } else if (text.matches(DAY)) {
      sheet.value(row, column, LocalDate.parse(text));
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else {
      sheet.value(row, column, Xlsx.text(text));
    }
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }
}
