package org.drawdown.planning;

import static org.drawdown.Api.plan;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.RunningService;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning from a day of a plan on, and why a plan is as it is. */
@RunningService
class ReplanTest {

  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final File EVENTS =
      new File("src/main/resources/reference/minusma-2023-events.json");

  private static Map<String, Map<String, Object>> movements(String id) {
    List<Map<String, Object>> items =
        viewer()
            .get("/schedules/%s/movements?limit=1000".formatted(id))
            .jsonPath()
            .getList("items");
    var byId = new LinkedHashMap<String, Map<String, Object>>();
    items.forEach(m -> byId.put((String) m.get("id"), m));
    return byId;
  }

  private static JsonPath first() {
    return plan("{\"solve\":{\"maxIterations\":1500,\"seed\":2}}");
  }

  @Test
  void whatHasHappenedIsFrozenOrIsPinnedStays() {
    var before = first().getString("id");
    var was = movements(before);
    var pinned =
        was.values().stream()
            .filter(m -> ((String) m.get("dispatched")).compareTo("2023-10-20") > 0)
            .map(m -> (String) m.get("id"))
            .findFirst()
            .orElseThrow();
    var replan =
        plan(
            ("{\"basedOn\":\"%s\",\"asOf\":\"2023-09-10\",\"frozenDays\":10,\"pins\":[\"%s\"],"
                    + "\"assumptions\":{\"trucks\":300},\"solve\":{\"maxIterations\":1500}}")
                .formatted(before, pinned));

    assertEquals("READY", replan.getString("state"));
    var now = movements(replan.getString("id"));
    var moved = new HashMap<>(was);
    for (var movement : was.values()) {
      var dispatched = (String) movement.get("dispatched");
      var id = (String) movement.get("id");
      if (dispatched.compareTo("2023-09-20") < 0 || id.equals(pinned)) {
        assertEquals(movement, now.get(id), id);
      }
    }
    for (var movement : now.values()) {
      boolean kept = movement.equals(was.get(movement.get("id")));
      assertTrue(kept || ((String) movement.get("dispatched")).compareTo("2023-09-20") >= 0);
      moved.remove(movement.get("id"));
    }
    int changed =
        replan.getInt("changes.moved")
            + replan.getInt("changes.added")
            + replan.getInt("changes.dropped");
    assertEquals(changed, replan.getInt("terms.find { it.term == 'CHANGE' }.amount"));
    assertEquals(moved.size(), replan.getInt("changes.dropped"));
    assertEquals(before, replan.getString("basedOn"));
    assertJudged(replan, now);
  }

  /** Valid with what it is based on; without, it would begin before the first day or worse. */
  private static void assertJudged(JsonPath replan, Map<String, Map<String, Object>> movements) {
    var id = replan.getString("id");
    var stages = viewer().get("/schedules/%s/stages?limit=1000".formatted(id)).jsonPath();
    var document = new HashMap<String, Object>();
    document.put("movements", movements.values());
    document.put("stages", stages.getList("items"));
    document.put("assumptions", replan.getMap("assumptions"));
    document.put("leftBehind", replan.getList("leftBehind"));
    for (var field : List.of("basedOn", "asOf", "frozenDays", "pins")) {
      document.put(field, replan.get(field));
    }
    planner()
        .contentType(JSON)
        .body(document)
        .post("/verifications")
        .then()
        .statusCode(200)
        .body("violations", empty())
        .body("valid", is(true))
        .body("objective", equalTo(replan.getInt("certificate.objective")));
    var without = new ArrayList<>(movements.values());
    without.remove(0);
    document.put("movements", without);
    planner()
        .contentType(JSON)
        .body(document)
        .post("/verifications")
        .then()
        .body("violations.rule", hasItem("PINNED"));
  }

  @Test
  void thePastOfAHubStaysWhateverItCouldDoNow() {
    var before = first().getString("id");
    var replan =
        plan(
            ("{\"basedOn\":\"%s\",\"asOf\":\"2023-09-24\",\"assumptions\":{\"bases\":{\"GAO\":"
                    + "{\"onwardLoadsPerDay\":1000,\"charterSeatsPerDay\":1000},"
                    + "\"KIDAL\":{\"hub\":\"TIMBUKTU\"}}},\"solve\":{\"maxIterations\":300}}")
                .formatted(before));
    assertEquals("READY", replan.getString("state"));
    assertTrue(replan.getLong("certificate.bound") <= replan.getLong("certificate.objective"));
    assertTrue(
        replan.getString("certificate.earliestCompletion").compareTo(replan.getString("completion"))
            <= 0);
    for (var id : List.of(before, replan.getString("id"))) {
      var again =
          plan(
              "{\"basedOn\":\"%s\",\"asOf\":\"2023-10-24\",\"solve\":{\"maxIterations\":100}}"
                  .formatted(id));
      for (var day : List.of("2023-07-10", "2023-08-20", "2023-09-22")) {
        var path = "/schedules/%s/strength?base=GAO&on=" + day;
        assertEquals(
            viewer().get(path.formatted(before)).asString(),
            viewer().get(path.formatted(again.getString("id"))).asString());
      }
    }
  }

