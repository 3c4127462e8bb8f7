package org.drawdown.sheet;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.as;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that people keep, on their way in. Nothing that is sent here stays. */
@RunningService
class SheetTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PLAN = "/schedules/active";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Response tried(String path, String type, byte[] body, String language) {
    var request = planner().contentType(type).body(body).queryParam("validateOnly", true);
    return language == null
        ? request.post(path)
        : request.header("Content-Language", language).post(path);
  }

  private static Response tried(String path, String csv) {
    return tried(path, CSV, utf8(csv), null);
  }

  private static byte[] workbook(Map<String, Consumer<Worksheet>> sheets) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      sheets.forEach((name, fill) -> fill.accept(workbook.newWorksheet(name)));
    }
    return bytes.toByteArray();
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] instanceof Number number) {
        sheet.value(row, c, number);
      } else if (cells[c] instanceof LocalDate day) {
        sheet.value(row, c, day);
        sheet.style(row, c).format("dd/mm/yyyy").set();
      } else if (cells[c] != null) {
        sheet.value(row, c, cells[c].toString());
      }
    }
  }

  private static Response refused(Response answer) {
    assertEquals(400, answer.statusCode(), answer.asString());
    return answer;
  }

  private static Response taken(Response answer) {
    assertEquals(200, answer.statusCode(), answer.asString());
    return answer;
  }

  // The whole mission

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theMissionGoesOutAndComesBackAsItWas(String language) throws IOException {
    var before = viewer().get("/dataset");
    var book = viewer().accept(XLSX).header("Accept-Language", language).get("/dataset");
    assertEquals(200, book.statusCode());
    var answer =
        admin()
            .contentType(XLSX)
            .header("If-Match", book.header("ETag"))
            .queryParam("validateOnly", true)
            .body(book.asByteArray())
            .put("/dataset");
    assertEquals(200, answer.statusCode(), answer.asString());
    var after = (ObjectNode) JSON.readTree(answer.asString());
    after.remove("warnings");
    assertEquals(List.of(), differences("", JSON.readTree(before.asString()), after));
  }

  /** The places at which two documents differ; a spreadsheet knows no 60.0 beside 60. */
  private static List<String> differences(String at, JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      boolean same = one.decimalValue().compareTo(other.decimalValue()) == 0;
      return same ? List.of() : List.of(at + " " + one + " " + other);
    }
    if (!one.isContainerNode() || one.getNodeType() != other.getNodeType()) {
      return one.equals(other) ? List.of() : List.of(at + " " + one + " " + other);
    }
    var names = new TreeSet<String>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    for (int i = 0; i < Math.max(one.size(), other.size()) && one.isArray(); i++) {
      names.add(String.valueOf(i));
    }
    var found = new ArrayList<String>();
    for (var name : names) {
      found.addAll(differences(at + "/" + name, one.at("/" + name), other.at("/" + name)));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void aTableGoesOutAndComesBackUnchanged(String language) throws IOException {
    for (var path : List.of("/bases", "/units", "/assets", "/routes", "/exits", "/phases")) {
      for (var type : List.of("text/csv", XLSX)) {
        var out = viewer().accept(type).header("Accept-Language", language).get(path).asByteArray();
        var answer = taken(tried(path, type.equals(XLSX) ? XLSX : CSV, out, null));
        assertEquals(0, answer.jsonPath().getInt("created"), path + answer.asString());
        assertEquals(0, answer.jsonPath().getInt("replaced"), path + answer.asString());
        assertTrue(answer.jsonPath().getInt("unchanged") > 2, path + answer.asString());
        assertFalse(answer.asString().contains("is not known"), path + answer.asString());
      }
    }
  }

  @Test
  void headingsOfListsAreInTheLanguageOfTheirReader() {
    var french = viewer().accept("text/csv").header("Accept-Language", "fr").get(PLAN + "/stages");
    assertEquals("fr", french.header("Content-Language"));
    assertTrue(french.headers().getValues("Vary").toString().contains("Accept-Language"));
    assertTrue(french.asString().startsWith("\uFEFFBase,Étape,De,À,"), french.asString());
    var english = viewer().accept("text/csv").get(PLAN + "/stages").asString();
    assertTrue(english.startsWith("\uFEFFbase,stage,from,to,"), english);
  }

  @Test
  void aTemplateHasItsColumnsAndWordsToChooseFrom() throws IOException {
    var book = viewer().accept(XLSX).header("Accept-Language", "fr").get("/template?lists=assets");
    assertEquals(200, book.statusCode());
    var parts = new StringBuilder();
    try (var zip = new ZipFile(file(book.asByteArray()))) {
      for (var part : Collections.list(zip.entries())) {
        parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    for (var wanted :
        List.of("dataValidation", "Quantit", "CONTINGENT_OWNED", "TIMBUKTU", "oui", "Langue")) {
      assertTrue(parts.indexOf(wanted) > 0, wanted);
    }
    // Empty as it is, there is nothing to take.
    var sent = refused(tried("/assets", XLSX, book.asByteArray(), null));
    assertTrue(sent.asString().contains("no rows below the headings"), sent.asString());
  }

  // What people write

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 050 | 1050 |",
        "1,050 | 1050 |",
        "999,999 | 999999 |",
        "1050.0 | 1050 |",
        "1.050 | | can be 1050 or 1.050",
        "1.5 | | is not a whole number",
        "- | | can be 0 or unknown",
        "about 20 | | is not a whole number",
        "=2+2 | | is a formula",
      })
  void wholeNumbers(String written, Integer meant, String unclear) {
    var csv = "id,category,disposition,base,quantity\nX-1,other,destroy,GAO,\"%s\"\n";
    check(tried("/assets", csv.formatted(written)), "E2", written, unclear);
  }

  private static void check(Response answer, String cell, String written, String unclear) {
    if (unclear == null) {
      taken(answer);
      return;
    }
    refused(answer);
    var error = answer.jsonPath().getMap("errors[0]");
    assertTrue(String.valueOf(error.get("detail")).contains(unclear), answer.asString());
    assertEquals(cell, error.get("cell"), answer.asString());
    assertEquals(written, error.get("value"), answer.asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-07-04 | | |",
        "13/07/2023 | | |",
        "04/07/2023 | | can be 2023-07-04 or 2023-04-07 |",
        "04/07/2023 | | | fr",
        "04/07/2023 | | can be 2023 | en",
        "04/07/2023 | | | en-US",
        "04/07/2023 | | can be 2023 | tlh",
        "04/07/2023 | | can be 2023 | no language",
        "30/07/2023 | | | en-US",
        "4 juillet 2023 | | |",
        "1er août 2023 | | |",
        "04JUL2023 | | |",
        "4-Jul-23 | | |",
        "31/02/2023 | | is not a day |",
        "soon | | is not a day |",
      })
  void days(String written, String meant, String unclear, String language) {
    var csv = "id,kind,bases,from,to\nX-1,ban,KIDAL,\"%s\",2023-12-30\n".formatted(written);
    check(tried("/restrictions", CSV, utf8(csv), language), "D2", written, unclear);
  }

  @Test
  void aDayIsWhatItsLanguageSays() {
    var csv = "Identifiant;Genre;Bases;Du;Au\nX-DAY;ban;Kidal;04/07/2023;05/07/2023\n";
    for (var language : Map.of("fr", "2023-07-04", "en-US", "2023-04-07").entrySet()) {
      var sent =
          planner()
              .contentType(CSV)
              .header("Content-Language", language.getKey())
              .body(utf8(csv))
              .post("/restrictions");
      assertEquals(200, sent.statusCode(), sent.asString());
      var kept = viewer().get("/restrictions/X-DAY");
      assertEquals(language.getValue(), kept.jsonPath().getString("from"));
      assertEquals("MOVEMENT_BAN", kept.jsonPath().getString("kind"));
      assertEquals(List.of("KIDAL"), kept.jsonPath().getList("bases"));
      planner()
          .header("If-Match", kept.header("ETag"))
          .delete("/restrictions/X-DAY")
          .then()
          .statusCode(204);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C | COE |",
        "C | contingent-owned |",
        "C | Matériel ONU |",
        "C | mine | is none of CONTINGENT_OWNED",
        "C | COMERCIAL | did you mean COMMERCIAL",
        "D | yes |",
        "D | Oui |",
        "D | maybe | is neither yes nor no",
        "E | Tchad |",
        "E | Chad |",
        "E | TCD |",
        "E | Côte d'Ivoire |",
        "E | Congo-Kinshasa |",
        "E | Wakanda | is no country",
        "F | gao |",
        "F | Timbuktu |",
        "F | Timbuktoo | did you mean TIMBUKTU",
        "F | Atlantis | base ATLANTIS",
        "G | 1,5 |",
        "G | 1,500 | can be 1500 or 1.500",
        "G | 0.125 |",
      })
  void words(String column, String written, String unclear) {
    var cells = new String[] {"X-1", "other", "UNOE", "no", "Chad", "GAO", "1", "destroy", "3"};
    cells[column.charAt(0) - 'A'] = written;
    var csv =
        "id;category;ownership;hazardous;contributor;base;loads per item;disposition;quantity\n"
            + String.join(";", cells);
    check(tried("/assets", csv + "\n"), column + "2", written, unclear);
  }

  @Test
  void aSheetAsPeopleKeepItComesBackWithWhatIsUnclearAndThenGoesIn() throws IOException {
    Consumer<Worksheet> first =
        sheet -> {
          sheet.value(0, 0, "INVENTAIRE DES MATÉRIELS – SECTEUR NORD");
          sheet.range(0, 0, 0, 7).merge();
          row(
              sheet,
              3,
              "N°",
              "Désignation",
              "Catégorie",
              "Propriété",
              "Pays",
              "Base",
              "Qté",
              "Devenir",
              "Obs.");
          for (int i = 0; i < 60; i++) {
            row(
                sheet,
                5 + i + i / 20,
                "TX-" + i,
                "Conteneur 20 pieds",
                i % 2 == 0 ? "conteneur" : "Containers",
                i < 30 ? "COE" : "contingents",
                "Tchad",
                i < 30 ? "Tessalit" : "KIDAL",
                i == 40 ? "env. 12" : i == 41 ? "1 050" : i,
                i % 10 == 3 ? "rapatriment" : "Rapatriement");
          }
          row(sheet, 70, "TOTAL", null, null, null, null, null, 2000);
        };
    var answer = refused(tried("/assets", XLSX, workbook(Map.of("Nord", first)), null));
    var errors = answer.jsonPath().getList("errors", Map.class);
    assertEquals(2, errors.size(), answer.asString());
    assertEquals("H9", errors.get(0).get("cell"));
    assertEquals("Nord", errors.get(0).get("sheet"));
    assertTrue(String.valueOf(errors.get(0).get("detail")).contains("did you mean REPATRIATE"));
    assertTrue(String.valueOf(errors.get(0).get("detail")).contains("5 more cells"));
    assertEquals("G48", errors.get(1).get("cell"));
    assertEquals("env. 12", errors.get(1).get("value"));
    Consumer<Worksheet> second =
        sheet -> {
          first.accept(sheet);
          sheet.value(47, 6, 12);
          for (int i = 3; i < 60; i += 10) {
            sheet.value(5 + i + i / 20, 7, "rapatrier");
          }
        };
    var good = taken(tried("/assets", XLSX, workbook(Map.of("Nord", second)), null));
    assertEquals(60, good.jsonPath().getInt("created"));
    assertEquals(2, good.jsonPath().getList("warnings").size(), good.asString());
  }

  @Test
  void columnsThatATableLacksStayAsTheyAre() {
    var id = viewer().get("/assets?category=AIRCRAFT&limit=1").jsonPath().getString("items[0].id");
    var before = viewer().get("/assets/" + id);
    var answer =
        planner().contentType(CSV).body(utf8("id,priority\n" + id + ",2\n")).post("/assets");
    taken(answer);
    assertEquals(1, answer.jsonPath().getInt("replaced"), answer.asString());
    var after = viewer().get("/assets/" + id);
    assertEquals(2, after.jsonPath().getInt("priority"));
    assertEquals(before.jsonPath().getMap("aircraft"), after.jsonPath().getMap("aircraft"));
    planner()
        .contentType("application/json")
        .header("If-Match", after.header("ETag"))
        .body(before.asString())
        .put("/assets/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void faultsBetweenRowsAndHeadingsAreNamedByTheirCells() {
    var twice =
        "id,category,disposition,base,quantity\nX-1,other,destroy,GAO,1\nX-1,other,destroy,GAO,2\n";
    check(tried("/assets", twice), "A3", "X-1", "is in cell A2 already");
    var lacks = refused(tried("/assets", "id,category,base,quantity\nX-1,other,GAO,1\n"));
    assertTrue(lacks.asString().contains("there is no column “Disposition”"), lacks.asString());
    check(
        tried("/assets", "id,category,dispositoin,base,quantity\nX-1,other,destroy,GAO,1\n"),
        "C1",
        "dispositoin",
        "did you mean “Disposition”");
    var empty =
        refused(
            tried("/assets", "id,category,disposition,base,quantity\nX-1,other,destroy,GAO,\n"));
    assertEquals("E2", empty.jsonPath().getString("errors[0].cell"));
    var nothing = refused(tried("/assets", "one,two\n1,2\n"));
    assertTrue(nothing.asString().contains("no row of headings"), nothing.asString());
    // What only the mission as a whole can tell is told by the cell as well.
    check(
        tried("/routes", "id,from,to,mode,distance,kmPerDay.DRY\nX-1,GAO,GAO,road,10,60\n"),
        "C2",
        "GAO",
        "");
  }

  @Test
  void nothingIsWrittenWhereAnythingIsWrong() {
    var csv =
        "id,category,disposition,base,quantity\nX-1,other,destroy,GAO,1\nX-2,other,destroy,GAO,x\n";
    refused(planner().contentType(CSV).body(utf8(csv)).post("/assets"));
    assertEquals(404, viewer().get("/assets/X-1").statusCode());
  }

  @Test
  void aRowThatIsUnclearIsNotToldASecondTimeByItsParts() throws IOException {
    var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
    sheets.put(
        "bases",
        of(cells("code", "kind", "hub", "rearParty"), cells("LERE", "camp", "GAO", "about ten")));
    sheets.put("handoverSteps", of(cells("base", "step", "days"), cells("LERE", "inventory", 3)));
    var answer = refused(tried("/bases", XLSX, workbook(sheets), null));
    assertEquals(List.of("D2"), answer.jsonPath().getList("errors.cell"), answer.asString());
    sheets.put(
        "bases", of(cells("code", "kind", "hub", "rearParty"), cells("LERE", "camp", "GAO", 10)));
    var good = taken(tried("/bases", XLSX, workbook(sheets), null));
    assertEquals(1, good.jsonPath().getInt("created"));
    assertFalse(good.asString().contains("warnings"), good.asString());
  }

  @Test
  void whatXmlCannotHaveDoesNotSpoilAWorkbook() throws IOException {
    var id = viewer().get("/units?limit=1").jsonPath().getString("items[0].id");
    var before = viewer().get("/units/" + id);
    var odd = ((ObjectNode) JSON.readTree(before.asString())).put("name", "a\u0001b");
    unit(id, odd.toString());
    var book = viewer().accept(XLSX).get("/dataset");
    var answer =
        admin()
            .contentType(XLSX)
            .header("If-Match", "*")
            .queryParam("validateOnly", true)
            .body(book.asByteArray())
            .put("/dataset");
    assertEquals(200, answer.statusCode(), answer.asString());
    unit(id, before.asString());
  }

  private static void unit(String id, String body) {
    planner()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(body)
        .put("/units/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void newBasesKnowTheHubThatTheyName() {
    var answer = taken(tried("/bases", "code,name,kind,sector,hub\nLERE,Lere,CAMP,NORTH,Gao\n"));
    assertEquals(1, answer.jsonPath().getInt("created"), answer.asString());
    var taken = tried("/bases", "code,name,kind,sector,hub\nDAKAR,Dakar,CAMP,NORTH,GAO\n");
    assertTrue(taken.statusCode() == 400 || taken.statusCode() == 409, taken.asString());
  }

  @Test
  void whatWouldFillTheMemoryIsRefused() throws IOException {
    var csv = "id,category,disposition,base,quantity,loadsPerItem\nX-1,other,destroy,GAO,%s,%s\n";
    check(tried("/assets", csv.formatted("1e999999999", 1)), "E2", "1e999999999", "whole number");
    check(tried("/assets", csv.formatted(1, "1e999999999")), "F2", "1e999999999", "not a number");
    check(tried("/assets", csv.formatted(1, "1e-999999999")), "F2", "1e-999999999", "not a number");
    var long1 = "9".repeat(5000);
    var answer = refused(tried("/assets", csv.formatted(long1, 1)));
    assertTrue(answer.asString().length() < 1500, answer.asString());
    var number =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row></sheetData></worksheet>";
    refused(tried("/assets", XLSX, with("xl/worksheets/sheet1.xml", utf8(number)), null));
    var many = ("a,".repeat(400) + "\n").repeat(1500);
    var cells = refused(tried("/assets", "id,category\n" + many));
    assertTrue(cells.asString().contains("500000 cells"), cells.asString());
  }

  @Test
  void separatorsWithinCellsMisleadNobody() {
    var text = "id;kind;bases;from;to;reason\nR1;ban;KIDAL;2023-09-01;2023-09-02;%s\n";
    taken(tried("/restrictions", text.formatted("\"one, two, three, four, five, six, seven\"")));
    taken(tried("/restrictions", text.formatted("one, two, three, four, five, six, seven")));
    var head = "id,kind,bases,from,to\nR1,ban,\"%s\",2023-09-01,2023-09-02\n";
    taken(tried("/restrictions", head.formatted("KIDAL; GAO; BER; MOPTI; ANSONGO; MENAKA; GAO")));
    check(
        tried("/restrictions", text.replace(';', ',').formatted("rain, mud")),
        "G2",
        "mud",
        "one cell more");
  }

  @Test
  void whatPeopleAddIsToldFromWhatTheyMean() {
    var csv =
        "N°,Id,category,disposition,base,Quantity (items),type\n"
            + "1,X-1,other,destroy,GAO,4,Tent\n"
            + "Total général,,,,,4,\n"
            + "Sous-total Gao,,,,,4,\n";
    var answer = taken(tried("/assets", csv));
    assertEquals(1, answer.jsonPath().getInt("rows"), answer.asString());
    assertEquals(3, answer.jsonPath().getList("warnings").size(), answer.asString());
    var id = viewer().get("/assets?limit=1").jsonPath().getString("items[0].id");
    var lower = "id,category,disposition,base,quantity\n%s,other,destroy,GAO,2\n";
    var small = id.toLowerCase(Locale.ROOT);
    check(tried("/assets", lower.formatted(small)), "A2", small, "by its capitals alone");
    var french =
        planner()
            .contentType(CSV)
            .header("Accept-Language", "fr")
            .body(utf8("id,catégorie,dispo sition,base,quantitéé\nX-1,other,destroy,GAO,1\n"))
            .post("/assets");
    assertTrue(french.asString().contains("vouliez-vous dire « Quantité »"), french.asString());
  }

  // Files of every kind

  @Test
  void tablesOfAllProgramsAreRead() {
    var comma =
        "id,type,category,disposition,base,quantity\nX-1,Génératrice,generator,destroy,GAO,1\n";
    for (var text :
        List.of(
            comma,
            "\uFEFF" + comma,
            comma.replace(',', ';'),
            comma.replace(',', '\t'),
            "sep=;\n" + comma.replace(',', ';'),
            comma.replace("\n", "\r\n"),
            comma.strip())) {
      assertEquals(1, taken(tried("/assets", text)).jsonPath().getInt("created"), text);
    }
    var wide = ("\uFEFF" + comma).getBytes(StandardCharsets.UTF_16LE);
    taken(tried("/assets", "text/csv", wide, null));
    var western = comma.getBytes(Charset.forName("windows-1252"));
    taken(tried("/assets", "text/csv;charset=windows-1252", western, null));
    var unsaid = refused(tried("/assets", "text/csv;charset=UTF-8", western, null));
    assertTrue(unsaid.asString().contains("line 2 is not UTF-8"), unsaid.asString());
    // Clients that know nothing of text name Latin-1.
    taken(tried("/assets", "text/csv;charset=ISO-8859-1", utf8(comma), null));
  }

  @Test
  void damagedTablesAreRefused() {
    var head = "id,type,category,disposition,base,quantity\nX-0,a,other,destroy,GAO,1\n";
    for (var wrong :
        Map.of(
                "X-1,\"open,other,destroy,GAO,1\n", "never closed",
                "X-1,a,other,des", "the file was cut off",
                "X-1,\"a\"b,other,destroy,GAO,1\n", "behind a closing quotation mark",
                "X-1,a,other,destroy,GAO,1\0\n", "no text")
            .entrySet()) {
      var answer = refused(tried("/assets", head + wrong.getKey()));
      assertTrue(answer.asString().contains(wrong.getValue()), answer.asString());
    }
    refused(tried("/assets", CSV, utf8("%PDF-1.7"), null));
    refused(tried("/assets", CSV, new byte[0], null));
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] good() throws IOException {
    return workbook(
        Map.of(
            "assets",
            sheet -> {
              row(sheet, 0, "id", "category", "disposition", "base", "quantity");
              row(sheet, 1, "X-1", "other", "destroy", "GAO", 4);
            }));
  }

  /** A workbook in which one part is other. */
  private static byte[] with(String name, byte[] other) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(file(good()))) {
      for (var part : Collections.list(zip.entries())) {
        parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
      }
    }
    parts.put(name, other);
    return zip(parts);
  }

  private static File file(byte[] bytes) throws IOException {
    var file = File.createTempFile("workbook", ".xlsx");
    file.deleteOnExit();
    Files.write(file.toPath(), bytes);
    return file;
  }

  private static void refusedAs(byte[] file, String why) {
    var answer = refused(tried("/assets", XLSX, file, null));
    assertTrue(answer.asString().contains(why), answer.asString());
  }

  @Test
  void filesThatAreNoWorkbooksAreCalledWhatTheyAre() throws IOException {
    assertEquals(1, taken(tried("/assets", XLSX, good(), null)).jsonPath().getInt("created"));
    refusedAs(utf8("%PDF-1.7\n%âãÏÓ"), "a PDF");
    refusedAs(utf8("id;category\nX-1;other\n"), "text");
    var old = new byte[512];
    var mark = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < mark.length; i++) {
      old[i] = (byte) mark[i];
    }
    refusedAs(old, "an old workbook");
    refusedAs(zip(Map.of("mimetype", utf8("application/vnd.oasis"))), "OpenDocument");
    refusedAs(zip(Map.of("a.txt", utf8("hello"))), "another kind of archive");
    refusedAs(new byte[] {1, 2, 3, 4, 5}, "something else");
    refusedAs(Arrays.copyOf(good(), 900), "damaged");
    refusedAs(with("xl/worksheets/sheet1.xml", utf8("<worksheet><sheetData><row r=")), "damaged");
  }

  @Test
  void bombsAndEntitiesAreNotUnpacked() throws IOException {
    var entity =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet/>";
    refusedAs(with("xl/worksheets/sheet1.xml", utf8(entity)), "declares a document type");
    refusedAs(
        with("xl/worksheets/sheet1.xml", entity.getBytes(StandardCharsets.UTF_16)),
        "declares a document type");
    // A cell of 400 MB in 400 kB.
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(utf8("<Types/>"));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      var much = new byte[1 << 20];
      Arrays.fill(much, (byte) 'a');
      for (int i = 0; i < 400; i++) {
        zip.write(much);
      }
    }
    assertTrue(bytes.size() < 500_000);
    refusedAs(bytes.toByteArray(), "unpacks to more than");
  }

  @Test
  void formulasAreNotReckoned() throws IOException {
    var book =
        workbook(
            Map.of(
                "assets",
                sheet -> {
                  row(sheet, 0, "id", "category", "disposition", "base", "quantity");
                  row(sheet, 1, "X-1", "other", "destroy", "GAO");
                  sheet.formula(1, 4, "2+2");
                }));
    var answer = refused(tried("/assets", XLSX, book, null));
    assertEquals("E2", answer.jsonPath().getString("errors[0].cell"));
    assertTrue(answer.asString().contains("is a formula"), answer.asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-07-18T06:00:00Z",
        "18/07/2023 06h00",
        "18/07/2023 à 06h00",
        "18/07/2023 0600",
        "180600Z JUL 23",
        "18 juillet 2023 06:00",
      })
  void momentsAsTheFieldWritesThem(String written) {
    var id = convoy();
    var csv = "movement;kind;at\n" + id + ";dispatch;" + written + "\n";
    var answer =
        as("reporter")
            .contentType(CSV)
            .header("Content-Language", "fr")
            .queryParam("validateOnly", true)
            .body(utf8(csv))
            .post("/reports");
    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals("2023-07-18T06:00:00Z", answer.jsonPath().getString("reports[0].at"));
  }

  @Test
  void theTimeMayHaveAColumnOfItsOwn() {
    var id = convoy();
    var csv = "Mouvement;Type;Jour;Heure\n" + id + ";dispatch;2023-07-18;06:30\n";
    var answer =
        as("reporter")
            .contentType(CSV)
            .queryParam("validateOnly", true)
            .body(utf8(csv))
            .post("/reports");
    assertEquals(200, answer.statusCode(), answer.asString());
    assertEquals("2023-07-18T06:30:00Z", answer.jsonPath().getString("reports[0].at"));
    var alone = refused(tried("/reports", "movement,kind,at\n" + id + ",dispatch,2023-07-18\n"));
    assertTrue(alone.asString().contains("2026-12-31 18:00"), alone.asString());
  }

  @Test
  void theEmptyTemplateAsksForTheMission() {
    var book = viewer().accept(XLSX).get("/template").asByteArray();
    var answer =
        refused(admin().contentType(XLSX).header("If-Match", "*").body(book).put("/dataset"));
    assertEquals("Mission", answer.jsonPath().getString("errors[0].sheet"));
  }

  @Test
  void everyColumnHasItsNameInBothLanguages() {
    var english = headings("en");
    var french = headings("fr");
    var same = new TreeSet<String>();
    english.forEach(
        (path, heading) -> {
          boolean camel = path.matches(".*[.].*[a-z][A-Z].*");
          if (heading.equals(french.get(path)) && camel) {
            same.add(path);
          }
        });
    assertEquals(new TreeSet<>(), same, "these have no French name");
    var unexplained = new TreeSet<String>();
    var told = explanations("en");
    explanations("fr")
        .forEach(
            (path, explanation) -> {
              if (!explanation.isEmpty() && explanation.equals(told.get(path))) {
                unexplained.add(path);
              }
            });
    unexplained.removeIf(path -> path.contains("incident"));
    assertEquals(new TreeSet<>(), unexplained, "these are not explained in French");
  }

  private static Map<String, String> explanations(String language) {
    return fields(language, "explanation");
  }

  private static Map<String, String> headings(String language) {
    return fields(language, "heading");
  }

  private static Map<String, String> fields(String language, String field) {
    var found = new LinkedHashMap<String, String>();
    var answer =
        viewer()
            .header("Accept-Language", language)
            .get(
                "/template?lists=mission,bases,exits,waypoints,units,assets,airServices,routes,"
                    + "restrictions,phases,sources,reports,departures,counts,permissions")
            .jsonPath();
    for (var sheet : answer.<Map<String, Object>>getList("sheets")) {
      for (var column : (List<?>) sheet.get("columns")) {
        var fields = (Map<?, ?>) column;
        found.put(sheet.get("list") + "." + fields.get("path"), (String) fields.get(field));
      }
    }
    return found;
  }

  @Test
  void aWorkbookOfAMissionTellsItsFaultsBySheetAndCell() throws IOException {
    var book =
        workbook(
            Map.of(
                "Mission",
                sheet -> {
                  row(sheet, 0, "Code", "TST");
                  row(sheet, 1, "Début", LocalDate.of(2024, 1, 1));
                  row(sheet, 2, "Échéance", LocalDate.of(2024, 6, 30));
                  row(sheet, 3, "Horizon", "30/09/2024");
                },
                "Emprises",
                sheet -> {
                  row(sheet, 0, "Code", "Nom", "Plateforme", "Arrière-garde");
                  row(sheet, 1, "NORD", "Camp du nord", "SUDD", 20);
                  row(sheet, 2, "SUD", "Camp du sud", null, 30);
                },
                "Assetts",
                sheet -> row(sheet, 0, "id")));
    var answer =
        refused(
            admin()
                .contentType(XLSX)
                .header("If-Match", "*")
                .queryParam("validateOnly", true)
                .body(book)
                .put("/dataset"));
    var cells =
        answer.jsonPath().getList("errors", Map.class).stream()
            .map(e -> e.get("sheet") + "!" + e.get("cell") + " " + e.get("value"))
            .sorted()
            .toList();
    assertEquals(List.of("Assetts!null null", "Emprises!C2 SUDD"), cells, answer.asString());
  }

  // What a base sends in the evening

  private static Consumer<Worksheet> of(Object[]... rows) {
    return sheet -> {
      for (int r = 0; r < rows.length; r++) {
        row(sheet, r, rows[r]);
      }
    };
  }

  private static Response evening(byte[] book) {
    return as("reporter")
        .contentType(XLSX)
        .header("Content-Language", "fr")
        .queryParam("validateOnly", true)
        .body(book)
        .post("/reports");
  }

  /** A convoy of the plan in force; where there is none, one is put in force. */
  private static String convoy() {
    Api.planInForce();
    var convoys = viewer().get(PLAN + "/movements?mode=ROAD&limit=1").jsonPath();
    return convoys.getString("items[0].id");
  }

  private static Object[] cells(Object... cells) {
    return cells;
  }

  @Test
  void theEveningsSheetsAreFiledTogetherInTheOrderInWhichThingsHappened() throws IOException {
    var id = convoy();
    var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
    sheets.put(
        "Comptes rendus",
        of(
            cells("Mouvement", "Type", "Date et heure"),
            cells(id, "à la base", "02/07/2023 18h00"),
            cells(id, "dispatch", "02/07/2023 05:00")));
    sheets.put(
        "Départs",
        of(
            cells("Base", "Quand", "En uniforme", "Transporteur"),
            cells("Gao", "2023-07-03 12:00", 5, "charter")));
    sheets.put(
        "Autorisations",
        of(
            cells("Identifiant", "Type", "Demandé le", "Du", "Au", "Mouvement", "Autorité"),
            cells("P-77", "route", "01/07/2023 08:00", "05/07/2023", "06/07/2023", id, "FAMa")));
    var answer = evening(workbook(sheets));
    assertEquals(200, answer.statusCode(), answer.asString());
    var filed = answer.jsonPath();
    assertEquals(List.of("AT_BASE", "DISPATCHED"), filed.getList("reports.kind"));
    assertTrue(filed.getInt("reports[0].sequence") > filed.getInt("reports[1].sequence"));
    assertEquals("2023-07-02T18:00:00Z", filed.getString("reports[0].at"));
    assertEquals(5, filed.getInt("departures[0].people.uniformed"));
    assertEquals("ROAD", filed.getString("permissions[0].kind"));
    assertEquals("2023-07-05", filed.getString("permissions[0].window.from"));
  }

  @Test
  void whatCannotHaveHappenedIsNamedByItsCell() throws IOException {
    var sheets = new LinkedHashMap<String, Consumer<Worksheet>>();
    sheets.put(
        "reports",
        of(cells("movement", "kind", "at"), cells("NOBODY", "departed", "2023-07-02 18:00")));
    sheets.put(
        "departures", of(cells("base", "at", "loads"), cells("Gao", "2023-07-03 12:00", 99999)));
    var unknown = refused(evening(workbook(sheets)));
    assertEquals("reports", unknown.jsonPath().getString("errors[0].sheet"));
    assertEquals("A2", unknown.jsonPath().getString("errors[0].cell"));
    sheets.remove("reports");
    var tooMany = evening(workbook(sheets));
    assertEquals(409, tooMany.statusCode(), tooMany.asString());
    assertEquals("departures", tooMany.jsonPath().getString("errors[0].sheet"));
    assertEquals("A2", tooMany.jsonPath().getString("errors[0].cell"));
  }
}
