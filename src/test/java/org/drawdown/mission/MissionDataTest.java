package org.drawdown.mission;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.as;
import static org.drawdown.Api.nobody;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mission's data at the door. */
@RunningService
class MissionDataTest {

  private static final String JSON = "application/json";
  private static final String PATCH = "application/merge-patch+json";

  @Test
  void listsNineBasesNorthTwoInTheCentreAndOutpostsOnlyWhenAsked() {
    viewer()
        .get("/bases?sector=NORTH")
        .then()
        .statusCode(200)
        .body("items", hasSize(9))
        .body("items.kind", everyItem(is("CAMP")));
    viewer().get("/bases?sector=CENTRE").then().body("items.code", contains("DOUENTZA", "MOPTI"));
    viewer().get("/bases?kind=OUTPOST").then().body("items.code", contains("OGOSSAGOU"));
    viewer()
        .get("/bases")
        .then()
        .body("items.code", not(hasItem("OGOSSAGOU")))
        .body("items", hasSize(12));
  }

  @Test
  void showsABaseWithItsOutpostsItsStrengthAndItsHandover() {
    viewer()
        .get("/bases/MOPTI")
        .then()
        .statusCode(200)
        .body("outposts", contains("OGOSSAGOU"))
        .body("strength.uniformed", equalTo(1353))
        .body("strength.civilians", equalTo(200))
        .body("handoverDays", equalTo(6))
        .body("location.type", equalTo("Point"));
  }

  @Test
  void listsSixtyThreeAircraftSixteenOfThemPlanes() {
    var aircraft =
        viewer().get("/assets?category=AIRCRAFT").then().statusCode(200).extract().jsonPath();
    assertEquals(63, aircraft.getList("items").size());
    assertEquals(16, aircraft.getList("items.findAll { it.aircraft.wing == 'FIXED_WING' }").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/units?base=KIDAL&category=MILITARY, base, KIDAL",
    "/units?country=TCD, country, TCD",
    "/assets?base=GAO&ownership=UN_OWNED, ownership, UN_OWNED",
    "/assets?disposition=TRANSFER_TO_HOST, disposition, TRANSFER_TO_HOST",
    "/assets?type=Heron 1, type, Heron 1",
    "/routes?from=KIDAL, from, KIDAL",
    "/routes?mode=RIVER, mode, RIVER",
    "/exits?kind=AIRPORT, kind, AIRPORT",
    "/restrictions?kind=FLIGHT_BAN&base=GAO&on=2023-10-01, kind, FLIGHT_BAN",
    "/phases?on=2023-10-01, name, Phase 2",
    "/phases?base=KIDAL, name, Phase 2",
    "/bases?phase=1, sector, NORTH",
  })
  void filters(String query, String field, String value) {
    viewer()
        .get(query)
        .then()
        .statusCode(200)
        .body("items", not(hasSize(0)))
        .body("items." + field, everyItem(is(value)));
  }

  @Test
  void pagesThroughAListInAStatedOrder() {
    var seen = new ArrayList<Integer>();
    String next = "";
    do {
      var page =
          viewer().get("/units?sort=-strength&limit=10" + next).then().statusCode(200).extract();
      seen.addAll(page.jsonPath().getList("items.strength", Integer.class));
      var cursor = page.jsonPath().getString("nextCursor");
      next = cursor == null ? null : "&cursor=" + cursor;
      assertEquals(cursor != null, page.header("Link") != null);
    } while (next != null);
    assertEquals(89, seen.size());
    assertEquals(seen.stream().sorted((a, b) -> b - a).toList(), seen);
  }