  @Test
  void whereNothingHasChangedThePlanIsNoWorse() {
    var before = first();
    var again =
        plan(
            "{\"basedOn\":\"%s\",\"asOf\":\"2023-09-24\",\"solve\":{\"maxIterations\":200}}"
                .formatted(before.getString("id")));
    assertTrue(again.getLong("certificate.objective") <= before.getLong("certificate.objective"));
  }

  @Test
  void whatThePlanBeforeAssumedCanBeLifted() {
    var before =
        plan(
            "{\"assumptions\":{\"restrictions\":[{\"id\":\"HELD\",\"kind\":\"MOVEMENT_BAN\","
                + "\"bases\":[\"KIDAL\"],\"from\":\"2023-09-24\",\"to\":\"2023-11-15\"}]},"
                + "\"solve\":{\"maxIterations\":200}}");
    var lifted =
        plan(
            ("{\"basedOn\":\"%s\",\"asOf\":\"2023-10-05\","
                    + "\"assumptions\":{\"liftedRestrictions\":[\"HELD\"]},"
                    + "\"solve\":{\"maxIterations\":200}}")
                .formatted(before.getString("id")));
    assertEquals("READY", lifted.getString("state"));
    assertNull(lifted.get("assumptions.restrictions"));
  }

  @Test
  void aRearPartyLargerThanThoseWhoAreStillThereIsNoMoreThanThey() {
    var before = first().getString("id");
    var replan =
        plan(
            ("{\"basedOn\":\"%s\",\"asOf\":\"2023-11-24\",\"assumptions\":"
                    + "{\"bases\":{\"KIDAL\":{\"rearParty\":1500}}},"
                    + "\"solve\":{\"maxIterations\":300}}")
                .formatted(before));
    assertEquals("READY", replan.getString("state"));
    var now = movements(replan.getString("id"));
    movements(before).values().stream()
        .filter(m -> ((String) m.get("dispatched")).compareTo("2023-11-24") < 0)
        .forEach(m -> assertEquals(m, now.get(m.get("id"))));
  }

  @Test
  void whatCannotStayIsToldWithTheRule() {
    var before = first().getString("id");
    var replan =
        plan(
            ("{\"basedOn\":\"%s\",\"asOf\":\"2023-09-24\",\"frozenDays\":14,"
                    + "\"assumptions\":{\"restrictions\":[{\"id\":\"HELD\",\"kind\":\"MOVEMENT_BAN\","
                    + "\"bases\":[\"GAO\"],\"modes\":[\"ROAD\"],\"affects\":[\"MOVEMENTS\"],"
                    + "\"from\":\"2023-09-24\",\"to\":\"2023-10-15\"}]},"
                    + "\"solve\":{\"maxIterations\":500}}")
                .formatted(before));

    assertEquals("READY", replan.getString("state"));
    assertFalse(replan.getList("changes.unpinned").isEmpty());
    assertTrue(replan.getList("changes.unpinned.rule").contains("RESTRICTIONS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'basedOn':'BEFORE'} | /asOf",
        "{'asOf':'2023-09-24'} | /asOf",
        "{'pins':['X']} | /pins",
        "{'basedOn':'nothing','asOf':'2023-09-24'} | /basedOn",
        "{'basedOn':'BEFORE','asOf':'2031-01-01'} | /asOf",
        "{'basedOn':'BEFORE','asOf':'2023-09-24','pins':['KIDAL-C01','NO-SUCH']} | /pins/1",
        "{'basedOn':'BEFORE','asOf':'2023-09-24','frozenDays':-1} | /frozenDays",
      })
  void namesWhatIsWrong(String body, String pointer) {
    var before = first().getString("id");
    planner()
        .contentType(JSON)
        .body(body.replace("BEFORE", before).replace('\'', '"'))
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems(pointer));
  }

