package org.drawdown.planning;

import static org.drawdown.Api.await;
import static org.drawdown.Api.plan;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planning at the door: ask, follow, stop, and every day of what comes out. */
@RunningService
class PlanningTest {

  private static final String JSON = "application/json";

  private static JsonPath quick(String assumptions) {
    return plan(
        "{\"name\":\"A test\",\"assumptions\":%s,\"solve\":{\"maxIterations\":400,\"seed\":3}}"
            .formatted(assumptions));
  }

  @Test
  void answersAtOnceAndPlansInTheBackground() {
    var accepted =
        planner()
            .contentType(JSON)
            .body("{\"solve\":{\"maxIterations\":200}}")
            .post("/schedules")
            .then()
            .statusCode(202)
            .body("state", equalTo("QUEUED"))
            .body("active", is(false))
            .extract();
    var schedule = await(accepted.jsonPath().getString("id"));

    assertEquals("READY", schedule.getString("state"));
    assertEquals(13, schedule.getList("closures").size());
    assertEquals("ITERATION_LIMIT", schedule.getString("statistics.stoppedBy"));
    assertEquals("planner", schedule.getString("createdBy"));
    assertTrue(schedule.getLong("certificate.bound") <= schedule.getLong("certificate.objective"));
    long sum =
        schedule.getList("terms.cost", Number.class).stream().mapToLong(Number::longValue).sum();
    assertEquals(schedule.getLong("certificate.objective"), sum);
  }

  @Test
  void aRepeatedRequestThatWaitsSaysThatItIsARepetition() {
    for (var replayed : new String[] {null, "true"}) {
      planner()
          .contentType(JSON)
          .header("Prefer", "wait=30")
          .header("Idempotency-Key", "waits-and-is-repeated")
          .body("{\"solve\":{\"maxIterations\":200}}")
          .post("/schedules")
          .then()
          .statusCode(201)
          .header("Idempotency-Replayed", is(replayed))
          .body("state", equalTo("READY"));
    }
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    var request = "{\"solve\":{\"maxIterations\":1500,\"seed\":5,\"threads\":%d}}";
    var first = plan(request.formatted(1)).getString("id");
    var second = plan(request.formatted(2)).getString("id");
    for (String part : List.of("stages", "movements", "onward", "strength", "releases")) {
      assertEquals(items(first, part), items(second, part), part);
    }
  }

  /** The rows alone: a cursor is of its schedule. */
  private static List<Object> items(String schedule, String part) {
    return viewer()
        .get("/schedules/%s/%s?limit=1000".formatted(schedule, part))
        .jsonPath()
        .getList("items");
  }

  @Test
  void tellsWhatEveryBaseDoesOnADay() {
    var id = quick("{}").getString("id");
    var stages =
        viewer()
            .get("/schedules/%s/stages?on=2023-10-15".formatted(id))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(13, stages.getList("items").size(), "every base is in one stage");
    viewer()
        .get("/schedules/%s/stages?base=KIDAL".formatted(id))
        .then()
        .body("items.stage", hasItems("DRAWDOWN", "HANDOVER", "FINAL_WITHDRAWAL", "CLOSED"))
        .body("items.find { it.stage == 'CLOSED' }.to", nullValue());
    viewer()
        .get("/schedules/%s/stages?sector=CENTRE&stage=CLOSED&phase=2".formatted(id))
        .then()
        .body("items.base", contains("DOUENTZA", "MOPTI"));
    viewer()
        .get("/schedules/%s/stages?base=KIDAL&from=2025-01-01".formatted(id))
        .then()
        .body("items.stage", contains("CLOSED"));
  }

