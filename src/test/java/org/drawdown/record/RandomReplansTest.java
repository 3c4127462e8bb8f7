package org.drawdown.record;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.await;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.drawdown.planning.SmallMission;
import org.junit.jupiter.api.Test;

/**
 * Random missions, whose plans go otherwise: some columns late, some never, people flown home
 * early, things burnt, clearances refused. Planning from there on takes what happened as it was,
 * and is never a fault of ours. {@code -Dtests.replans=} and {@code -Dtests.seed=} choose how many.
 */
@RunningService
@TestProfile(RandomReplansTest.OwnService.class)
class RandomReplansTest {

  /** A service of its own, since its mission is not left as it was. */
  public static class OwnService implements QuarkusTestProfile {}

  private static final int MISSIONS = Integer.getInteger("tests.replans", 3);
  private static final long SEED = Long.getLong("tests.seed", 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String[] PEOPLE = {
    "atBases", "onRoad", "gone", "dead", "missing", "unexplained"
  };
  private static final String[] LOADS = {
    "atBases", "inYards", "onRoad", "gone", "lost", "transferred", "unexplained"
  };

  private SplittableRandom random;
  private String what;
  private int people;
  private int loads;
  private final Map<String, LocalDate> departed = new HashMap<>();

  private static Response post(String user, String path, String body) {
    return Api.as(user).contentType("application/json").body(body).post(path);
  }

  private static JsonNode get(String path) throws IOException {
    return JSON.readTree(viewer().get(path).then().statusCode(200).extract().asString());
  }

  private Response filed(String path, String body) {
    var answer = post("planner", path, body);
    assertTrue(
        answer.statusCode() == 201 || answer.statusCode() == 409,
        () -> what + ": " + path + body + answer.asString());
    return answer;
  }

  private String planned(String body) {
    var answer = post("planner", "/schedules", body);
    assertEquals(202, answer.statusCode(), () -> what + ": " + answer.asString());
    var location = answer.header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void putInForce(String id) {
    for (var step : new String[] {"submission", "approval", "activation"}) {
      var user = step.equals("approval") ? "approver" : "planner";
      var answer = post(user, "/schedules/" + id + "/" + step, "{}");
      assertEquals(200, answer.statusCode(), () -> what + ": " + answer.asString());
    }
  }

  @Test
  void planningGoesOnFromWhatReallyHappened() throws IOException {
    var seen = new TreeMap<String, Integer>();
    for (long seed = SEED; seed < SEED + MISSIONS; seed++) {
      random = new SplittableRandom(seed);
      what = "seed " + seed;
      departed.clear();
      begin(seed);
      var day = LocalDate.parse("2023-01-01");
      for (int step = 0; step < 3; step++) {
        int days = 2 + random.nextInt(8);
        live(day, days);
        day = day.plusDays(days);
        isConserved(day);
        isConserved(day.plusDays(25));
        var id =
            planned(
                "{\"basedOn\":\"active\",\"asOf\":\"%s\",\"frozenDays\":%d,"
                        .formatted(day, random.nextInt(4))
                    + "\"solve\":{\"maxIterations\":60},\"assumptions\":{\"writeOff\":\"ALLOWED\"}}");
        var state = await(id).getString("state");
        seen.merge(state, 1, Integer::sum);
        assertTrue(
            !state.equals("FAILED"),
            () -> what + ": " + viewer().get("/schedules/" + id).asString());
        if (!state.equals("READY")) {
          break;
        }
        putInForce(id);
        hasWhatHappened(day);
      }
    }
    assertTrue(seen.getOrDefault("READY", 0) >= MISSIONS, seen.toString());
  }

  private void begin(long seed) throws IOException {
    var dataset = SmallMission.of(random);
    ((com.fasterxml.jackson.databind.node.ObjectNode) dataset.path("mission"))
        .put("code", "M" + seed);
    admin()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(dataset.toString())
        .put("/dataset")
        .then()
        .statusCode(200);
    var id = planned("{\"solve\":{\"maxIterations\":60}}");
    assertEquals("READY", await(id).getString("state"), what);
    putInForce(id);
    var totals = get("/situation?on=2023-01-01").path("totals");
    people = sum(totals.path("people"), PEOPLE);
    loads = sum(totals.path("loads"), LOADS);
  }

  /** Some of what was planned happens, some of it late, and other things besides. */
  private void live(LocalDate from, int days) throws IOException {
    var movements = get("/schedules/active/movements?limit=1000").path("items");
    for (int d = 1; d <= days; d++) {
      var day = from.plusDays(d);
      for (var m : movements) {
        var id = m.path("id").asText();
        var departs = LocalDate.parse(m.path("departs").asText());
        var arrives = LocalDate.parse(m.path("arrives").asText());
        boolean road = m.path("mode").asText().equals("ROAD");
        if (m.path("kind").asText().equals("REPOSITION")) {
          continue;
        }
        if (m.path("dispatched").asText().equals(day.toString())
            && road
            && random.nextInt(3) == 0) {
          report(id, "DISPATCHED", day, 5);
        }
        if (!departs.isAfter(day) && !departed.containsKey(id) && random.nextInt(10) < 7) {
          if (report(id, "DEPARTED", day, 8).statusCode() == 201) {
            departed.put(id, day);
            if (!road) {
              report(id, "ARRIVED", day, 15);
            }
          }
        } else if (departed.containsKey(id) && !arrives.isAfter(day) && random.nextInt(10) < 6) {
          report(id, random.nextInt(12) == 0 ? "TURNED_BACK" : "ARRIVED", day, 18);
        }
      }
      beside(day);
    }
    filed(
        "/bases/B0/departures",
        "{\"at\":\"%sT20:00:00Z\",\"people\":{\"uniformed\":0}}".formatted(from.plusDays(days)));
  }

  private Response report(String movement, String kind, LocalDate day, int hour) {
    return filed(
        "/movements/" + movement + "/reports",
        "{\"kind\":\"%s\",\"at\":\"%sT%02d:00:00Z\"}".formatted(kind, day, hour));
  }

  private void beside(LocalDate day) {
    var base = "B" + random.nextInt(SmallMission.BASES);
    switch (random.nextInt(8)) {
      case 0 ->
          filed(
              "/bases/" + base + "/departures",
              "{\"at\":\"%sT12:00:00Z\",\"people\":{\"uniformed\":%d},\"loads\":%d}"
                  .formatted(day, random.nextInt(15), random.nextInt(8)));
      case 1 ->
          filed(
              "/losses",
              ("{\"at\":\"%sT12:00:00Z\",\"base\":\"%s\",\"loads\":%d,\"fate\":\"DESTROYED\","
                      + "\"cause\":\"HOSTILE_ACTION\",\"event\":\"E\"}")
                  .formatted(day, base, random.nextInt(6)));
      case 2 ->
          filed(
              "/bases/" + base + "/counts",
              "{\"at\":\"%sT12:00:00Z\",\"people\":{\"uniformed\":%d}}"
                  .formatted(day, random.nextInt(60)));
      case 3 -> {
        var id = "P-" + day + base;
        filed(
            "/permissions",
            ("{\"id\":\"%s\",\"kind\":\"ROAD\",\"subject\":{\"base\":\"%s\"},\"window\":"
                    + "{\"from\":\"%s\",\"to\":\"%s\"},\"requestedAt\":\"%sT06:00:00Z\"}")
                .formatted(id, base, day, day.plusDays(random.nextInt(15)), day));
        filed(
            "/permissions/" + id + "/answer",
            "{\"at\":\"%sT07:00:00Z\",\"outcome\":\"REFUSED\"}".formatted(day));
      }
      case 4 ->
          filed(
              "/bases/" + base + "/handover/steps",
              "{\"step\":\"ENVIRONMENTAL_INSPECTION\",\"at\":\"%sT10:00:00Z\"}".formatted(day));
      case 5 ->
          filed(
              "/movements",
              "{\"base\":\"%s\",\"destination\":\"B0\",\"routes\":[\"R1\"],\"loads\":2}"
                  .formatted(base.equals("B0") ? "B1" : base));
      default -> {
        // A quiet day.
      }
    }
  }

  private void isConserved(LocalDate day) throws IOException {
    var totals = get("/situation?on=" + day).path("totals");
    var p = totals.path("people");
    var l = totals.path("loads");
    assertEquals(people, sum(p, PEOPLE), what + " on " + day + p);
    assertEquals(loads, sum(l, LOADS), what + " on " + day + l);
    for (var number : p) {
      assertTrue(number.asInt() >= 0 || p.path("unexplained").asInt() < 0, what + day + p);
    }
  }

  private static int sum(JsonNode node, String... names) {
    int sum = 0;
    for (var name : names) {
      sum += node.path(name).asInt();
    }
    return sum;
  }

  /**
   * What has set out is in the plan with its real day, and nothing else sets out before the day.
   */
  private void hasWhatHappened(LocalDate asOf) throws IOException {
    var there = new HashMap<String, JsonNode>();
    get("/schedules/active/movements?limit=1000")
        .path("items")
        .forEach(m -> there.put(m.path("id").asText(), m));
    departed.forEach(
        (id, day) ->
            assertEquals(day.toString(), there.get(id).path("departs").asText(), what + id));
    there.forEach(
        (id, m) ->
            assertTrue(
                departed.containsKey(id)
                    || LocalDate.parse(m.path("dispatched").asText()).isAfter(asOf)
                    || isOut(id),
                () -> what + m));
  }

  private static boolean isOut(String id) {
    var state = viewer().get("/movements/" + id).jsonPath().getString("state");
    return state.equals("DISPATCHED") || state.equals("AT_BASE");
  }
}
