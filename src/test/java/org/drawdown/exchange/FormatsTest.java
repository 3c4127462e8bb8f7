package org.drawdown.exchange;

import static io.restassured.RestAssured.given;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.drawdown.api.answer.AnswerWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mpxj.mspdi.MSPDIReader;
import org.w3c.dom.Document;

/** What other programs take away, read by programs that did not write it. */
@RunningService
class FormatsTest {

  @BeforeEach
  void aPlanIsInForce() {
    Api.planInForce();
  }

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String GEO = "application/geo+json";
  private static final String PLAN = "/schedules/active";
  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private static Response get(String path, String type) {
    var answer = viewer().accept(type).get(path);
    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals(type, answer.contentType().replaceAll(";.*", ""));
    return answer;
  }

  private static List<List<String>> workbook(String path) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var book =
            new ReadableWorkbook(
                new ByteArrayInputStream(get(path, XLSX).asByteArray()),
                new ReadingOptions(true, false));
        var read = book.getFirstSheet().openStream()) {
      read.forEach(row -> rows.add(row.stream().map(FormatsTest::shown).toList()));
    }
    return rows;
  }

  private static String shown(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER && "yyyy-mm-dd".equals(cell.getDataFormatString())) {
      LocalDateTime day = cell.asDate();
      return day.toLocalDate().toString();
    }
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : cell.getText();
  }

  private static List<List<String>> table(String path) throws IOException {
    var text = get(path, "text/csv").asString().substring(1);
    return new CsvMapper()
        .readerForListOf(String.class)
        .with(com.fasterxml.jackson.dataformat.csv.CsvParser.Feature.WRAP_AS_ARRAY)
        .with(CsvSchema.emptySchema())
        .<List<String>>readValues(text)
        .readAll();
  }

  private static String plain(String cell) {
    return cell.matches("-?[0-9]+\\.[0-9]+")
        ? new java.math.BigDecimal(cell).stripTrailingZeros().toPlainString()
        : cell;
  }

  @Test
  void aWorkbookShowsWhatTheTableHas() throws IOException {
    for (var path :
        List.of("/bases?kind=CAMP,OUTPOST,HEADQUARTERS", "/assets", PLAN + "/movements")) {
      var table = table(path);
      var sheet = workbook(path);
      assertEquals(table.size(), sheet.size(), path);
      for (int r = 0; r < table.size(); r++) {
        var cells = new ArrayList<>(sheet.get(r));
        while (cells.size() < table.get(r).size()) {
          cells.add("");
        }
        assertEquals(table.get(r).stream().map(FormatsTest::plain).toList(), cells, path + " " + r);
      }
    }
    try (var book =
            new ReadableWorkbook(
                new ByteArrayInputStream(get(PLAN + "/stages?limit=1", XLSX).asByteArray()));
        var rows = book.getFirstSheet().openStream()) {
      var types = rows.skip(1).findFirst().orElseThrow().stream().map(Cell::getType).toList();
      int from = table(PLAN + "/stages?limit=1").get(0).indexOf("from");
      assertEquals(CellType.NUMBER, types.get(from), "days can be sorted and reckoned with");
    }
    assertEquals(get("/units", XLSX).header("ETag"), get("/units", XLSX).header("ETag"));
  }

  @Test
  void whoTakesATableAwayGetsTheWholeList() throws IOException {
    int all = viewer().get("/assets?count=true&limit=1").jsonPath().getInt("total");
    assertTrue(all > 100);
    assertEquals(all + 1, table("/assets").size());
    assertEquals(4, table("/assets?limit=3").size());
    assertEquals(100, viewer().get("/assets").jsonPath().getList("items").size());
  }

  private static Calendar calendar(String path) throws Exception {
    var calendar =
        new CalendarBuilder().build(new StringReader(get(path, "text/calendar").asString()));
    var found = calendar.validate();
    assertFalse(found.hasErrors(), path + ": " + found);
    return calendar;
  }

  private static List<VEvent> events(Calendar calendar) {
    return calendar.getComponents(Component.VEVENT);
  }

  @Test
  void aCalendarHasEachStageHandoverAndMovement() throws Exception {
    for (var list : List.of("stages", "handovers", "movements")) {
      var items = viewer().get(PLAN + "/" + list + "?limit=1000").jsonPath();
      var events = events(calendar(PLAN + "/" + list));
      assertEquals(items.getList("items").size(), events.size(), list);
      var names = new HashSet<String>();
      events.forEach(e -> names.add(e.getUid().orElseThrow().getValue()));
      assertEquals(events.size(), names.size(), "UIDs of " + list);
    }
    var handover = viewer().get(PLAN + "/handovers?base=KIDAL").jsonPath();
    var event = events(calendar(PLAN + "/handovers?base=KIDAL")).get(0);
    assertEquals("handover-KIDAL@MINUSMA.drawdown", event.getUid().orElseThrow().getValue());
    var start = LocalDate.parse(handover.getString("items[0].from"));
    var end = LocalDate.parse(handover.getString("items[0].to"));
    assertEquals(start, event.getDateTimeStart().getDate());
    assertEquals(end.plusDays(1), event.getDateTimeEnd().getDate());
    assertTrue(event.getSequence().getSequenceNo() > 0);
    var french =
        viewer().header("Accept-Language", "fr").accept("text/calendar").get(PLAN + "/handovers");
    assertTrue(french.asString().contains("Remise de Kidal"), french.asString());
  }

  @Test
  void mapsShowBasesRoadsRestrictionsAndConvoys() {
    var bases = get("/bases", GEO).jsonPath();
    assertEquals("FeatureCollection", bases.getString("type"));
    int kidal = bases.getList("features.id").indexOf("KIDAL");
    assertEquals("Point", bases.getString("features[%d].geometry.type".formatted(kidal)));
    assertEquals(
        viewer().get("/bases/KIDAL").jsonPath().getList("location.coordinates"),
        bases.getList("features[%d].geometry.coordinates".formatted(kidal)));
    for (var path : List.of("/routes", "/restrictions", "/units", PLAN + "/movements")) {
      var features = get(path, GEO).jsonPath();
      List<Map<String, Object>> all = features.getList("features");
      assertFalse(all.isEmpty(), path);
      all.forEach(FormatsTest::isAFeature);
    }
    assertEquals(
        bases.getList("features[%d].geometry.coordinates".formatted(kidal)),
        get("/units?base=KIDAL", GEO).jsonPath().getList("features[0].geometry.coordinates"));
    var day = viewer().get(PLAN + "/positions?limit=1").jsonPath().getString("items[0].date");
    var convoys = get(PLAN + "/positions?on=" + day, GEO).jsonPath();
    assertEquals(
        viewer().get(PLAN + "/positions?on=" + day).jsonPath().getList("items.at"),
        convoys.getList("features.geometry"));
  }

  @Test
  void aBrowserThatWantsAPageGetsAPageOrJson() {
    var browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    for (var path : List.of("/stages", "/movements", "/strength", "/handovers")) {
      var answer = viewer().accept(browser).get(PLAN + path);
      assertEquals("application/json", answer.contentType().replaceAll(";.*", ""), path);
    }
    assertEquals(
        "text/html", viewer().accept(browser).get(PLAN).contentType().replaceAll(";.*", ""));
  }

  @Test
  void aProjectHasTheStagesOfEachBase() throws Exception {
    var bytes = get(PLAN + "/stages", "application/vnd.ms-project+xml").asByteArray();
    var project = new MSPDIReader().read(new ByteArrayInputStream(bytes));
    var stages = viewer().get(PLAN + "/stages?limit=1000").jsonPath();
    var bases = new HashSet<>(stages.getList("items.base"));
    assertEquals(
        stages.getList("items").size() + bases.size(),
        project.getTasks().stream().filter(t -> t.getID() > 0).count());
    var kidal = project.getTasks().stream().filter(t -> "Kidal".equals(t.getName())).findFirst();
    var handover =
        kidal.orElseThrow().getChildTasks().stream()
            .filter(t -> "handover".equals(t.getName()))
            .findFirst()
            .orElseThrow();
    var planned = viewer().get(PLAN + "/stages?base=KIDAL&stage=HANDOVER").jsonPath();
    assertEquals(planned.getString("items[0].from"), handover.getStart().toLocalDate().toString());
    assertEquals(planned.getString("items[0].to"), handover.getFinish().toLocalDate().toString());
    assertEquals("drawdown", handover.getPredecessors().get(0).getPredecessorTask().getName());
  }

  @Test
  void theBriefingSaysWhenAllAreOutAndWhatIsLate() {
    var plan = viewer().get(PLAN).jsonPath();
    var out = LocalDate.parse(plan.getString("completion"));
    var page = get(PLAN, "text/html").asString();
    assertTrue(page.contains("Out by " + DAYS.format(out)), page);
    var proved = LocalDate.parse(plan.getString("certificate.earliestCompletion"));
    assertTrue(page.contains("No plan can be out before " + DAYS.format(proved)), page);
    for (var closure : plan.<Map<String, Object>>getList("closures")) {
      var day = DAYS.format(LocalDate.parse((String) closure.get("closedOn")));
      assertTrue(page.contains("<td>" + day + "</td>"), page);
    }
    var late =
        viewer()
            .get(PLAN + "/explanation")
            .jsonPath()
            .<String>getList("bases.findAll { it.whyLate }.collect { it.whyLate.sentences[0] }");
    assertFalse(late.isEmpty());
    late.forEach(why -> assertTrue(page.contains(AnswerWriter.html(why)), why + page));
    assertEquals(2, page.split("<svg ").length - 1);
    var french = viewer().header("Accept-Language", "fr").accept("text/html").get(PLAN);
    assertTrue(french.asString().contains("Partis le "), french.asString());
    assertFalse(french.asString().contains("<?xml"));
  }

  @Test
  void theHandoverFileHasTheStepsAndWhatStays() {
    var planned = viewer().get(PLAN + "/handovers?base=KIDAL").jsonPath();
    var page = get("/bases/KIDAL/handover", "text/html").asString();
    assertTrue(page.contains("explosive-hazard survey"), page);
    var steps = viewer().get("/bases/KIDAL/handover").jsonPath();
    for (var days : steps.<Map<String, String>>getList("steps.planned")) {
      assertTrue(page.contains(days.get("from") + " – " + days.get("to")), page);
    }
    List<String> stays = planned.getList("items[0].staysBehind.type");
    assertFalse(stays.isEmpty());
    stays.forEach(type -> assertTrue(page.contains("<td>" + type + "</td>"), type + page));
  }

  @Test
  void whatHasNoPlaceIsThereAllTheSame() {
    var created = planner().contentType("application/json").body("{\"code\":\"A-NOWHERE\"}");
    assertEquals(201, created.post("/waypoints").statusCode());
    var features = get("/waypoints", GEO).jsonPath();
    int at = features.getList("features.id").indexOf("A-NOWHERE");
    Map<String, Object> feature = features.getMap("features[%d]".formatted(at));
    isAFeature(feature);
    assertNull(feature.get("geometry"));
    var gone = planner().header("If-Match", "*").delete("/waypoints/A-NOWHERE");
    assertEquals(204, gone.statusCode());
  }

  @Test
  void aPageOfAnotherOriginNeverActsByACookie() {
    for (var site : List.of("cross-site", "same-site")) {
      var forged =
          given()
              .basePath("/api/v1")
              .header("Sec-Fetch-Site", site)
              .header("Origin", "http://localhost:1")
              .contentType("application/json")
              .body("{\"code\":\"A-FORGED\"}")
              .post("/waypoints");
      assertEquals(403, forged.statusCode(), forged.asString());
    }
    var unnamed =
        given()
            .basePath("/api/v1")
            .header("Sec-Fetch-Site", "cross-site")
            .contentType("application/json")
            .body("{\"code\":\"A-FORGED\"}")
            .post("/waypoints");
    assertEquals(403, unnamed.statusCode(), unnamed.asString());
    var credentials =
        planner()
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", "http://localhost:1")
            .queryParam("validateOnly", true)
            .contentType("application/json")
            .body("{\"code\":\"A-FORGED\"}")
            .post("/waypoints");
    assertEquals(200, credentials.statusCode(), "a named origin with credentials of its own");
    var own =
        given()
            .basePath("/api/v1")
            .header("Sec-Fetch-Site", "same-origin")
            .contentType("application/json")
            .body("{\"code\":\"A-FORGED\"}")
            .post("/waypoints");
    assertEquals(401, own.statusCode(), own.asString());
  }

  /** RFC 7946, sections 3.1 and 3.2. */
  @SuppressWarnings("unchecked")
  private static void isAFeature(Map<String, Object> feature) {
    assertEquals("Feature", feature.get("type"));
    assertTrue(feature.containsKey("properties") && feature.containsKey("geometry"));
    if (feature.get("geometry") instanceof Map<?, ?> geometry) {
      var coordinates = (List<Object>) geometry.get("coordinates");
      switch (String.valueOf(geometry.get("type"))) {
        case "Point" -> isAPosition(coordinates);
        case "LineString" -> {
          assertTrue(coordinates.size() > 1);
          coordinates.forEach(FormatsTest::isAPosition);
        }
        case "MultiPoint" -> coordinates.forEach(FormatsTest::isAPosition);
        case "MultiLineString" ->
            coordinates.forEach(l -> ((List<Object>) l).forEach(FormatsTest::isAPosition));
        default -> assertEquals("GeometryCollection", geometry.get("type"));
      }
    }
  }

  private static void isAPosition(Object position) {
    var pair = (List<?>) position;
    assertEquals(2, pair.size());
    assertTrue(Math.abs(((Number) pair.get(0)).doubleValue()) <= 180);
    assertTrue(Math.abs(((Number) pair.get(1)).doubleValue()) <= 90);
  }

  private static Document drawing(String path) throws Exception {
    var xml = get(path, "image/svg+xml").asByteArray();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static void rename(String schedule, String name) {
    var renamed =
        planner()
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body(Map.of("name", name))
            .patch("/schedules/" + schedule);
    assertEquals(200, renamed.statusCode(), renamed.asString());
  }

  @Test
  void drawingsShowEachBaseAndWhatIsSaidIsNeverMarkup() throws Exception {
    var name = "<script>&\"";
    var active = viewer().get(PLAN).jsonPath();
    rename(active.getString("id"), name);
    var gantt = drawing(PLAN);
    rename(active.getString("id"), active.getString("name"));
    assertEquals("Stages of " + name, gantt.getElementsByTagName("title").item(0).getTextContent());
    Set<String> said = new HashSet<>();
    var texts = gantt.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      said.add(texts.item(i).getTextContent());
    }
    for (var base : active.getList("closures.base", String.class)) {
      var shown = viewer().get("/bases/" + base).jsonPath().getString("name");
      assertTrue(said.stream().anyMatch(s -> shown.startsWith(s.replace("…", ""))), base);
    }
    var curve = drawing(PLAN + "/strength");
    assertEquals(2, curve.getElementsByTagName("polyline").getLength());
    var one = drawing(PLAN + "/strength?base=KIDAL");
    assertFalse(
        one.getElementsByTagName("polyline")
            .item(0)
            .getAttributes()
            .getNamedItem("points")
            .getNodeValue()
            .isEmpty());
  }

  @Test
  void theSituationPrintsBaseByBase() {
    var page =
        viewer()
            .accept("text/html")
            .header("Accept-Language", "fr")
            .get("/situation?on=2023-10-15");
    assertEquals(200, page.statusCode(), page.asString());
    assertEquals("fr", page.header("Content-Language"));
    var text = page.asString();
    assertTrue(text.contains("<h1>Situation au soir du 2023-10-15</h1>"), text);
    var json = viewer().get("/situation?on=2023-10-15").jsonPath();
    for (var base : json.getMap("bases").keySet()) {
      assertTrue(text.contains("<td>" + base + "</td>"), base.toString());
    }
    assertTrue(text.contains("<td>" + json.getString("bases.KIDAL.closure.forecast")), text);
  }

  @Test
  void whatHasToBeAskedForStandsInACalendar() throws Exception {
    var window = "/permissions/needed?from=2023-07-17&to=2023-12-31";
    var needs = viewer().get(window).jsonPath();
    var missing = needs.getList("items.findAll { it.state != 'GRANTED' }.requestBy", String.class);
    var events =
        new CalendarBuilder()
            .build(new StringReader(get(window, "text/calendar").asString()))
            .getComponents(Component.VEVENT);
    assertEquals(missing.size(), events.size());
    var ids = new HashSet<String>();
    events.forEach(e -> ids.add(((VEvent) e).getUid().orElseThrow().getValue()));
    assertEquals(events.size(), ids.size());
  }

  @Test
  void linesOfForceTablesAddUpToTheMovements() {
    var lines = all(PLAN + "/time-phased-data");
    var movements = all(PLAN + "/movements");
    for (var what : List.of("people", "loads")) {
      int all = movements.stream().mapToInt(m -> (Integer) m.get(what)).sum();
      assertEquals(all, lines.stream().mapToInt(l -> (Integer) l.get(what)).sum(), what);
    }
    for (var line : lines) {
      var ready = LocalDate.parse((String) line.get("readyToLoad"));
      assertFalse(ready.isAfter(LocalDate.parse((String) line.get("departs"))), line.toString());
    }
  }

  @Test
  void whatIsOnTheRoadsAddsUpToThePositions() {
    var positions = all(PLAN + "/positions");
    var roads = all(PLAN + "/strength/roads");
    for (var what : List.of("vehicles", "people", "loads")) {
      int there =
          positions.stream()
              .filter(p -> p.get("route") != null)
              .mapToInt(p -> (Integer) p.get(what))
              .sum();
      assertTrue(there > 0, what);
      assertEquals(there, roads.stream().mapToInt(r -> (Integer) r.get(what)).sum(), what);
    }
    var first = all(PLAN + "/movements?mode=ROAD").get(0);
    for (var position : positions) {
      if (position.get("movement").equals(first.get("id"))) {
        var there = LocalDate.parse((String) position.get("atBaseOn"));
        assertFalse(there.isBefore(LocalDate.parse((String) first.get("dispatched"))));
        assertTrue(there.isBefore(LocalDate.parse((String) first.get("departs"))));
      }
    }
  }

  private static List<Map<String, Object>> all(String path) {
    var items = new ArrayList<Map<String, Object>>();
    String cursor = null;
    do {
      var more = (path.contains("?") ? "&" : "?") + "limit=1000";
      var page = viewer().get(path + more + (cursor == null ? "" : "&cursor=" + cursor)).jsonPath();
      items.addAll(page.getList("items"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return items;
  }
}
