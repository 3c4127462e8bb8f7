package org.drawdown.planning;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.plan;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a planner can act on, by planners' ordinary questions about small missions. */
@RunningService
@TestProfile(AnswersTest.OfItsOwn.class)
class AnswersTest {

  /** A service of its own, since its mission is not left as it was. */
  public static class OfItsOwn implements QuarkusTestProfile {}

  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The worked example of the planning model, with another base that only people are at. */
  private static final String WORKED =
      """
      {"mission":{"code":"M","startDate":"2023-01-01","withdrawalDeadline":"2023-03-01",
        "horizonEnd":"2023-03-31","convoy":{"maxVehicles":40,"escorts":1},
        "pools":{"trucks":[{"hub":"HUB","from":"2023-01-01","to":"2023-03-31","available":40}],
                 "escorts":[{"hub":"HUB","from":"2023-01-01","to":"2023-03-31","available":1}]}},
       "bases":[
        {"code":"HUB","kind":"CAMP","sector":"NORTH","region":"South","onwardLoadsPerDay":20,
         "location":{"type":"Point","coordinates":[0,16]}},
        {"code":"SPK","kind":"CAMP","sector":"NORTH","region":"Far","hub":"HUB",
         "packingLoadsPerDay":10,"rearParty":12,"location":{"type":"Point","coordinates":[1,17]}},
        {"code":"OTH","kind":"CAMP","sector":"NORTH","region":"Far","hub":"HUB",
         "location":{"type":"Point","coordinates":[1,18]}}],
       "units":[{"id":"MIL","category":"MILITARY","strength":60,"base":"SPK"}],
       "assets":[
        {"id":"BOX","type":"Container","category":"CONTAINER","disposition":"REPATRIATE",
         "base":"SPK","quantity":30,"loadsPerItem":1},
        {"id":"CAR","type":"Car","category":"VEHICLE","disposition":"REPATRIATE",
         "base":"SPK","quantity":20,"selfDeploying":true}],
       "routes":[
        {"id":"R1","from":"HUB","to":"SPK","mode":"ROAD","distanceKm":150,"kmPerDay":{"DRY":75}},
        {"id":"R2","from":"HUB","to":"OTH","mode":"ROAD","distanceKm":150,"kmPerDay":{"DRY":75}}]}
      """;

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(JsonNode dataset) {
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(dataset.toString())
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  private static ObjectNode worked(Consumer<ObjectNode> change) {
    var dataset = tree(WORKED);
    change.accept(dataset);
    put(dataset);
    return dataset;
  }

  private static ObjectNode at(ObjectNode dataset, String list, int position) {
    return (ObjectNode) dataset.path(list).path(position);
  }

  private static JsonPath first() {
    var schedule = plan("{\"solve\":{\"maxIterations\":300}}");
    assertEquals("READY", schedule.getString("state"));
    return schedule;
  }

  private static JsonPath replan(JsonPath before, String asOf, String more) {
    return plan(
        "{\"basedOn\":\"%s\",\"asOf\":\"%s\"%s,\"solve\":{\"maxIterations\":300}}"
            .formatted(before.getString("id"), asOf, more));
  }

  private static void assertTrueProof(JsonPath schedule) {
    assertEquals("READY", schedule.getString("state"), () -> schedule.prettify());
    assertTrue(schedule.getLong("certificate.bound") <= schedule.getLong("certificate.objective"));
    assertTrue(
        schedule
                .getString("certificate.earliestCompletion")
                .compareTo(schedule.getString("completion"))
            <= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-01-06", "2023-01-20"})
  void aHubThatHasNothingAndGetsNothingIsClosedInTime(String horizon) {
    put(
        tree(
            ("{\"mission\":{\"code\":\"M\",\"startDate\":\"2023-01-01\","
                    + "\"withdrawalDeadline\":\"2023-01-06\",\"horizonEnd\":\"%s\"},\"bases\":["
                    + "{\"code\":\"HUB\",\"kind\":\"CAMP\",\"sector\":\"NORTH\","
                    + "\"onwardLoadsPerDay\":1},"
                    + "{\"code\":\"SPK\",\"kind\":\"CAMP\",\"sector\":\"NORTH\",\"hub\":\"HUB\"}]}")
                .formatted(horizon)));
    var schedule = plan("{\"solve\":{\"maxIterations\":50}}");
    assertTrueProof(schedule);
    assertEquals(3100, schedule.getInt("certificate.objective"));
  }

  @Test
  void aYardThatHistoryHasFilledIsNotHeldAgainstThePlan() {
    worked(d -> {});
    var replan =
        replan(
            first(), "2023-01-05", ",\"assumptions\":{\"bases\":{\"HUB\":{\"storageLoads\":5}}}");
    assertTrueProof(replan);
  }

  @Test
  void anAssumptionThatIsNowInTheDataIsLeftOutAndTold() {
    var data = worked(d -> {});
    var held =
        "{\"id\":\"HELD\",\"kind\":\"MOVEMENT_BAN\",\"routes\":[\"R2\"],"
            + "\"from\":\"2023-01-20\",\"to\":\"2023-01-21\"}";
    var before =
        plan(
            "{\"assumptions\":{\"restrictions\":[%s]},\"solve\":{\"maxIterations\":200}}"
                .formatted(held));
    data.putArray("restrictions").add(tree(held));
    put(data);

    var after = replan(before, "2023-01-05", "");
    assertTrueProof(after);
    assertEquals(List.of("restrictions/HELD"), after.getList("notCarriedOver.assumption"));
    assertNull(after.get("assumptions.restrictions"));

    planner()
        .contentType(JSON)
        .body(
            "{\"basedOn\":\"%s\",\"asOf\":\"2023-01-05\",\"assumptions\":{\"restrictions\":[%s]}}"
                .formatted(before.getString("id"), held))
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/assumptions/restrictions/0/id"));
  }

  @Test
  void whatIsLiftedAndGoneFromTheDataIsLeftOut() {
    var data =
        worked(
            d ->
                d.putArray("restrictions")
                    .add(
                        tree(
                            "{\"id\":\"BAN\",\"from\":\"2023-01-20\",\"to\":\"2023-01-21\","
                                + "\"routes\":[\"R2\"]}")));
    var before =
        plan(
            "{\"assumptions\":{\"liftedRestrictions\":[\"BAN\"]},"
                + "\"solve\":{\"maxIterations\":200}}");
    data.remove("restrictions");
    put(data);
    var after = replan(before, "2023-01-05", "");
    assertTrueProof(after);
    assertEquals(List.of("liftedRestrictions/BAN"), after.getList("notCarriedOver.assumption"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cargo(Map<String, Object> movement) {
    return (List<Map<String, Object>>) movement.get("assets");
  }

  private static int gone(JsonPath schedule, String asset, String before) {
    return viewer()
        .get("/schedules/%s/movements?limit=1000".formatted(schedule.getString("id")))
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .stream()
        .filter(m -> ((String) m.get("dispatched")).compareTo(before) < 0)
        .flatMap(m -> cargo(m).stream())
        .filter(c -> c.get("asset").equals(asset))
        .mapToInt(c -> (int) c.get("quantity"))
        .sum();
  }

  private static int moved(JsonPath schedule, String asset, String base) {
    return viewer()
        .get("/schedules/%s/movements?limit=1000".formatted(schedule.getString("id")))
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .stream()
        .filter(m -> m.get("base").equals(base))
        .flatMap(m -> cargo(m).stream())
        .filter(c -> c.get("asset").equals(asset))
        .mapToInt(c -> (int) c.get("quantity"))
        .sum();
  }

  @Test
  void whatHasLeftHasLeftWhereverTheRestNowIs() {
    // The other base is still open then, for its packing takes long.
    var data =
        worked(
            d -> {
              at(d, "bases", 2).put("packingLoadsPerDay", 1);
              ((ArrayNode) d.path("assets"))
                  .add(at(d, "assets", 0).deepCopy().put("id", "MORE").put("base", "OTH"));
            });
    var before = first();
    int gone = gone(before, "BOX", "2023-01-05");
    assertTrue(gone > 0 && gone < 30, "a part has left: " + gone);

    at(data, "assets", 0).put("base", "OTH");
    at(data, "units", 0).put("base", "OTH");
    put(data);
    var after = replan(before, "2023-01-05", "");
    assertTrueProof(after);
    assertEquals(gone, moved(after, "BOX", "SPK"));
    assertEquals(30 - gone, moved(after, "BOX", "OTH"));

    at(data, "assets", 0).put("base", "SPK").put("disposition", "TRANSFER_TO_HOST");
    put(data);
    var given = replan(before, "2023-01-05", "");
    assertTrueProof(given);
    assertEquals(gone, moved(given, "BOX", "SPK"));
    List<Integer> stays =
        viewer()
            .get("/schedules/%s/handovers".formatted(given.getString("id")))
            .jsonPath()
            .getList(
                "items.find { it.base == 'SPK' }.staysBehind.findAll { it.asset == 'BOX' }.quantity");
    assertEquals(List.of(30 - gone), stays);

    ((ArrayNode) data.path("assets")).remove(0);
    at(data, "units", 0).put("strength", 1);
    put(data);
    var removed = replan(before, "2023-01-05", "");
    assertTrueProof(removed);
    assertEquals(gone, moved(removed, "BOX", "SPK"));
  }

  /** All vehicles have left when they are moved; of one large thing two thirds have. */
  @Test
  void whatIsGoneAltogetherOrInPartIsNeitherThereTwiceNorNeverGone() {
    var data =
        worked(
            d -> {
              at(d, "bases", 1).remove("packingLoadsPerDay");
              at(d, "bases", 2).put("packingLoadsPerDay", 2);
              var assets = (ArrayNode) d.path("assets");
              assets.add(at(d, "assets", 0).deepCopy().put("id", "MORE").put("base", "OTH"));
              at(d, "assets", 0).put("quantity", 1).put("loadsPerItem", 60).put("priority", 4);
              at(d, "assets", 1).put("quantity", 5).put("priority", 1);
              at(d, "bases", 1).remove("rearParty");
            });
    var before = first();
    var asOf = "2023-01-05";
    assertEquals(5, gone(before, "CAR", asOf), "all vehicles have left");
    assertEquals(0, gone(before, "BOX", asOf), "the large thing has left in part only");

    at(data, "assets", 0).put("base", "OTH");
    at(data, "assets", 1).put("base", "OTH");
    put(data);
    var after = replan(before, asOf, "");
    assertTrueProof(after);
    assertEquals(0, moved(after, "CAR", "OTH"));
    assertEquals(1, moved(after, "BOX", "OTH"));
  }

  @Test
  void anAircraftThatIsNamedByItsIdTakesNothingFromItsType() {
    worked(
        d -> {
          for (var id : List.of("A1", "A2")) {
            ((ArrayNode) d.path("assets"))
                .add(
                    tree(
                        ("{\"id\":\"%s\",\"type\":\"T\",\"category\":\"AIRCRAFT\","
                                + "\"disposition\":\"REPATRIATE\",\"base\":\"HUB\","
                                + "\"quantity\":2,\"aircraft\":{\"wing\":\"ROTARY_WING\","
                                + "\"seats\":10,\"rangeKm\":900,\"cruiseSpeedKmh\":200}}")
                            .formatted(id)));
          }
        });
    var schedule =
        plan(
            "{\"assumptions\":{\"aircraft\":{\"T\":{\"available\":5},\"A2\":{\"available\":1}}},"
                + "\"solve\":{\"maxIterations\":50}}");
    List<Integer> numbers =
        viewer()
            .get("/schedules/%s/releases?limit=100".formatted(schedule.getString("id")))
            .jsonPath()
            .getList("items.findAll { it.type == 'T' }.number");
    assertEquals(6, numbers.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void aComparisonNamesTheOther() {
    worked(d -> {});
    viewer()
        .get("/schedules/%s/comparison".formatted(first().getString("id")))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/query/with"))
        .body("errors.detail", hasItem("is missing"));
  }

  @Test
  void aRoadOfThePastThatIsGoneIsNamed() {
    var data = worked(d -> {});
    var before = first();
    at(data, "routes", 0).put("id", "NEW");
    put(data);
    planner()
        .contentType(JSON)
        .body("{\"basedOn\":\"%s\",\"asOf\":\"2023-01-05\"}".formatted(before.getString("id")))
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/basedOn"))
        .body("errors[0].detail", containsString("R1"));
  }

  @Test
  void whatCannotBeIsProvedAndNotCalledAFailure() {
    worked(d -> at(d, "routes", 0).put("convoysPerDay", 0));
    var closed = plan("{\"solve\":{\"maxIterations\":100}}");
    assertEquals("INFEASIBLE", closed.getString("state"));
    assertFalse(closed.getList("conflicts").isEmpty());

    worked(d -> {});
    var grounded =
        replan(
            first(),
            "2023-01-05",
            ",\"assumptions\":{\"bases\":{\"HUB\":{\"charterSeatsPerDay\":0}}}");
    assertEquals("INFEASIBLE", grounded.getString("state"));
    assertTrue(grounded.getList("conflicts.fact").contains("CHARTER"));
  }

  @Test
  void frozenMovementsThatContradictAHardDeadlineAreNoFailure() {
    worked(d -> {});
    var replan =
        replan(
            first(),
            "2023-01-05",
            ",\"frozenDays\":40,\"assumptions\":"
                + "{\"deadline\":\"2023-01-10\",\"hardDeadline\":true}");
    assertTrue(
        List.of("INFEASIBLE", "UNRESOLVED").contains(replan.getString("state")),
        replan.getString("state"));
    assertTrue(
        replan.getString("state").equals("INFEASIBLE") || !replan.getList("violations").isEmpty());
  }

  @Test
  void theFirstPlanIsBuiltHoweverLittleTimeThereIs() {
    worked(d -> {});
    assertEquals("READY", plan("{\"solve\":{\"timeLimitSeconds\":0.1}}").getString("state"));
  }

  @Test
  void aPhaseThatWasOverBeforeTheStartIsLateByAllItsDays() {
    worked(
        d ->
            d.putArray("phases")
                .add(
                    tree(
                        "{\"number\":1,\"from\":\"2022-12-01\",\"to\":\"2022-12-22\","
                            + "\"bases\":[\"OTH\"]}")));
    var schedule = first();
    var closed = LocalDate.parse(schedule.getString("closures.find { it.base == 'OTH' }.closedOn"));
    assertEquals(
        closed.toEpochDay() - LocalDate.parse("2022-12-22").toEpochDay(),
        schedule.getLong("closures.find { it.base == 'OTH' }.daysLate"));
  }

  /** With 300 or 3,000 containers, convoys of ten and one escort the horizon is too short. */
  @ParameterizedTest
  @ValueSource(ints = {300, 3000})
  void aReliefDoneAsItIsWordedGivesAPlan(int containers) {
    var data =
        worked(
            d -> {
              at(d, "assets", 0).put("quantity", containers);
              ((ObjectNode) d.path("mission").path("convoy")).put("maxVehicles", 10);
            });
    var schedule = plan("{\"solve\":{\"maxIterations\":300}}");
    assertEquals("INFEASIBLE", schedule.getString("state"));
    String horizon = schedule.getString("conflicts.find { it.fact == 'HORIZON' }.relief.detail");
    assertNotNull(horizon, schedule::prettify);
    var end = horizon.replaceAll("^.*?(\\d{4}-\\d{2}-\\d{2}).*$", "$1");
    var mission = (ObjectNode) data.path("mission");
    mission.put("horizonEnd", end);
    for (var pool : mission.path("pools")) {
      ((ObjectNode) pool.path(0)).put("to", end);
    }
    put(data);
    assertEquals("READY", plan("{\"solve\":{\"maxIterations\":3000}}").getString("state"));
  }

  private static ObjectNode document(JsonPath schedule) {
    var id = schedule.getString("id");
    var document = MAPPER.createObjectNode();
    for (var list : List.of("movements", "stages")) {
      document.set(
          list,
          MAPPER.valueToTree(
              viewer()
                  .get("/schedules/%s/%s?limit=1000".formatted(id, list))
                  .jsonPath()
                  .getList("items")));
    }
    return document;
  }

  private static JsonPath keep(ObjectNode document, String name) {
    var request = MAPPER.createObjectNode().put("name", name);
    request.set("plan", document);
    return planner()
        .contentType(JSON)
        .body(request.toString())
        .post("/schedules")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  @Test
  void aPlanThatWasEditedByHandIsKeptReplannedAndCompared() {
    worked(d -> {});
    var before = first();
    var edited = document(before);
    JsonNode giver = null;
    JsonNode taker = null;
    for (var m : edited.path("movements")) {
      if (m.path("kind").asText().equals("CONVOY") && m.path("people").asInt() > 1) {
        taker = giver == null ? null : m;
        giver = giver == null ? m : giver;
      }
    }
    assertNotNull(taker, "two convoys take people");
    person(giver, -1);
    person(taker, 1);
    var kept = keep(edited, "by hand");
    assertEquals("READY", kept.getString("state"), kept::prettify);
    assertEquals("MANUAL", kept.getString("origin"));
    assertTrue(kept.getList("warnings.rule").contains("SEATS"));
    assertTrueProof(replan(kept, "2023-01-05", ""));
    assertNotNull(
        viewer()
            .get("/schedules/%s/explanation".formatted(kept.getString("id")))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("bases"));
    var comparison =
        viewer()
            .get(
                "/schedules/%s/comparison?with=%s"
                    .formatted(kept.getString("id"), before.getString("id")))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(0, comparison.getInt("movements.moved"));

    ((ArrayNode) edited.path("movements")).remove(0);
    var broken = keep(edited, "a convoy is missing");
    assertEquals("UNRESOLVED", broken.getString("state"));
    assertTrue(broken.getList("violations.rule").contains("ALL_MOVED_ONCE"));
    planner()
        .contentType(JSON)
        .body("{\"basedOn\":\"%s\",\"asOf\":\"2023-01-05\"}".formatted(broken.getString("id")))
        .post("/schedules")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "movements, dispatched, 2022-12-31, /plan/movements/0/dispatched",
    "movements, arrives, 9999-12-31, /plan/movements/0/arrives",
    "stages, from, 2022-12-31, /plan/stages/0/from",
    "stages, stage, CLOSED, /plan/stages",
    "movements, base, NONE, /plan/movements/0/base"
  })
  void anEditedPlanThatCannotBeShownIsRefused(
      String list, String field, String value, String pointer) {
    worked(d -> {});
    var document = document(first());
    ((ObjectNode) document.path(list).path(0)).put(field, value);
    var request = MAPPER.createObjectNode();
    request.set("plan", document);
    planner()
        .contentType(JSON)
        .body(request.toString())
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  /** The order of units, a rear party and the escorts of a convoy change while a plan goes on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'convoy':{'escorts':2},'escorts':{'HUB':2}}",
        "{'bases':{'SPK':{'rearParty':5000}}}",
        "{'trucks':{'HUB':4}}"
      })
  void planningGoesOnWithOtherNumbers(String assumptions) {
    var data = worked(d -> {});
    var units = (ArrayNode) data.path("units");
    units.add(
        tree("{'id':'POL','category':'POLICE','strength':20,'base':'SPK'}".replace('\'', '"')));
    put(data);
    var before = first();
    units.add(units.remove(0));
    put(data);
    for (var more : List.of("", ",\"assumptions\":" + assumptions.replace('\'', '"'))) {
      assertTrueProof(replan(before, "2023-01-06", more));
    }
    var started =
        plan(
            "{\"startFrom\":\"%s\",\"assumptions\":%s,\"solve\":{\"maxIterations\":300}}"
                .formatted(before.getString("id"), assumptions.replace('\'', '"')));
    assertTrueProof(started);
  }

  private static void person(JsonNode movement, int more) {
    var it = (ObjectNode) movement;
    it.put("people", it.path("people").asInt() + more);
    var unit = (ObjectNode) it.path("units").path(0);
    unit.put("people", unit.path("people").asInt() + more);
  }

  @Test
  void aWhatIfChangesLittleAndSaysWhatItBrings() {
    worked(d -> {});
    var before = first();
    var more =
        plan(
            ("{\"name\":\"two escorts\",\"startFrom\":\"%s\","
                    + "\"assumptions\":{\"escorts\":{\"HUB\":2}},"
                    + "\"solve\":{\"maxIterations\":2000}}")
                .formatted(before.getString("id")));
    assertTrueProof(more);
    assertEquals(before.getString("id"), more.getString("startFrom"));
    assertEquals(2000, more.getInt("objective.weights.CHANGE"));
    var comparison =
        viewer()
            .get(
                "/schedules/%s/comparison?with=%s"
                    .formatted(more.getString("id"), before.getString("id")))
            .jsonPath();
    assertEquals(List.of("escorts"), comparison.getList("assumptions.assumption"));
    assertEquals(more.getInt("changes.kept"), comparison.getInt("movements.kept"));
    long here = comparison.getLong("objective.cost");
    assertEquals(
        here - comparison.getLong("objective.otherCost"),
        comparison.getLong("objective.difference"));
    assertTrue(comparison.getString("sentence").contains("two escorts"));
    planner()
        .contentType(JSON)
        .body(
            "{\"startFrom\":\"%1$s\",\"basedOn\":\"%1$s\",\"asOf\":\"2023-01-05\"}"
                .formatted(before.getString("id")))
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/startFrom"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'trucks':{'SPK':4}} | /assumptions/trucks/SPK",
        "{'aircraft':{'none':{'available':1}}} | /assumptions/aircraft/none",
        "{'restrictions':[{'id':'X','from':'2023-01-02','to':'2023-01-03','regions':['Nowhere']}]}"
            + " | /assumptions/restrictions/0/regions/0",
      })
  void assumptionsThatNameNothingAreRefused(String line) {
    worked(d -> {});
    var parts = line.split(" \\| ");
    planner()
        .contentType(JSON)
        .body("{\"assumptions\":%s}".formatted(parts[0].replace('\'', '"')))
        .post("/schedules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(parts[1]));
  }

  @Test
  void aRestrictionOfARegionHoldsAllItsBases() {
    worked(d -> {});
    var held =
        plan(
            "{\"assumptions\":{\"restrictions\":[{\"id\":\"X\",\"from\":\"2023-01-01\","
                + "\"to\":\"2023-01-20\",\"regions\":[\"Far\"],\"affects\":[\"MOVEMENTS\"]}]},"
                + "\"solve\":{\"maxIterations\":200}}");
    assertEquals("READY", held.getString("state"));
    List<String> departs =
        viewer()
            .get("/schedules/%s/movements?limit=1000".formatted(held.getString("id")))
            .jsonPath()
            .getList("items.departs");
    assertTrue(departs.stream().allMatch(d -> d.compareTo("2023-01-20") > 0), departs::toString);
  }

  @Test
  void whyABaseIsLateIsAnsweredInThreeSentences() {
    worked(
        d ->
            d.putArray("phases")
                .add(
                    tree(
                        "{\"number\":1,\"from\":\"2023-01-01\",\"to\":\"2023-01-08\","
                            + "\"bases\":[\"SPK\"]}")));
    var schedule = first();
    var path = "/schedules/%s/explanation?base=SPK".formatted(schedule.getString("id"));
    var english = viewer().get(path).jsonPath();
    assertEquals(
        schedule.getInt("closures.find { it.base == 'SPK' }.daysLate"),
        english.getInt("bases[0].whyLate.daysLate"));
    assertEquals(3, english.getList("bases[0].whyLate.sentences").size());
    assertTrue(english.getList("bases[0].whyLate.held.fact").contains("ESCORTS"));
    assertTrue(english.getString("bases[0].whyLate.sentences[0]").contains("escorts of HUB"));
    assertTrue(english.getInt("bases[0].whyLate.help.daysSooner") > 0);
    var french = viewer().header("Accept-Language", "fr").get(path).jsonPath();
    assertTrue(french.getString("bases[0].whyLate.sentences[0]").contains("des escortes de HUB"));
  }
}
