package org.drawdown.exchange;

import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/** Lists as tables for spreadsheets. */
@RunningService
class CsvTest {

  private static final String CSV = "text/csv";

  private static List<Map<String, String>> rows(String text) throws IOException {
    assertEquals('\uFEFF', text.charAt(0), "the mark of UTF-8");
    MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text.substring(1));
    return rows.readAll();
  }

  private static List<Map<String, String>> table(String path) throws IOException {
    var answer = viewer().accept(CSV).get(path);
    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals("text/csv;charset=UTF-8", answer.contentType());
    return rows(answer.asString());
  }

  @Test
  void aTableHasWhatTheListHas() throws IOException {
    var list = viewer().get("/assets?category=AIRCRAFT&limit=63").jsonPath();
    var table = table("/assets?category=AIRCRAFT&limit=63");
    assertEquals(63, table.size());
    for (int i = 0; i < table.size(); i++) {
      var item = "items[" + i + "].";
      assertEquals(list.getString(item + "id"), table.get(i).get("id"));
      assertEquals(list.getString(item + "quantity"), table.get(i).get("quantity"));
      assertEquals(
          list.getString(item + "aircraft.cruiseSpeedKmh"),
          table.get(i).get("aircraft.cruiseSpeedKmh"));
      assertEquals(
          String.join("; ", list.getList(item + "aircraft.surfaces", String.class)),
          table.get(i).get("aircraft.surfaces"));
    }
  }

  @Test
  void listsOfRecordsAreTheirJson() throws IOException {
    var json = new ObjectMapper();
    JsonNode items =
        json.readTree(viewer().get("/bases?kind=CAMP,OUTPOST,HEADQUARTERS").asString())
            .path("items");
    var table = table("/bases?kind=CAMP,OUTPOST,HEADQUARTERS");
    int withServices = 0;
    for (int i = 0; i < table.size(); i++) {
      if (items.get(i).has("services")) {
        withServices++;
        assertEquals(
            items.get(i).get("services"), json.readTree(table.get(i).get("services")), "" + i);
      }
    }
    assertTrue(withServices > 10);
  }

  @Test
  void textIsNeverAFormula() throws IOException {
    for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\"; DROP,\n", "Sévaré")) {
      var written =
          planner()
              .header("If-Match", "*")
              .contentType("application/merge-patch+json")
              .body(new ObjectMapper().writeValueAsBytes(Map.of("name", name)))
              .patch("/exits/DAKAR");
      assertEquals(200, written.statusCode(), written.asString());
      var row =
          table("/exits?limit=1000").stream()
              .filter(r -> r.get("code").equals("DAKAR"))
              .findFirst()
              .orElseThrow();
      boolean formula = "=+-@".indexOf(name.charAt(0)) >= 0;
      assertEquals(formula ? "'" + name : name, row.get("name"));
    }
  }

  @Test
  void pagesAndProblemsAreAsOfTheList() {
    var page = viewer().accept(CSV).get("/units?limit=2");
    assertTrue(page.header("Link").contains("rel=\"next\""), page.header("Link"));
    var wrong = viewer().accept(CSV).get("/units?colour=blue");
    assertEquals(400, wrong.statusCode());
    assertEquals("application/problem+json", wrong.contentType().replaceAll(";.*", ""));
  }
}
