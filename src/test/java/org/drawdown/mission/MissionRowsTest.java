package org.drawdown.mission;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.drawdown.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mission's data as rows: nothing is lost on the way there and back. */
@RunningService
class MissionRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final File REFERENCE = new File("src/main/resources/reference/minusma-2023.json");

  @BeforeEach
  void load() {
    admin()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(REFERENCE)
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  /** Null and an empty list say what an absent field says. */
  private static JsonNode withoutNothing(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var empty = new ArrayList<String>();
      object
          .properties()
          .forEach(
              e -> {
                withoutNothing(e.getValue());
                if (e.getValue().isNull() || e.getValue().isArray() && e.getValue().isEmpty()) {
                  empty.add(e.getKey());
                }
              });
      object.remove(empty);
    }
    node.forEach(MissionRowsTest::withoutNothing);
    return node;
  }

  /** Numbers by their value: 57.0 is 57. */
  private static String plain(JsonNode node) {
    return withoutNothing(node).toString().replaceAll("([0-9])\\.0+(?=[,}\\]])", "$1");
  }

  private static JsonNode sorted(JsonNode node) throws Exception {
    var mapper =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    return mapper.readTree(mapper.writeValueAsString(mapper.treeToValue(node, Object.class)));
  }

  @Test
  void theReferenceDatasetComesBackAsItIs() throws Exception {
    var sent = sorted(JSON.readTree(REFERENCE));
    var kept = sorted(JSON.readTree(viewer().get("/dataset").asString()));
    assertEquals(plain(sent), plain(kept));
  }

  @Test
  void aDatasetThatIsPutAgainDoesNotChange() {
    var first = viewer().get("/dataset");
    admin()
        .contentType("application/json")
        .header("If-Match", first.header("ETag"))
        .body(first.asString())
        .put("/dataset")
        .then()
        .statusCode(200)
        .header("ETag", first.header("ETag"));
    assertEquals(first.asString(), viewer().get("/dataset").asString());
  }

  @Test
  void aPageGoesOnWhenTheRowBeforeItIsGone() {
    var ids = new ArrayList<String>();
    var page = viewer().get("/units?limit=3&sort=-strength").jsonPath();
    ids.addAll(page.getList("items.id"));
    planner().header("If-Match", "*").delete("/units/" + ids.get(2)).then().statusCode(204);
    var next =
        viewer()
            .get("/units?limit=1000&sort=-strength&cursor=" + page.getString("nextCursor"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    ids.remove(2);
    ids.addAll(next.<String>getList("items.id"));
    var all =
        viewer().get("/units?limit=1000&sort=-strength").jsonPath().<String>getList("items.id");
    assertEquals(all, ids);
  }

  @Test
  void aCursorIsOfItsListItsFiltersAndItsSort() {
    var cursor = viewer().get("/units?limit=1&base=GAO").jsonPath().getString("nextCursor");
    viewer().get("/units?limit=1&base=GAO&cursor=" + cursor).then().statusCode(200);
    for (var other :
        List.of(
            "/units?limit=1&base=KIDAL", "/assets?limit=1&base=GAO", "/units?base=GAO&sort=-id")) {
      viewer().get(other + "&cursor=" + cursor).then().statusCode(400);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/routes/ANEFIS-GAO | The restrictions KIDAL-ROADS name ANEFIS-GAO",
        "/exits/DAKAR      | DAKAR is the exit of TIMBUKTU, BAMAKO",
        "/waypoints/ANEFIS | ANEFIS is an end of AGUELHOK-ANEFIS, KIDAL-ANEFIS, ANEFIS-GAO",
      })
  void aDeletionSaysWhatNamesTheThing(String path, String detail) {
    planner()
        .contentType("application/json")
        .body(
            "{\"id\":\"KIDAL-ROADS\",\"kind\":\"ROUTE_CLOSURE\",\"routes\":[\"ANEFIS-GAO\"],"
                + "\"from\":\"2024-01-01\",\"to\":\"2024-01-02\"}")
        .post("/restrictions")
        .then()
        .statusCode(201);
    var said =
        planner()
            .header("If-Match", "*")
            .delete(path)
            .then()
            .statusCode(409)
            .extract()
            .jsonPath()
            .getString("detail");
    assertEquals(true, said.startsWith(detail), said);
    viewer().get(path).then().statusCode(200);
  }

  @Test
  void aFieldThatIsTakenAwayIsGone() {
    var tag = viewer().get("/bases/KIDAL").header("ETag");
    planner()
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body("{\"airfield\":null,\"region\":null,\"threatLevel\":5}")
        .patch("/bases/KIDAL")
        .then()
        .statusCode(200)
        .body("threatLevel", equalTo(5))
        .body("airfield", equalTo(null))
        .body("region", equalTo(null));
  }
}