  @Test
  void tellsWhatGoesWithWhichMovement() {
    var id = quick("{}").getString("id");
    var all =
        viewer()
            .get("/schedules/%s/movements?base=KIDAL".formatted(id))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(
        1221, all.getList("items.loads", Integer.class).stream().mapToInt(Integer::intValue).sum());
    assertEquals(
        1664 + 52,
        all.getList("items.people", Integer.class).stream().mapToInt(Integer::intValue).sum());
    var first = all.getMap("items[0]");
    viewer()
        .get("/schedules/%s/movements?on=%s&base=KIDAL".formatted(id, first.get("departs")))
        .then()
        .body("items.id", hasItem(first.get("id")));
    viewer()
        .get("/schedules/%s/movements?asset=KIDAL-TCD-AMMUNITION".formatted(id))
        .then()
        .body("items.base", everyItem(is("KIDAL")))
        .body("items", not(empty()));
    viewer()
        .get("/schedules/%s/movements?mode=AIR".formatted(id))
        .then()
        .statusCode(200)
        .body("items.mode", everyItem(is("AIR")));
  }

  @Test
  void tellsOfHubsHandoversStrengthUseAndReleases() {
    var id = quick("{}").getString("id");
    viewer()
        .get("/schedules/%s/onward?base=GAO&on=2023-10-15".formatted(id))
        .then()
        .body("items", hasSize(1))
        .body("items[0].loadsShipped", lessThanOrEqualTo(15))
        .body("items[0].peopleFlown", lessThanOrEqualTo(66));
    viewer()
        .get("/schedules/%s/handovers?base=MENAKA".formatted(id))
        .then()
        .body(
            "items[0].steps.step",
            contains(
                "ENVIRONMENTAL_INSPECTION",
                "EXPLOSIVE_SURVEY",
                "INVENTORY",
                "SITE_CERTIFICATE",
                "FORMAL_TRANSFER"))
        .body("items[0].receivingAuthority", notNullValue())
        .body(
            "items[0].staysBehind.asset", hasItems("MENAKA-UN-BOREHOLES", "MENAKA-UN-GENERATORS"));
    viewer()
        .get("/schedules/%s/strength?base=KIDAL&on=2023-07-01".formatted(id))
        .then()
        .body("items[0].people", equalTo(1764))
        .body("items[0].loads", equalTo(1221));
    viewer()
        .get("/schedules/%s/utilisation?resource=TRUCKS&limit=1000".formatted(id))
        .then()
        .body("items.used", everyItem(lessThanOrEqualTo(200)))
        .body("items.used.max()", greaterThan(100));
    viewer()
        .get("/schedules/%s/releases?resource=AIRCRAFT&limit=100".formatted(id))
        .then()
        .body("items", hasSize(63));
    viewer()
        .get("/schedules/%s/releases?resource=ESCORTS".formatted(id))
        .then()
        .body("items.number.sum()", lessThanOrEqualTo(30));
  }

  /** Two helicopters stand by for each hub as long as its camps are open or its convoys out. */
  @Test
  void helicoptersAreKeptForEveryHub() {
    var schedule = quick("{}");
    var id = schedule.getString("id");
    var releases =
        viewer().get("/schedules/%s/releases?resource=AIRCRAFT&limit=100".formatted(id)).jsonPath();
    for (var hub : List.of("GAO", "TIMBUKTU", "MOPTI")) {
      List<String> until =
          releases.getList(
              "items.neededFor.flatten().findAll { it.kind == 'COVER' && it.name == '%s' }.until"
                  .formatted(hub));
      assertTrue(until.size() >= 2, hub + " has " + until);
      var last =
          viewer()
              .get("/schedules/%s/movements?limit=1000".formatted(id))
              .jsonPath()
              .getString(
                  "items.findAll { it.destination == '%s' && it.kind != 'REPOSITION' }.arrives.max()"
                      .formatted(hub));
      assertEquals(last, until.stream().max(String::compareTo).orElseThrow(), hub);
    }
    int onTheFirstDay = releases.getList("items.findAll { it.releasedOn == '2023-07-01' }").size();
    assertTrue(onTheFirstDay < 50, "sent away on the first day: " + onTheFirstDay);
  }

  @Test
  void everyClosingHasItsRange() {
    var schedule = quick("{}");
    List<Map<String, Object>> closures = schedule.getList("closures");
    for (var closure : closures) {
      var on = (String) closure.get("closedOn");
      @SuppressWarnings("unchecked")
      var range = (Map<String, String>) closure.get("within1Percent");
      assertTrue(range.get("from").compareTo(on) <= 0, closure::toString);
      assertTrue(range.get("to").compareTo(on) >= 0, closure::toString);
    }
    assertEquals(closures, quick("{}").getList("closures"), "the same seed, the same ranges");
  }

