package org.drawdown.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The record by its door: what cannot have happened, many at once, and what follows from it. */
@RunningService
@TestProfile(RecordTest.OwnService.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordTest {

  /** A service whose record nobody else writes. */
  public static class OwnService implements QuarkusTestProfile {}

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject AgroalDataSource database;

  private static Response post(String path, String body, Object... values) {
    return Api.planner().contentType("application/json").body(body.formatted(values)).post(path);
  }

  private static Response done(Response response) {
    assertTrue(response.statusCode() < 300, response.asString());
    return response;
  }

  private static int entries() {
    return Api.viewer().get("/record?count=true&limit=1").jsonPath().getInt("total");
  }

  private static JsonNode situation(String on) throws IOException {
    return JSON.readTree(
        Api.viewer().get("/situation?on=" + on).then().statusCode(200).extract().asString());
  }

  @Test
  @Order(1)
  void withoutAReportTheSituationIsThePlan() throws IOException {
    var day = "2023-10-15";
    var situation = situation(day);
    assertEquals("PLAN", situation.path("basis").asText());
    assertTrue(situation.path("asOf").isMissingNode());
    var stages =
        Api.viewer().get("/schedules/active/stages?on=" + day).jsonPath().getList("items.stage");
    var found = new ArrayList<String>();
    situation.path("bases").forEach(b -> found.add(b.at("/actual/stage").asText()));
    assertEquals(stages, found);
    situation
        .path("bases")
        .forEach(b -> assertEquals(0, b.at("/closure/daysLate").asInt(), b.toString()));
  }

  @Test
  @Order(2)
  void aMovementGoesItsWay() throws IOException {
    var path = "/movements/BER-C01/reports";
    done(post(path, "{\"kind\":\"DISPATCHED\",\"at\":\"2023-07-24T06:00:00Z\"}"));
    done(post(path, "{\"kind\":\"DEPARTED\",\"at\":\"2023-07-26T06:00:00Z\"}"));
    var incident =
        done(
            post(
                path,
                "{\"kind\":\"HALTED\",\"at\":\"2023-07-26T12:00:00Z\",\"cause\":\"IED\","
                    + "\"place\":{\"route\":\"BER-TIMBUKTU\",\"km\":20,\"location\":"
                    + "{\"type\":\"Point\",\"coordinates\":[-2.6,16.8]}},"
                    + "\"incident\":{\"kind\":\"IED\",\"at\":\"2023-07-26T12:00:00Z\","
                    + "\"casualties\":{\"killed\":1,\"injured\":2}}}"));
    assertEquals("HALTED", incident.jsonPath().getString("kind"));
    var under = situation("2023-07-26").at("/underWay/BER-C01");
    assertEquals("HALTED", under.path("state").asText());
    assertEquals(2, under.path("injured").asInt());
    int people = under.path("people").asInt();
    done(post(path, "{\"kind\":\"RESUMED\",\"at\":\"2023-07-27T06:00:00Z\"}"));
    var wrong =
        post(
            path,
            "{\"kind\":\"ARRIVED\",\"at\":\"2023-07-28T12:00:00Z\",\"people\":{\"uniformed\":%d}}",
            people + 1);
    assertEquals(409, wrong.statusCode());
    assertEquals("COUNTS_DO_NOT_ADD", wrong.jsonPath().getString("rule"));
    assertEquals(people, wrong.jsonPath().getInt("there.people"));
    var arrived = done(post(path, "{\"kind\":\"ARRIVED\",\"at\":\"2023-07-28T12:00:00Z\"}"));
    int sequence = arrived.jsonPath().getInt("sequence");
    // It was the evening of the day before, and then it was not.
    done(
        post(
            path,
            "{\"kind\":\"ARRIVED\",\"at\":\"2023-07-27T18:00:00Z\",\"corrects\":%d}",
            sequence));
    assertEquals("ARRIVED", Api.viewer().get("/movements/BER-C01").jsonPath().getString("state"));
    assertEquals(
        "2023-07-27", Api.viewer().get("/movements/BER-C01").jsonPath().getString("arrived"));
    var again =
        post(path, "{\"kind\":\"VOID\",\"at\":\"2023-07-28T13:00:00Z\",\"corrects\":%d}", sequence);
    assertEquals("ALREADY_CORRECTED", again.jsonPath().getString("rule"));
    done(
        post(
            path,
            "{\"kind\":\"VOID\",\"at\":\"2023-07-28T13:00:00Z\",\"corrects\":%d}",
            sequence + 1));
    assertEquals("DEPARTED", Api.viewer().get("/movements/BER-C01").jsonPath().getString("state"));
    done(post(path, "{\"kind\":\"DIVERTED\",\"at\":\"2023-07-28T14:00:00Z\",\"to\":\"GOUNDAM\"}"));
    done(post(path, "{\"kind\":\"TURNED_BACK\",\"at\":\"2023-07-29T14:00:00Z\"}"));
    assertEquals(199, situation("2023-07-29").at("/bases/BER/people/present").asInt());
    assertEquals(1, situation("2023-07-29").at("/totals/people/dead").asInt());
  }

  /** An illegal step of the story, as one can take it here. */
  private Response step(String what) {
    var now = Instant.now();
    return switch (what) {
      case "a report before the mission's start" ->
          post(
              "/movements/GOUNDAM-C01/reports",
              "{\"kind\":\"DEPARTED\",\"at\":\"2023-06-30T06:00:00Z\"}");
      case "a report of tomorrow" ->
          post(
              "/movements/GOUNDAM-C01/reports",
              "{\"kind\":\"DEPARTED\",\"at\":\"%s\"}",
              now.plus(1, ChronoUnit.DAYS));
      case "arrived before departed" ->
          post(
              "/movements/GOUNDAM-C01/reports",
              "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-05T06:00:00Z\"}");
      case "anything after ARRIVED or CANCELLED" ->
          post(
              "/movements/MENAKA-X01/reports",
              "{\"kind\":\"HALTED\",\"at\":\"2023-08-16T06:00:00Z\"}");
      case "more people than are there" ->
          post(
              "/movements",
              "{\"base\":\"GOUNDAM\",\"destination\":\"TIMBUKTU\","
                  + "\"people\":{\"uniformed\":2001,\"international\":0}}");
      case "arrive with more than departed" ->
          post(
              "/movements/MENAKA-X02/reports",
              "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-20T06:00:00Z\","
                  + "\"people\":{\"uniformed\":11}}");
      case "correct a report that was corrected" ->
          post(
              "/movements/MENAKA-X01/reports",
              "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-15T06:00:00Z\",\"corrects\":%d}",
              corrected);
      case "sign step 4 before 3" ->
          post(
              "/bases/GOUNDAM/handover/steps",
              "{\"step\":\"SITE_CERTIFICATE\",\"at\":\"2023-08-10T06:00:00Z\"}");
      case "sign a step twice" ->
          post(
              "/bases/OGOSSAGOU/handover/steps",
              "{\"step\":\"INVENTORY\",\"at\":\"2023-08-20T06:00:00Z\"}");
      case "transfer with loads that must move" ->
          post(
              "/bases/KIDAL/handover/steps",
              "{\"step\":\"FORMAL_TRANSFER\",\"at\":\"2023-08-20T06:00:00Z\"}");
      case "transfer of a parent before its outpost is closed" ->
          post(
              "/bases/MOPTI/handover/steps",
              "{\"step\":\"FORMAL_TRANSFER\",\"at\":\"2023-08-01T10:00:00Z\"}");
      case "transfer of a hub with a movement still coming" ->
          post(
              "/bases/GAO/handover/steps",
              "{\"step\":\"FORMAL_TRANSFER\",\"at\":\"2023-08-20T10:00:00Z\"}");
      case "vacate a base that is handed over" ->
          post(
              "/bases/OGOSSAGOU/vacated",
              "{\"at\":\"2023-08-20T10:00:00Z\",\"reason\":\"DANGER\"}");
      case "depart from a base that is closed" ->
          post(
              "/movements",
              "{\"base\":\"OGOSSAGOU\",\"destination\":\"MOPTI\",\"at\":\"2023-08-20T10:00:00Z\"}");
      case "people home from a base with fewer" ->
          post(
              "/bases/GAO/departures",
              "{\"at\":\"2023-08-20T10:00:00Z\",\"people\":{\"uniformed\":99999}}");
      case "grant more than was asked" ->
          post(
              "/permissions/P-1028/answer",
              "{\"at\":\"2023-08-20T15:00:00Z\",\"outcome\":\"PARTIAL\",\"granted\":21}");
      case "submit what is not READY" -> post("/schedules/" + infeasible + "/submission", "{}");
      case "approve one's own" ->
          Api.as("approver")
              .contentType("application/json")
              .body("{}")
              .post("/schedules/" + own + "/approval");
      case "activate what is not approved, or rejected", "activate what is not approved" ->
          post("/schedules/" + own + "/activation", "{}");
      case "activate a plan that ignores the record" ->
          post("/schedules/" + scratch + "/activation", "{}");
      case "activate a plan made before the last replan was activated" ->
          post("/schedules/" + stale + "/activation", "{}");
      default -> throw new AssertionError("nobody tries: " + what);
    };
  }

  private int corrected;
  private String infeasible;
  private String own;
  private String scratch;
  private String stale;

  private static String planned(String user, String body) {
    var location =
        Api.as(user)
            .contentType("application/json")
            .body(body)
            .post("/schedules")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    var schedule = Api.await(location.substring(location.lastIndexOf('/') + 1));
    assertNotEquals("FAILED", schedule.getString("state"));
    return schedule.getString("id");
  }

  private static void approve(String id) {
    done(post("/schedules/" + id + "/submission", "{}"));
    Api.as("approver")
        .contentType("application/json")
        .body("{}")
        .post("/schedules/" + id + "/approval")
        .then()
        .statusCode(200);
  }

  @Test
  @Order(3)
  void noIllegalStepOfTheStoryIsTaken() throws IOException {
    // A column has arrived, another is out, an outpost is closed, and a clearance was asked for.
    done(
        post(
            "/movements",
            "{\"id\":\"MENAKA-X01\",\"base\":\"MENAKA\",\"destination\":\"GAO\","
                + "\"routes\":[\"MENAKA-ANSONGO\",\"ANSONGO-GAO\"],"
                + "\"people\":{\"uniformed\":10},\"loads\":5}"));
    var report = "/movements/MENAKA-X01/reports";
    done(post(report, "{\"kind\":\"DEPARTED\",\"at\":\"2023-08-11T06:00:00Z\"}"));
    corrected =
        done(post(report, "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-14T06:00:00Z\"}"))
            .jsonPath()
            .getInt("sequence");
    done(
        post(
            report,
            "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-15T06:00:00Z\",\"corrects\":%d}",
            corrected));
    done(
        post(
            "/movements",
            "{\"id\":\"MENAKA-X02\",\"base\":\"MENAKA\",\"destination\":\"GAO\","
                + "\"routes\":[\"MENAKA-ANSONGO\",\"ANSONGO-GAO\"],"
                + "\"people\":{\"uniformed\":10}}"));
    done(
        post(
            "/movements/MENAKA-X02/reports",
            "{\"kind\":\"DEPARTED\",\"at\":\"2023-08-19T06:00:00Z\"}"));
    done(
        post(
            "/permissions",
            "{\"id\":\"P-1028\",\"kind\":\"FLIGHT\",\"subject\":{\"bases\":[\"KIDAL\"]},"
                + "\"window\":{\"from\":\"2023-08-20\",\"to\":\"2023-08-20\"},"
                + "\"requestedAt\":\"2023-08-20T06:00:00Z\",\"requested\":20}"));
    closeOgossagou();
    infeasible =
        planned("planner", "{\"assumptions\":{\"trucks\":0},\"solve\":{\"maxIterations\":50}}");
    own = planned("approver", "{\"solve\":{\"maxIterations\":50}}");
    done(post("/schedules/" + own + "/submission", "{}"));
    scratch = planned("planner", "{\"solve\":{\"maxIterations\":50}}");
    approve(scratch);
    stale = planned("planner", "{\"basedOn\":\"active\",\"solve\":{\"maxIterations\":50}}");
    approve(stale);
    var next = planned("planner", "{\"basedOn\":\"active\",\"solve\":{\"maxIterations\":50}}");
    approve(next);
    done(post("/schedules/" + next + "/activation", "{}"));

    int before = entries();
    JsonNode story;
    try (var file = RecordTest.class.getResourceAsStream("/events-2023.json")) {
      story = JSON.readTree(file);
    }
    for (var illegal : story.path("illegal")) {
      var answer = step(illegal.path("what").asText());
      var told = illegal.path("what").asText() + ": " + answer.asString();
      assertEquals(illegal.path("expect").asInt(), answer.statusCode(), told);
      var rule = illegal.path("rule").asText();
      assertTrue(
          rule.equals(answer.jsonPath().getString("rule"))
              || answer.jsonPath().getString("type").endsWith("/" + rule),
          told);
    }
    assertEquals(before, entries());
  }

  private static void closeOgossagou() {
    done(
        post(
            "/movements",
            "{\"id\":\"OGOSSAGOU-X01\",\"kind\":\"FINAL_CONVOY\",\"base\":\"OGOSSAGOU\","
                + "\"destination\":\"MOPTI\",\"routes\":[\"OGOSSAGOU-MOPTI\"],"
                + "\"people\":{\"uniformed\":150},\"loads\":110}"));
    var steps = List.of("ENVIRONMENTAL_INSPECTION", "EXPLOSIVE_SURVEY", "INVENTORY");
    for (int i = 0; i < steps.size(); i++) {
      done(
          post(
              "/bases/OGOSSAGOU/handover/steps",
              "{\"step\":\"%s\",\"at\":\"2023-08-0%dT06:00:00Z\"}",
              steps.get(i),
              i + 2));
    }
    done(
        post(
            "/bases/OGOSSAGOU/handover/steps",
            "{\"step\":\"SITE_CERTIFICATE\",\"at\":\"2023-08-05T06:00:00Z\"}"));
    done(
        post(
            "/bases/OGOSSAGOU/handover/steps",
            "{\"step\":\"FORMAL_TRANSFER\",\"at\":\"2023-08-05T07:00:00Z\","
                + "\"document\":\"D\",\"signedForMission\":\"A\",\"signedForHost\":\"B\","
                + "\"receivedBy\":{\"name\":\"Army\",\"kind\":\"ARMED_FORCES\"},"
                + "\"withDeparture\":[\"OGOSSAGOU-X01\"]}"));
    done(
        post(
            "/movements/OGOSSAGOU-X01/reports",
            "{\"kind\":\"DEPARTED\",\"at\":\"2023-08-05T08:00:00Z\"}"));
    done(
        post(
            "/movements/OGOSSAGOU-X01/reports",
            "{\"kind\":\"ARRIVED\",\"at\":\"2023-08-05T20:00:00Z\"}"));
    assertTrue(Api.viewer().get("/bases/OGOSSAGOU/handover").jsonPath().getBoolean("irregular"));
  }

  @Test
  @Order(4)
  void aPlanThatGoesOnHasWhatHappenedAsItWas() throws IOException {
    var schedule = Api.viewer().get("/schedules/active").jsonPath();
    var sequence = schedule.getInt("recordSequence");
    assertTrue(sequence > 0);
    var movements =
        JSON.readTree(Api.viewer().get("/schedules/active/movements?limit=1000").asString())
            .path("items");
    var names = new HashSet<String>();
    var asOf = LocalDate.parse(schedule.getString("asOf"));
    for (var m : movements) {
      assertTrue(names.add(m.path("id").asText()), m.toString());
      boolean planned = !m.path("id").asText().contains("-X");
      var dispatched = LocalDate.parse(m.path("dispatched").asText());
      assertTrue(!planned || dispatched.isAfter(asOf) || m.path("id").asText().equals("BER-C01"));
      assertFalse(planned && m.path("base").asText().equals("OGOSSAGOU"), "it is closed: " + m);
    }
    assertTrue(names.contains("MENAKA-X01") && names.contains("MENAKA-X02"));
    var column = Api.viewer().get("/schedules/active/movements?base=MENAKA&limit=1000").jsonPath();
    assertEquals("2023-08-15", column.getString("items.find { it.id == 'MENAKA-X01' }.arrives"));
  }

  @Test
  @Order(5)
  void aRefusedClearanceHoldsUpWhoPlansAndIsNamedWhereItHoldsUp() throws IOException {
    done(
        post(
            "/permissions",
            "{\"id\":\"P-ROAD\",\"kind\":\"ROAD\",\"subject\":{\"base\":\"TESSALIT\",\"trucks\":40},"
                + "\"window\":{\"from\":\"2023-08-20\",\"to\":\"2023-11-30\"},"
                + "\"requestedAt\":\"2023-08-20T06:00:00Z\"}"));
    done(
        post(
            "/permissions/P-ROAD/answer",
            "{\"at\":\"2023-08-20T18:00:00Z\",\"outcome\":\"REFUSED\"}"));
    var situation = situation("2023-08-20");
    assertEquals(40, situation.at("/transport/trucksHeld").asInt());
    assertTrue(situation.at("/restrictions").toString().contains("P-ROAD"));
    var coming = situation("2023-10-20");
    assertEquals("FORECAST", coming.path("basis").asText());
    var closes = LocalDate.parse(coming.at("/bases/TESSALIT/closure/forecast").asText());
    assertTrue(closes.isAfter(LocalDate.parse("2023-11-30")), closes.toString());
    var id = planned("planner", "{\"basedOn\":\"active\",\"solve\":{\"maxIterations\":300}}");
    var schedule = Api.viewer().get("/schedules/" + id);
    assertTrue(schedule.jsonPath().getString("assumptions").contains("P-ROAD"));
    var first =
        Api.viewer()
            .get("/schedules/" + id + "/movements?base=TESSALIT&mode=ROAD&limit=1000")
            .jsonPath()
            .getList("items.departs", String.class);
    first.forEach(day -> assertTrue(day.compareTo("2023-11-30") > 0, day));
    var early = post("/schedules", "{\"basedOn\":\"active\",\"asOf\":\"2023-08-01\"}");
    assertEquals("RECORD_IGNORED", early.jsonPath().getString("rule"));
  }

  @Test
  @Order(6)
  void twentyReportAtOnce() throws Exception {
    int before = entries();
    int gone = situation("2023-08-20").at("/totals/people/gone").asInt();
    var pool = Executors.newFixedThreadPool(20);
    var answers = new ArrayList<Response>();
    try {
      var work = new ArrayList<Callable<Response>>();
      for (int i = 0; i < 100; i++) {
        var base = i % 2 == 0 ? "GAO" : "MOPTI";
        work.add(
            () ->
                post(
                    "/bases/" + base + "/departures",
                    "{\"at\":\"2023-08-21T08:00:00Z\",\"people\":{\"uniformed\":1},\"loads\":1,"
                        + "\"carrier\":\"CHARTER\"}"));
      }
      for (var answer : pool.invokeAll(work)) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdownNow();
    }
    var sequences = new HashSet<Integer>();
    for (var answer : answers) {
      assertEquals(201, answer.statusCode(), answer.asString());
      sequences.add(answer.jsonPath().getInt("sequence"));
    }
    assertEquals(100, sequences.size());
    assertEquals(before + 100, entries());
    assertEquals(gone + 100, situation("2023-08-21").at("/totals/people/gone").asInt());
    assertTrue(Api.viewer().get("/audit/verification").jsonPath().getBoolean("valid"));
  }

  @Test
  @Order(7)
  void oneQueryTellsWhatWouldTakeAProgram() throws Exception {
    assertEquals(
        1,
        number(
            "select count(*) from v_movements where movement = 'MENAKA-X02'"
                + " and departed_on <= date '2023-08-20' and arrived_on is null"));
    int present = situation("2023-08-21").at("/bases/GAO/people/present").asInt();
    assertEquals(
        present,
        number(
            "select people from v_strength_by_day where base = 'GAO' and mission_day ="
                + " (select max(mission_day) from v_strength_by_day where base = 'GAO')"));
    done(
        post(
            "/losses",
            "{\"at\":\"2023-08-21T12:00:00Z\",\"base\":\"KIDAL\",\"loads\":30,"
                + "\"fate\":\"DESTROYED\",\"cause\":\"HOSTILE_ACTION\",\"event\":\"FIRE\"}"));
    assertEquals(
        30,
        number(
            "select sum(loads) from (select contributor, sum(loads) as loads from record_loss"
                + " where event = 'FIRE' group by contributor) lost"));
  }

  private int number(String sql) throws SQLException {
    return Integer.parseInt(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      assertTrue(found.next(), sql);
      return found.getString(1);
    }
  }

  @Test
  @Order(8)
  void whoChangesTheTrailIsFoundOut() throws Exception {
    assertTrue(Api.viewer().get("/audit/verification").jsonPath().getBoolean("valid"));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("update audit_entry set actor = 'nobody' where sequence = 5");
    }
    var broken = Api.viewer().get("/audit/verification").jsonPath();
    assertFalse(broken.getBoolean("valid"));
    assertEquals(5, broken.getInt("brokenAt"));
  }

  @Test
  @Order(9)
  void theDataStayAsWhatWasReportedNeedsThem() {
    var unit =
        Api.planner()
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body("{\"strength\":1}")
            .patch("/units/OGOSSAGOU-SEN-MIL");
    assertEquals(409, unit.statusCode(), unit.asString());
    assertEquals("MORE_THAN_THERE_IS", unit.jsonPath().getString("rule"));
    var dataset = Api.viewer().get("/dataset").asString();
    var replaced =
        Api.admin()
            .header("If-Match", "*")
            .contentType("application/json")
            .body(dataset)
            .put("/dataset");
    assertEquals(409, replaced.statusCode(), replaced.asString());
    assertEquals("RECORD_EXISTS", replaced.jsonPath().getString("rule"));
  }

  @Test
  @Order(10)
  void anIncidentInAReportIsAskedLikeOneAlone() {
    done(
        post(
            "/movements",
            "{\"id\":\"GAO-X50\",\"base\":\"GAO\",\"destination\":\"ANSONGO\","
                + "\"people\":{\"uniformed\":2}}"));
    var report =
        "{\"kind\":\"DEPARTED\",\"at\":\"2023-08-22T06:00:00Z\",\"incident\":{\"id\":\"%s\","
            + "\"kind\":\"IED\",\"at\":\"2023-08-22T06:00:00Z\",\"base\":\"%s\","
            + "\"restriction\":{\"id\":\"R-OWN\",\"routes\":[\"%s\"],\"from\":\"2023-08-22\",\"to\":\"2023-08-24\"}}}";
    int before = entries();
    var wrong = post("/movements/GAO-X50/reports", report, "I-OWN", "NOWHERE", "NO-ROAD");
    assertEquals(400, wrong.statusCode(), wrong.asString());
    assertEquals(
        List.of("/incident/base", "/incident/restriction/routes/0"),
        wrong.jsonPath().getList("errors.pointer"));
    done(post("/movements/GAO-X50/reports", report, "I-OWN", "GAO", "ANSONGO-GAO"));
    done(post("/movements", "{\"id\":\"GAO-X51\",\"base\":\"GAO\",\"destination\":\"ANSONGO\"}"));
    var taken = post("/movements/GAO-X51/reports", report, "I-OWN", "GAO", "ANSONGO-GAO");
    assertEquals("NAME_TAKEN", taken.jsonPath().getString("rule"), taken.asString());
    assertEquals(before + 3, entries());
  }

  @Test
  @Order(11)
  void whatDoesNotMoveIsNotLostTwice() {
    var asset =
        Api.viewer().get("/assets?category=AIRCRAFT&limit=1").jsonPath().getString("items[0].id");
    int there = Api.viewer().get("/assets/" + asset).jsonPath().getInt("quantity");
    var loss =
        "{\"at\":\"2023-08-22T12:00:00Z\",\"base\":\"GAO\",\"assets\":[{\"asset\":\"%s\","
            + "\"quantity\":%d}],\"fate\":\"%s\",\"cause\":\"HOSTILE_ACTION\",\"event\":\"CRASH\"}";
    done(post("/losses", loss, asset, there, "DAMAGED"));
    done(post("/losses", loss, asset, there, "DESTROYED"));
    var again = post("/losses", loss, asset, 1, "DESTROYED");
    assertEquals(409, again.statusCode(), again.asString());
    assertEquals("MORE_THAN_THERE_IS", again.jsonPath().getString("rule"));
  }

  @Test
  @Order(12)
  void theRowsAreThoseOfTheDataInForce() throws Exception {
    var unit =
        text(
            "select item from record_posting where item_kind = 'UNIFORMED' group by item"
                + " order by count(*) desc, item fetch first row only");
    Api.planner()
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"country\":\"NOR\"}")
        .patch("/units/" + unit)
        .then()
        .statusCode(200);
    var rows = "select count(*) from %s where item = '" + unit + "' and contributor %s 'NOR'";
    int postings = number(rows.formatted("record_posting", "<>"));
    assertTrue(postings > 0);
    var id = planned("planner", "{\"basedOn\":\"active\",\"solve\":{\"maxIterations\":300}}");
    approve(id);
    done(post("/schedules/" + id + "/activation", "{}"));
    done(post("/bases/GAO/counts", "{\"at\":\"2023-08-22T18:00:00Z\",\"loads\":10}"));
    assertEquals(1, number(rows.formatted("record_opening", "=")));
    assertEquals(0, number(rows.formatted("record_posting", "<>")));
    assertEquals(postings, number(rows.formatted("record_posting", "=")));
  }

  @Test
  @Order(13)
  void aRestrictionOfAnIncidentMayBeNamedLikeOneOfTheData() throws Exception {
    var there = Api.viewer().get("/restrictions?limit=1").jsonPath().getString("items[0].id");
    var incident =
        "{\"kind\":\"BLOCKADE\",\"at\":\"2023-08-22T20:00:00Z\",\"base\":\"BER\",\"restriction\":{"
            + "\"id\":\"%s\",\"regions\":[\"%s\"],\"from\":\"2023-08-22\",\"to\":\"%s\"}}";
    var wrong = post("/incidents", incident, there, "Atlantis", "2023-08-01");
    assertEquals(400, wrong.statusCode(), wrong.asString());
    assertEquals(
        List.of("/restriction/regions/0", "/restriction/to"),
        wrong.jsonPath().getList("errors.pointer"));
    done(post("/incidents", incident, there, "Timbuktu", "2023-08-30"));
    assertTrue(situation("2023-08-25").at("/restrictions").toString().contains(there));
    var id = planned("planner", "{\"basedOn\":\"active\",\"solve\":{\"maxIterations\":300}}");
    var assumed =
        Api.viewer()
            .get("/schedules/" + id)
            .jsonPath()
            .getList("assumptions.restrictions.id", String.class);
    assertTrue(assumed.contains(there + "-2"), assumed.toString());
  }
}