  @Test
  void whereEveryBaseStaysForLiquidationNothingCompletes() {
    var bases = new HashMap<String, Object>();
    List<String> codes = viewer().get("/bases?limit=1000").jsonPath().getList("items.code");
    codes.forEach(c -> bases.put(c, Map.of("liquidation", true)));
    bases.put("OGOSSAGOU", Map.of("liquidation", true));
    var schedule =
        plan(
            MAPPER
                .valueToTree(
                    Map.of(
                        "assumptions", Map.of("bases", bases),
                        "solve", Map.of("maxIterations", 50)))
                .toString());
    assertTrue(schedule.getMap("$").containsKey("completion"));
    assertTrue(schedule.getString("completion") == null);
  }

  @Test
  void everyChainBeginsWithTheClosingAndEveryShareAddsUp() {
    var schedule = first();
    var explanation =
        viewer()
            .get("/schedules/%s/explanation".formatted(schedule.getString("id")))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<Map<String, Object>> closures = schedule.getList("closures");
    for (int i = 0; i < closures.size(); i++) {
      assertEquals(
          closures.get(i).get("closedOn"), explanation.get("bases[%d].closedOn".formatted(i)));
      List<String> dates = explanation.getList("bases[%d].chain.date".formatted(i));
      assertEquals(closures.get(i).get("closedOn"), dates.get(0));
      List<String> causes = explanation.getList("bases[%d].chain.cause".formatted(i));
      assertTrue(
          List.of(
                  "START",
                  "FIRST_DAY",
                  "WINDOW",
                  "CHOICE",
                  "PACKING",
                  "RESTRICTION",
                  "ROAD",
                  "ROUTE",
                  "YARD",
                  "AIRCRAFT",
                  "AIRFIELD",
                  "TRUCKS",
                  "ESCORTS")
              .contains(causes.get(causes.size() - 1)),
          causes::toString);
    }
    List<Map<String, Object>> terms = schedule.getList("terms");
    for (var term : terms) {
      var told = "terms.find { it.term == '%s' }".formatted(term.get("term"));
      assertEquals(term.get("amount"), explanation.get(told + ".amount"), term::toString);
      List<Integer> shares = explanation.getList(told + ".shares.amount");
      assertEquals(
          term.get("amount"), shares.stream().mapToInt(Integer::intValue).sum(), term::toString);
    }
    List<Integer> origins =
        explanation.getList("terms.find { it.term == 'PEOPLE_LATE' }.shares.from.amount.flatten()");
    assertEquals(
        explanation.getInt("terms.find { it.term == 'PEOPLE_LATE' }.amount"),
        origins.stream().mapToInt(Integer::intValue).sum(),
        "late people by the base that they came from");
    assertEquals(movements(schedule.getString("id")).size(), explanation.getList("floats").size());
  }

  /** The year as it went: at each dated event the plan in force is planned anew from that day. */
  @Test
  void replaysTheYear() throws IOException {
    var id = plan("{\"solve\":{\"maxIterations\":8000,\"seed\":1}}").getString("id");
    var table = new StringBuilder();
    for (JsonNode event : MAPPER.readTree(EVENTS)) {
      var request = MAPPER.createObjectNode();
      request.put("name", event.get("what").asText());
      request.put("basedOn", id);
      request.put("asOf", event.get("date").asText());
      request.put("frozenDays", 3);
      request.set("assumptions", event.get("assumptions"));
      request.putObject("solve").put("maxIterations", 8000).put("seed", 1);
      var before = movements(id);
      var replan = plan(request.toString());
      assertEquals("READY", replan.getString("state"), event.toString());
      id = replan.getString("id");
      int kept = replan.getInt("changes.kept");
      int moved = replan.getInt("changes.moved");
      int dropped = replan.getInt("changes.dropped");
      assertEquals(before.size(), kept + moved + dropped, "every movement is accounted for");
      for (var movement : before.values()) {
        if (((String) movement.get("dispatched")).compareTo(event.get("date").asText()) < 0) {
          assertEquals(movement, movements(id).get(movement.get("id")), "history stays");
        }
      }
      int writeOff =
          replan.getList("leftBehind.loads", Integer.class).stream()
              .mapToInt(Integer::intValue)
              .sum();
      table.append(
          "%n| %s | %s | %d | %d | %d | %d | %s | %d |"
              .formatted(
                  event.get("date").asText(),
                  event.get("what").asText(),
                  kept,
                  moved,
                  replan.getInt("changes.added"),
                  dropped,
                  replan.getString("completion"),
                  writeOff));
    }
    Logger.getLogger(ReplanTest.class).info("the year replayed:" + table);
  }
}