  @Test
  void theDemoHasAScheduleInForceFromTheStart() {
    var dataset = viewer().get("/dataset").header("ETag");
    assertFalse(dataset.isEmpty());
    var active = viewer().get("/schedules?limit=1000").then().extract().jsonPath();
    assertTrue(active.getList("items.name").contains("The reference case"));
  }

  @Test
  void assumptionsChangeThePlanAndStandInIt() {
    var fewer =
        quick(
            "{\"trucks\":120,\"deadline\":\"2024-01-31\",\"bases\":{\"KIDAL\":{\"rearParty\":12}},\"liftedRestrictions\":[\"FLIGHT-CLEARANCE-2022\"],\"convoy\":{\"maxVehicles\":50}}");
    var id = fewer.getString("id");

    assertEquals(120, fewer.getInt("assumptions.trucks"));
    viewer()
        .get("/schedules/%s/utilisation?resource=TRUCKS&limit=1000".formatted(id))
        .then()
        .body("items.used", everyItem(lessThanOrEqualTo(120)))
        .body("items.name", hasItem("GAO"));
    var movements = viewer().get("/schedules/%s/movements?limit=1000".formatted(id)).jsonPath();
    assertTrue(
        movements
            .getList(
                "items.findAll { it.mode == 'ROAD' }.collect { it.trucks + it.selfDeploying }",
                Integer.class)
            .stream()
            .allMatch(v -> v <= 50));
    assertEquals(
        12,
        movements
            .getList(
                "items.findAll { it.base == 'KIDAL' && it.kind.startsWith('FINAL') }.people",
                Integer.class)
            .stream()
            .mapToInt(Integer::intValue)
            .sum());
  }

  @Test
  void aHardDeadlineLeavesThingsBehindAndClosesInTime() {
    var schedule = quick("{\"deadline\":\"2023-10-01\",\"hardDeadline\":true}");

    assertEquals("READY", schedule.getString("state"));
    assertFalse(schedule.getList("leftBehind").isEmpty());
    for (String spoke : List.of("KIDAL", "TESSALIT", "AGUELHOK", "DOUENTZA")) {
      assertTrue(
          schedule
                  .getString("closures.find { it.base == '%s' }.closedOn".formatted(spoke))
                  .compareTo("2023-10-01")
              <= 0,
          spoke);
    }
  }

  @Test
  void saysWhyThereIsNoPlan() {
    var schedule = quick("{\"escorts\":0}");

    assertEquals("INFEASIBLE", schedule.getString("state"));
    assertEquals(Set.of("CONTENTS", "ESCORTS"), Set.copyOf(schedule.getList("conflicts.fact")));
    assertTrue(schedule.getInt("conflicts.find { it.fact == 'ESCORTS' }.relief.amount") > 0);
    viewer().get("/schedules/%s/stages".formatted(schedule.getString("id"))).then().statusCode(409);
  }

  @Test
  void stopsWhenAskedAndKeepsTheBestSoFar() {
    var id =
        planner()
            .contentType(JSON)
            .body("{\"solve\":{\"timeLimitSeconds\":600}}")
            .post("/schedules")
            .jsonPath()
            .getString("id");
    long end = System.currentTimeMillis() + 30_000;
    while (viewer().get("/schedules/" + id).jsonPath().get("progress.objective") == null
        && System.currentTimeMillis() < end) {
      Thread.onSpinWait();
    }
    planner().delete("/schedules/%s/solve".formatted(id)).then().statusCode(202);
    var schedule = await(id);

    assertEquals("READY", schedule.getString("state"));
    assertEquals("REQUEST", schedule.getString("statistics.stoppedBy"));
    planner().delete("/schedules/%s/solve".formatted(id)).then().statusCode(409);
  }

