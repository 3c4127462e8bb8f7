package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.drawdown.Api.nobody;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manners that all resources share, beyond what an example can show. */
@RunningService
@TestProfile(MannersTest.SmallBodies.class)
class MannersTest {

  private static final String JSON = "application/json";
  private static final String PATCH = "application/merge-patch+json";

  /** A service that takes bodies of a mebibyte at most. */
  public static class SmallBodies implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("drawdown.http.max-body-size", "1M");
    }
  }

  @TestHTTPResource URI service;

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    var pool = Executors.newFixedThreadPool(times);
    try {
      var answers = new ArrayList<T>();
      for (var answer : pool.invokeAll(java.util.Collections.nCopies(times, work))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void fiftyPostsAtOnceWithOneKeyMakeOneThing() throws Exception {
    var answers =
        atOnce(
            50,
            () ->
                planner()
                    .contentType(JSON)
                    .header("Idempotency-Key", "fifty-at-once")
                    .body("{\"code\":\"SETE\",\"kind\":\"SEAPORT\",\"country\":\"FRA\"}")
                    .post("/exits"));
    for (var answer : answers) {
      assertEquals(201, answer.statusCode(), answer.asString());
      assertEquals(answers.get(0).asString(), answer.asString());
      assertEquals(answers.get(0).header("Location"), answer.header("Location"));
    }
    assertEquals(1, answers.stream().filter(a -> a.header("Idempotency-Replayed") == null).count());
    viewer().get("/exits/SETE").then().statusCode(200);
  }

  @Test
  void aKeyIsOfItsUserAndOfItsRequest() {
    var unit = "{\"id\":\"KEY-1\",\"category\":\"MILITARY\",\"strength\":1,\"base\":\"GAO\"}";
    planner()
        .contentType(JSON)
        .header("Idempotency-Key", "mine")
        .body(unit)
        .post("/units")
        .then()
        .statusCode(201);
    planner()
        .contentType(JSON)
        .header("Idempotency-Key", "mine")
        .body(unit.replace("KEY-1", "KEY-2"))
        .post("/units?validateOnly=true")
        .then()
        .statusCode(422);
    planner()
        .contentType(JSON)
        .header("Idempotency-Key", "mine")
        .body(unit.replace("KEY-1", "KEY-2"))
        .post("/units")
        .then()
        .statusCode(422)
        .body("type", equalTo("/api/v1/problems/idempotency-key-reused"));
    Api.as("approver")
        .contentType(JSON)
        .header("Idempotency-Key", "mine")
        .body(unit.replace("KEY-1", "KEY-3"))
        .post("/units")
        .then()
        .statusCode(201);
  }

  @Test
  void aRefusalIsNotKeptWithItsKey() {
    var unit = "{\"id\":\"KEY-4\",\"category\":\"MILITARY\",\"strength\":1,\"base\":\"%s\"}";
    planner()
        .contentType(JSON)
        .header("Idempotency-Key", "mended")
        .body(unit.formatted("NOWHERE"))
        .post("/units")
        .then()
        .statusCode(400);
    planner()
        .contentType(JSON)
        .header("Idempotency-Key", "mended")
        .body(unit.formatted("GAO"))
        .post("/units")
        .then()
        .statusCode(201);
  }

  @Test
  void oneOfTwoWhoEditTheSameBaseAtOnceGetsA412() throws Exception {
    for (int round = 0; round < 10; round++) {
      var tag = viewer().get("/bases/ANSONGO").header("ETag");
      int now = round;
      var number = new java.util.concurrent.atomic.AtomicInteger();
      var answers =
          atOnce(
              2,
              () -> {
                int mine = number.incrementAndGet();
                return planner()
                    .contentType(PATCH)
                    .header("If-Match", tag)
                    .body("{\"region\":\"round %d, editor %d\"}".formatted(now, mine))
                    .patch("/bases/ANSONGO");
              });
      var won = answers.stream().filter(a -> a.statusCode() == 200).toList();
      assertEquals(1, won.size(), "who won in round " + round);
      assertEquals(1, answers.stream().filter(a -> a.statusCode() == 412).count());
      viewer()
          .get("/bases/ANSONGO")
          .then()
          .body("region", equalTo(won.get(0).jsonPath().getString("region")))
          .header("ETag", won.get(0).header("ETag"));
    }
  }

  @Test
  void whatIsOnlyTriedIsCheckedAndNotWritten() {
    planner()
        .contentType(JSON)
        .body("{\"code\":\"TEMA\",\"kind\":\"SEAPORT\"}")
        .post("/exits?validateOnly=true")
        .then()
        .statusCode(200)
        .body("code", equalTo("TEMA"));
    viewer().get("/exits/TEMA").then().statusCode(404);
    planner()
        .contentType(JSON)
        .body("{\"code\":\"DAKAR\"}")
        .post("/exits?validateOnly=true")
        .then()
        .statusCode(409);
    planner()
        .header("If-Match", "*")
        .delete("/exits/DAKAR?validateOnly=true")
        .then()
        .statusCode(409);
    planner()
        .contentType(JSON)
        .body("{\"name\":\"not planned\"}")
        .post("/schedules?validateOnly=true")
        .then()
        .statusCode(200);
    viewer().get("/schedules?count=true").then().body("total", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/mission", "/bases", "/bases/GAO", "/schedules/active/stages", "/problems"})
  void headIsGetWithoutTheBody(String path) {
    var get = viewer().get(path).then().statusCode(200).extract();
    viewer()
        .head(path)
        .then()
        .statusCode(200)
        .header("ETag", get.header("ETag"))
        .contentType(get.contentType())
        .body(is(""));
  }

  @ParameterizedTest
  @CsvSource({
    "/mission, 'GET, HEAD, OPTIONS, PATCH, PUT'",
    "/bases, 'GET, HEAD, OPTIONS, POST'",
    "/bases/GAO, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
    "/schedules, 'GET, HEAD, OPTIONS, POST'",
    "/schedules/active/solve, 'DELETE, OPTIONS'",
    "/verifications, 'OPTIONS, POST'",
  })
  void optionsAndA405TellWhatAnAddressCanDo(String path, String allowed) {
    viewer().options(path).then().statusCode(200).header("Allow", allowed);
    for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
      if (!List.of(allowed.split(", ")).contains(method)) {
        Api.admin()
            .contentType(JSON)
            .body("{}")
            .request(method, path)
            .then()
            .statusCode(405)
            .header("Allow", allowed)
            .contentType(startsWith("application/problem+json"));
      }
    }
  }

  @Test
  void answersAreCompressedForWhoAcceptsIt() throws IOException {
    var packed =
        given()
            .basePath("/api/v1")
            .config(
                RestAssured.config()
                    .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
            .header("Accept-Encoding", "gzip")
            .get("/problems");
    assertEquals("gzip", packed.header("Content-Encoding"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
      assertEquals(
          viewer().get("/problems").asString(),
          new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aBrowserOfAnotherOriginMayAskOnlyIfItIsNamed() {
    nobody()
        .header("Origin", "http://localhost:5173")
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "if-match,content-type,authorization")
        .options("/bases/GAO")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "http://localhost:5173")
        .header("Access-Control-Allow-Methods", containsString("PATCH"))
        .header("Access-Control-Allow-Headers", containsString("If-Match"));
    viewer()
        .header("Origin", "http://localhost:5173")
        .get("/bases/GAO")
        .then()
        .statusCode(200)
        .header("Access-Control-Expose-Headers", containsString("ETag"));
    given()
        .basePath("/api/v1")
        .header("Origin", "https://elsewhere.example")
        .get("/bases/GAO")
        .then()
        .statusCode(403);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsToldOrNot() throws Exception {
    var large = "{\"name\":\"" + "x".repeat(2 << 20) + "\"}";
    planner()
        .contentType(JSON)
        .body(large)
        .post("/schedules")
        .then()
        .statusCode(413)
        .body("type", equalTo("/api/v1/problems/too-large"));
    var request =
        HttpRequest.newBuilder(service.resolve("/api/v1/schedules"))
            .header("Content-Type", JSON)
            .header("Authorization", basic("planner"))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
            .build();
    assertEquals(
        413,
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .statusCode());
  }

  private static String basic(String user) {
    return "Basic "
        + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pagesAreCutByWhatWasSeenLast() {
    var first = viewer().get("/units?sort=id&limit=5").jsonPath();
    var last = first.getString("items[4].id");
    planner()
        .contentType(JSON)
        .body("{\"id\":\"AAA-FIRST\",\"category\":\"MILITARY\",\"strength\":1,\"base\":\"GAO\"}")
        .post("/units")
        .then()
        .statusCode(201);
    var next = viewer().get("/units?sort=id&limit=5&cursor=" + first.getString("nextCursor"));
    assertTrue(next.jsonPath().getString("items[0].id").compareTo(last) > 0);
    var again = viewer().get("/units?sort=id&limit=6").jsonPath().getList("items.id");
    assertEquals("AAA-FIRST", again.get(0));
    assertEquals(last, again.get(5));
  }

  @Test
  void speaksFrenchToWhoPrefersIt() {
    viewer()
        .header("Accept-Language", "de, fr;q=0.8, en;q=0.5")
        .get("/bases/ATLANTIS")
        .then()
        .statusCode(404)
        .header("Content-Language", "fr")
        .body("title", equalTo("Introuvable"));
  }

  @Test
  void theContractAndItsDocumentationAreServedWithoutTheNet() {
    var file = nobody().basePath("").get("/openapi");
    assertEquals(200, file.statusCode());
    var page = nobody().basePath("").get("/docs/").then().statusCode(200).extract().asString();
    assertFalse(page.matches("(?s).*(src|href)=\"https?://.*"), "it loads from elsewhere: " + page);
    nobody().basePath("").get("/docs/swagger-ui-bundle.js").then().statusCode(200);
  }

  /** What no client library sends. */
  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/bases/%zz HTTP/1.1, 400",
    "GET /api/v1/bases?sort=%zz HTTP/1.1, 400",
    "GET /api/v1/bases/%ff%fe HTTP/1.1, 404",
    "BREW /api/v1/bases HTTP/1.1, 405",
  })
  void malformedRequestsAreTheClientsFault(String line, int status) throws IOException {
    try (var socket = new Socket("127.0.0.1", service.getPort())) {
      var request =
          line
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
              + basic("viewer")
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
      // A broken percent-encoding is refused by the server itself, before there is a body.
      boolean problem = answer.toLowerCase(java.util.Locale.ROOT).contains("problem+json");
      assertEquals(status != 400, problem, answer);
    }
  }

  @Test
  void everyListCanBeCountedAndSaysHowItBreaksTies() {
    for (var path : List.of("/bases", "/units", "/assets", "/routes", "/exits", "/phases")) {
      viewer().get(path + "?limit=1&count=true").then().body("total", notNullValue());
    }
  }

  @Test
  void everyParameterOfEveryListIsRead() {
    ListFilters.check();
  }
}
