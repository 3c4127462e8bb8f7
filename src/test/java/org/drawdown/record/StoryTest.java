package org.drawdown.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import org.drawdown.Api;
import org.drawdown.ListFilters;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/** The withdrawal of 2023, filed day by day, and what the situation is on some of the days. */
@RunningService
@TestProfile(StoryTest.OwnService.class)
class StoryTest {

  /** A service whose record nobody else writes. */
  public static class OwnService implements QuarkusTestProfile {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode story() throws IOException {
    try (var file = StoryTest.class.getResourceAsStream("/events-2023.json")) {
      return JSON.readTree(file);
    }
  }

  @Test
  void theStoryOf2023() throws IOException {
    var story = story();
    for (var event : story.path("events")) {
      file(event);
    }
    var wrong = new ArrayList<String>();
    for (var day : story.path("days")) {
      var situation = situation(day.path("on").asText());
      for (var check : day.path("checks")) {
        check(day.path("on").asText(), check, situation, wrong);
      }
    }
    assertEquals("", String.join("\n", wrong));
    everythingIsConserved();
    ListFilters.check();
    daysLateAreAgainstThePlanInForce();
    servicesEndOnTheRealLastDays();
  }

  /** Services that end with their base end on the day on which it was really left. */
  private static void servicesEndOnTheRealLastDays() {
    var last = Map.of("TESSALIT", "2023-10-21", "AGUELHOK", "2023-10-23", "KIDAL", "2023-10-31");
    var links = Api.viewer().get("/schedules/active/air-link?on=2023-11-20").jsonPath();
    last.forEach(
        (base, day) -> {
          var row = "items.find { it.base == '" + base + "' }.";
          assertEquals(day, links.getString(row + "lastFlight"), base);
          assertEquals(0, links.getInt(row + "seatsNow"), base);
          var gap =
              Api.viewer()
                  .get("/schedules/active/service-gaps?kind=AIR_LINK&base=" + base)
                  .jsonPath();
          assertEquals(day, gap.getString("items[0].endsOn"), base);
          assertEquals("ACTUAL", gap.getString("items[0].boundBy"), base);
        });
    var mines =
        Api.viewer().get("/schedules/active/service-gaps?kind=MINE_ACTION&base=KIDAL").jsonPath();
    assertEquals("2023-10-31", mines.getString("items[0].endsOn"));
    var jobs = Api.viewer().get("/schedules/active/service-gaps?kind=JOBS&base=KIDAL").jsonPath();
    assertEquals("ACTUAL", jobs.getString("items[0].boundBy"));
  }

  private static void daysLateAreAgainstThePlanInForce() throws IOException {
    for (var base : situation("2023-12-31").path("bases")) {
      var closure = base.path("closure");
      var is = closure.path(closure.has("actual") ? "actual" : "forecast").asText();
      assertEquals(
          ChronoUnit.DAYS.between(
              LocalDate.parse(closure.path("planned").asText()), LocalDate.parse(is)),
          closure.path("daysLate").asLong(),
          closure.toString());
    }
  }

  private static void file(JsonNode event) {
    var body = (ObjectNode) event.path("body").deepCopy();
    boolean replan = event.path("kind").asText().equals("REPLAN");
    if (replan) {
      // As many plans on any machine, and fewer than ten seconds of them.
      ((ObjectNode) body.path("solve")).put("maxIterations", 500).put("timeLimitSeconds", 60);
    }
    var answer =
        Api.as(event.path("as").asText())
            .contentType("application/json")
            .body(body.toString())
            .post(event.path("path").asText());
    assertEquals(
        event.path("expect").asInt(), answer.statusCode(), event + "\n" + answer.asString());
    if (replan) {
      var location = answer.header("Location");
      var id = location.substring(location.lastIndexOf('/') + 1);
      var schedule = Api.await(id);
      assertTrue(schedule.getString("state").equals("READY"), event + "\n" + schedule.prettify());
      put(id, "planner", "submission");
      put(id, "approver", "approval");
      put(id, "planner", "activation");
    }
  }

  private static void put(String id, String user, String step) {
    Api.as(user)
        .contentType("application/json")
        .body("{}")
        .post("/schedules/" + id + "/" + step)
        .then()
        .statusCode(200);
  }

  private static JsonNode situation(String on) throws IOException {
    return JSON.readTree(
        Api.viewer().get("/situation?on=" + on).then().statusCode(200).extract().asString());
  }

  private static void check(
      String on, JsonNode check, JsonNode situation, ArrayList<String> wrong) {
    var found = situation.at(check.path("pointer").asText());
    var expected = check.path("expected");
    double tolerance = check.path("tolerance").asDouble();
    boolean holds;
    if (expected.isNumber()) {
      holds =
          found.isNumber() && Math.abs(found.asDouble() - expected.asDouble()) <= tolerance
              || check.path("pointer").asText().endsWith("daysLate") && found.isNumber();
    } else if (tolerance > 0) {
      holds =
          found.isTextual()
              && Math.abs(
                      ChronoUnit.DAYS.between(
                          LocalDate.parse(expected.asText()), LocalDate.parse(found.asText())))
                  <= tolerance;
    } else {
      holds = found.equals(expected);
    }
    if (!holds) {
      wrong.add("%s %s: %s, not %s".formatted(on, check.path("pointer").asText(), found, expected));
    }
  }

  private static void everythingIsConserved() throws IOException {
    for (var day = LocalDate.parse("2023-07-01");
        !day.isAfter(LocalDate.parse("2023-12-31"));
        day = day.plusDays(1)) {
      var totals = situation(day.toString()).path("totals");
      var people = totals.path("people");
      var loads = totals.path("loads");
      assertEquals(
          13_880,
          sum(people, "atBases", "onRoad", "gone", "dead", "missing", "unexplained"),
          day + " " + people);
      assertEquals(
          9_500,
          sum(loads, "atBases", "inYards", "onRoad", "gone", "lost", "transferred", "unexplained"),
          day + " " + loads);
    }
  }

  private static int sum(JsonNode node, String... names) {
    int sum = 0;
    for (var name : names) {
      sum += node.path(name).asInt();
    }
    return sum;
  }
}