  @Test
  void progressIsToldUntilTheEnd() {
    var id =
        planner()
            .contentType(JSON)
            .body("{\"solve\":{\"maxIterations\":300}}")
            .post("/schedules")
            .jsonPath()
            .getString("id");
    var events =
        viewer()
            .accept("text/event-stream")
            .get("/schedules/%s/progress".formatted(id))
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertTrue(
        events
            .strip()
            .substring(events.strip().lastIndexOf("data:"))
            .contains("\"state\":\"READY\""),
        events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"hat\":1}|/hat",
        "{\"assumptions\":{\"deadline\":\"soon\"}}|/assumptions/deadline",
        "{\"assumptions\":{\"bases\":{\"MARS\":{}}}}|/assumptions/bases/MARS",
        "{\"assumptions\":{\"liftedRestrictions\":[\"NONE\"]}}|/assumptions/liftedRestrictions/0",
        "{\"assumptions\":{\"deadline\":\"2020-01-01\"}}|/assumptions/deadline",
        "{\"assumptions\":{\"bases\":{\"KIDAL\":{\"hub\":\"TESSALIT\"}}}}|/assumptions/bases/KIDAL/hub",
        "{\"assumptions\":{\"phases\":[{\"number\":9,\"from\":\"2023-10-01\",\"to\":\"2023-11-01\",\"bases\":[\"MARS\"]}]}}|/assumptions/phases/0/bases/0",
        "{\"assumptions\":{\"restrictions\":[{\"id\":\"Q\",\"from\":\"2023-08-01\",\"to\":\"2023-08-02\",\"routes\":[\"NONE\"]}]}}|/assumptions/restrictions/0/routes/0",
        "{\"assumptions\":{\"trucks\":-1}}|/assumptions/trucks",
        "{\"name\":\"half \\uD800\"}|/name",
        "{\"objective\":{\"preset\":\"PRETTIEST\"}}|/objective/preset",
        "{\"objective\":{\"weights\":{\"BEAUTY\":1}}}|/objective/weights",
        "{\"solve\":{\"timeLimitSeconds\":0}}|/solve/timeLimitSeconds",
      })
  void namesWhatIsWrongWithARequest(String body, String pointer) {
    planner()
        .contentType(JSON)
        .body(body)
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems(pointer));
  }

  @Test
  void thePlanPassesTheVerifierAndAnEditedOneDoesNot() {
    var id = quick("{}").getString("id");
    List<Map<String, Object>> movements =
        viewer()
            .get("/schedules/%s/movements?limit=1000".formatted(id))
            .jsonPath()
            .getList("items");
    List<Map<String, Object>> stages =
        viewer().get("/schedules/%s/stages?limit=1000".formatted(id)).jsonPath().getList("items");

    viewer()
        .contentType(JSON)
        .body(Map.of("movements", movements, "stages", stages))
        .post("/verifications")
        .then()
        .statusCode(200)
        .body("valid", is(true))
        .body("violations", empty());

    viewer()
        .contentType(JSON)
        .body(Map.of("movements", movements.subList(1, movements.size()), "stages", stages))
        .post("/verifications")
        .then()
        .statusCode(200)
        .body("valid", is(false))
        .body("violations.rule", hasItem("ALL_MOVED_ONCE"));
    viewer()
        .contentType(JSON)
        .body(Map.of("movements", movements, "stages", stages, "assumptions", Map.of("escorts", 1)))
        .post("/verifications")
        .then()
        .statusCode(200)
        .body("violations.rule", everyItem(is("ESCORTS")));
    movements.get(0).put("base", "MARS");
    viewer()
        .contentType(JSON)
        .body(Map.of("movements", movements, "stages", stages))
        .post("/verifications")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/movements/0/base"));
  }

  @Test
  void anUnknownScheduleIsNotFound() {
    viewer().get("/schedules/nope").then().statusCode(404);
    viewer().get("/schedules/nope/stages").then().statusCode(404);
    viewer().accept("text/event-stream").get("/schedules/nope/progress").then().statusCode(404);
    planner().delete("/schedules/nope/solve").then().statusCode(404);
  }
}