  @Test
  void refusesACursorOfAnotherList() {
    var cursor = viewer().get("/units?limit=1").jsonPath().getString("nextCursor");
    viewer()
        .get("/units?sort=strength&cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/query/cursor"));
  }

  @ParameterizedTest
  @CsvSource({
    "/bases?sector=NORD, /query/sector",
    "/bases?colour=red, /query/colour",
    "/assets?category=BICYCLE, /query/category",
    "/units?limit=0, /query/limit",
    "/units?limit=many, /query/limit",
    "/phases?on=2023-02-30, /query/on",
    "/units?sort=hat, /query/sort",
    "/schedules?state=LOST, /query/state",
    "/schedules/active/stages?on=tomorrow, /query/on",
  })
  void namesTheParameterThatIsWrong(String query, String pointer) {
    viewer()
        .get(query)
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors.pointer", contains(pointer));
  }

  @Test
  void anUnknownParameterIsToldTheKnownOnes() {
    viewer()
        .get("/exits?colour=red")
        .then()
        .body("errors[0].detail", containsString("kind, country, limit, cursor, sort"));
  }

  @Test
  void aUnitLivesAndDies() {
    var unit =
        Map.of(
            "id",
            "TEST-UNIT",
            "name",
            "Signals platoon",
            "country",
            "SEN",
            "category",
            "MILITARY",
            "strength",
            30,
            "base",
            "KIDAL");
    var created =
        planner().contentType(JSON).body(unit).post("/units").then().statusCode(201).extract();
    assertEquals(
        "/api/v1/units/TEST-UNIT", created.header("Location").replaceFirst("^http://[^/]*", ""));
    var tag = created.header("ETag");
    assertEquals(tag, viewer().get("/units/TEST-UNIT").header("ETag"));
    viewer().header("If-None-Match", tag).get("/units/TEST-UNIT").then().statusCode(304);
    planner().contentType(JSON).body(unit).post("/units").then().statusCode(409);

    planner()
        .contentType(PATCH)
        .body(Map.of("strength", 31))
        .patch("/units/TEST-UNIT")
        .then()
        .statusCode(428);
    var changed =
        planner()
            .contentType(PATCH)
            .header("If-Match", tag)
            .body(Map.of("strength", 31))
            .patch("/units/TEST-UNIT")
            .then()
            .statusCode(200)
            .body("strength", equalTo(31))
            .body("name", equalTo("Signals platoon"))
            .extract()
            .header("ETag");
    assertNotEquals(tag, changed);
    planner().header("If-Match", tag).delete("/units/TEST-UNIT").then().statusCode(412);
    planner().header("If-Match", changed).delete("/units/TEST-UNIT").then().statusCode(204);
    viewer().get("/units/TEST-UNIT").then().statusCode(404);
  }

  @Test
  void whatWasReadCanBeSentBack() {
    for (String path :
        List.of(
            "/bases/GAO",
            "/units/KIDAL-TCD-MIL",
            "/assets/X-CH53-01",
            "/routes/ANEFIS-GAO",
            "/waypoints/ANEFIS",
            "/air-services/GAO-KIDAL",
            "/exits/DAKAR",
            "/phases/2",
            "/mission",
            "/restrictions/FLIGHT-CLEARANCE-2022")) {
      var read = viewer().get(path).then().statusCode(200).extract();
      planner()
          .contentType(JSON)
          .header("If-Match", read.header("ETag"))
          .body(read.asString())
          .put(path)
          .then()
          .statusCode(200)
          .header("ETag", equalTo(read.header("ETag")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CAMP\",\"sector\":\"NORTH\",\"hub\":\"NOWHERE\"}|/hub",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CAMP\",\"sector\":\"NORTH\",\"hub\":\"KIDAL\"}|/hub",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CAMP\",\"sector\":\"NORTH\",\"hub\":\"GAO\",\"onwardLoadsPerDay\":5}|/hub",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CAMP\",\"sector\":\"NORTH\"}|/hub",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CASTLE\",\"sector\":\"NORTH\",\"hub\":\"GAO\"}|/kind",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"OUTPOST\",\"sector\":\"NORTH\",\"hub\":\"GAO\"}|/parent",
        "/units|{\"id\":\"X\",\"name\":\"X\",\"category\":\"MILITARY\",\"base\":\"GAO\"}|/strength",
        "/bases|{\"code\":\"X\",\"name\":\"X\",\"kind\":\"CAMP\",\"sector\":\"NORTH\",\"hub\":\"GAO\",\"colour\":1}|/colour",
        "/units|{\"id\":\"X\",\"name\":\"X\",\"category\":\"MILITARY\",\"strength\":1e308,\"base\":\"GAO\"}|/strength",
        "/units|{\"id\":\"X\",\"name\":\"X\",\"category\":\"MILITARY\",\"strength\":-1,\"base\":\"GAO\"}|/strength",
        "/units|{\"id\":\"X\",\"name\":\"X\",\"category\":\"MILITARY\",\"strength\":1,\"base\":\"MARS\"}|/base",
        "/bases|{\"code\":\"X\",\"hub\":\"GAO\",\"kind\":\"CAMP\",\"parent\":\"KIDAL\"}|/parent",
        "/units|{\"id\":\"X\",\"name\":\"a\\u0000b\",\"category\":\"MILITARY\",\"strength\":1,\"base\":\"GAO\"}|/name",
        "/routes|{\"id\":\"X\",\"from\":\"GAO\",\"to\":\"NOWHERE\",\"mode\":\"ROAD\",\"distanceKm\":1,\"kmPerDay\":{\"DRY\":75}}|/to",
        "/routes|{\"id\":\"X\",\"from\":\"GAO\",\"to\":\"KIDAL\",\"mode\":\"ROAD\",\"distanceKm\":1,\"kmPerDay\":{\"RAINY\":75}}|/kmPerDay/DRY",
        "/restrictions|{\"id\":\"X\",\"kind\":\"MOVEMENT_BAN\",\"from\":\"2023-10-02\",\"to\":\"2023-10-01\"}|/to",
        "/phases|{\"number\":9,\"name\":\"X\",\"from\":\"2023-10-01\",\"to\":\"2023-10-02\",\"bases\":[\"KIDAL\"]}|/bases/0",
        "/assets|{\"id\":\"X\",\"type\":\"Heron 1\",\"category\":\"AIRCRAFT\",\"ownership\":\"UN_OWNED\",\"disposition\":\"REPATRIATE\",\"base\":\"GAO\",\"quantity\":1}|/aircraft",
      })
  void namesTheFieldThatIsWrongAndWritesNothing(String path, String body, String pointer) {
    planner()
        .contentType(JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors.pointer", contains(pointer));
    viewer().get(path + "/X").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"id\":1,\"id\":2}", "{} {}"})
  void aBodyThatIsNoUnitIsRefused(String body) {
    planner().contentType(JSON).body(body).post("/units").then().statusCode(400);
  }

  @Test
  void whatOthersNameIsNotTakenAway() {
    for (String path : List.of("/bases/KIDAL", "/bases/GAO", "/exits/DAKAR", "/bases/MOPTI")) {
      var tag = viewer().get(path).header("ETag");
      planner()
          .header("If-Match", tag)
          .delete(path)
          .then()
          .statusCode(409)
          .body("detail", notNullValue());
    }
    var tag = viewer().get("/bases/GAO").header("ETag");
    planner()
        .contentType(PATCH)
        .header("If-Match", tag)
        .body("{\"onwardLoadsPerDay\":0,\"hub\":\"MOPTI\"}")
        .patch("/bases/GAO")
        .then()
        .statusCode(409);
  }

  @Test
  void aCodeIsOfABaseOrOfAnExitAndNeverOfBoth() {
    for (var taken : Map.of("/exits", "KIDAL", "/bases", "DAKAR").entrySet()) {
      planner()
          .contentType(JSON)
          .body("{\"code\":\"%s\"}".formatted(taken.getValue()))
          .post(taken.getKey())
          .then()
          .statusCode(409)
          .body("detail", containsString(taken.getValue()));
    }
  }

  @Test
  void datesTheWrongWayRoundAreRefused() {
    var tag = viewer().get("/mission").header("ETag");
    planner()
        .contentType(PATCH)
        .header("If-Match", tag)
        .body(Map.of("withdrawalDeadline", "2023-01-01"))
        .patch("/mission")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/withdrawalDeadline"));
  }

  @Test
  void otherMediaTypesAndMethodsAreRefusedInTheSameManner() {
    planner()
        .contentType("text/plain")
        .body("x")
        .post("/units")
        .then()
        .statusCode(415)
        .contentType(startsWith("application/problem+json"));
    planner()
        .contentType(JSON)
        .body("{}")
        .put("/bases")
        .then()
        .statusCode(405)
        .contentType(startsWith("application/problem+json"));
    viewer().get("/nowhere").then().statusCode(404);
  }

  @Test
  void rolesAreKept() {
    nobody()
        .get("/bases")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Basic"))
        .body("status", equalTo(401));
    nobody().auth().preemptive().basic("viewer", "wrong").get("/bases").then().statusCode(401);
    nobody().auth().preemptive().basic("stranger", "stranger").get("/bases").then().statusCode(401);
    viewer().contentType(JSON).body("{}").post("/units").then().statusCode(403);
    viewer().header("If-Match", "*").delete("/bases/KIDAL").then().statusCode(403);
    viewer().contentType(JSON).body("{}").post("/schedules").then().statusCode(403);
    planner()
        .contentType(JSON)
        .header("If-Match", "*")
        .body("{}")
        .put("/dataset")
        .then()
        .statusCode(403);
    as("approver").get("/bases").then().statusCode(200);
  }

  @Test
  void allFaultsOfADatasetComeInOneAnswer() {
    var dataset =
        """
        {"mission":{"code":"M","name":"M","startDate":"2024-01-10","withdrawalDeadline":"2024-01-01","horizonEnd":"2024-06-01"},
         "bases":[{"code":"A","name":"A","kind":"CAMP","sector":"NORTH","hub":"B"},{"code":"B","name":"B","kind":"CAMP","sector":"NORTH","hub":"A"}],
         "units":[{"id":"U","name":"U","category":"MILITARY","strength":5,"base":"C"}],
         "routes":[{"id":"R","from":"ELSEWHERE","to":"NOWHERE","mode":"ROAD","distanceKm":5,"kmPerDay":{"DRY":50}}]}
        """;
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(dataset)
        .put("/dataset")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            contains(
                "/mission/withdrawalDeadline",
                "/bases/0/hub",
                "/bases/1/hub",
                "/units/0/base",
                "/routes/0/from",
                "/routes/0/to"));
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body("{\"mission\":[],\"bases\":{},\"hats\":1}")
        .put("/dataset")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/mission", "/bases", "/hats"));
    viewer().get("/mission").then().body("code", equalTo("MINUSMA"));
  }

  /** Whoever of two stands first in the list: the one that is changed is the one at fault. */
  @Test
  void aFaultIsToldOfTheThingThatIsChanged() {
    planner()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"bases\":[\"BER\",\"KIDAL\"]}")
        .patch("/phases/1")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/bases/1"));
    var aircraft = viewer().get("/assets?category=AIRCRAFT&limit=1000").jsonPath();
    var type = aircraft.getString("items.groupBy { it.type }.find { it.value.size() > 1 }.key");
    var first =
        viewer()
            .get("/dataset")
            .jsonPath()
            .getString("assets.find { it.type == '" + type + "' }.id");
    planner()
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"aircraft\":{\"seats\":1}}")
        .patch("/assets/" + first)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/aircraft"));
  }

  @Test
  void aDatasetThatWasReadCanBeSentBack() {
    var read = viewer().get("/dataset").then().statusCode(200).extract();
    admin()
        .contentType(JSON)
        .header("If-Match", read.header("ETag"))
        .body(read.asString())
        .put("/dataset")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(read.header("ETag")));
  }

  @Test
  void namesMayBeWrittenInAnyScript() {
    var name = "\uD83D\uDE00".repeat(200);
    var unit =
        Map.of(
            "id",
            "TEST-NAME",
            "type",
            name,
            "category",
            "OTHER",
            "disposition",
            "DESTROY",
            "base",
            "KIDAL",
            "quantity",
            1);
    var tag =
        planner()
            .contentType(JSON)
            .body(unit)
            .post("/assets")
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    planner().header("If-Match", tag).delete("/assets/TEST-NAME").then().statusCode(204);
  }

  @Test
  void anotherMissionTakesThePlaceOfThisOneAndBack() {
    var reference = viewer().get("/dataset").then().statusCode(200).extract();
    assertNotNull(reference.header("ETag"));
    var small =
        """
        {"mission":{"code":"SMALL","name":"A small one","startDate":"2024-01-01","withdrawalDeadline":"2024-03-01","horizonEnd":"2024-06-01"},
         "bases":[{"code":"HUB","name":"Hub","kind":"CAMP","sector":"NORTH","onwardLoadsPerDay":5}]}
        """;
    admin()
        .contentType(JSON)
        .header("If-Match", "\"other\"")
        .body(small)
        .put("/dataset")
        .then()
        .statusCode(412);
    var put =
        admin()
            .contentType(JSON)
            .header("If-Match", reference.header("ETag"))
            .body(small)
            .put("/dataset")
            .then()
            .statusCode(200)
            .extract();
    viewer().get("/schedules/active").then().statusCode(404);
    viewer().get("/bases").then().body("items.code", contains("HUB"));
    viewer().get("/units").then().body("items", hasSize(0)).body("nextCursor", nullValue());
    admin()
        .contentType(JSON)
        .header("If-Match", put.header("ETag"))
        .body(reference.asString())
        .put("/dataset")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(reference.header("ETag")));
    viewer().get("/bases?sector=NORTH").then().body("items", hasSize(9));
  }
}
