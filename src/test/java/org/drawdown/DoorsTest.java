package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.drawdown.Api.admin;
import static org.drawdown.Api.nobody;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at the doors: headers, tags, origins, odd addresses, limits. */
@RunningService
@TestProfile(DoorsTest.Closed.class)
class DoorsTest {

  private static final String JSON = "application/json";
  private static final String PATCH = "application/merge-patch+json";

  /** A service that lets in no page of another origin, and behind a proxy. */
  public static class Closed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.cors.enabled", "false",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.enable-forwarded-host", "true",
          "drawdown.planning.max-runs-per-user", "3");
    }
  }

  @TestHTTPResource URI service;

  @ParameterizedTest
  @ValueSource(strings = {"fr;q=abc", "@@@", ";", "q=2"})
  void aMalformedLanguageSaysNothing(String header) {
    given().header("Accept-Language", header).get("/nowhere").then().statusCode(404);
    viewer()
        .header("Accept-Language", header)
        .get("/bases/ATLANTIS")
        .then()
        .statusCode(404)
        .header("Content-Language", "en");
  }

  @Test
  void aLanguageThatIsRefusedIsNotSpoken() {
    viewer()
        .header("Accept-Language", "fr;q=0, *;q=0.5")
        .get("/bases/ATLANTIS")
        .then()
        .header("Content-Language", "en");
  }

  @Test
  void whoDeletesMayAcceptWhatever() {
    for (var accepted : new String[] {"application/problem+json", "image/png"}) {
      for (var path : new String[] {"/schedules/active", "/exits/DAKAR", "/bases/GAO"}) {
        planner()
            .header("Accept", accepted)
            .header("If-Match", "*")
            .delete(path)
            .then()
            .statusCode(409);
      }
    }
  }

  @Test
  void aRefusedMediaTypeIsNotSent() {
    viewer().header("Accept", "application/json;q=0").get("/bases").then().statusCode(406);
    viewer().header("Accept", "application/json;q=0, */*").get("/mission").then().statusCode(406);
    for (var path : List.of("/bases", "/mission", "/movements/KIDAL-C01/order")) {
      viewer().header("Accept", "text/x, *; q=.2, */*; q=.2").get(path).then().statusCode(200);
      viewer().header("Accept", "text/x, a/b; q=.2", "*").get(path).then().statusCode(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 400", "a/, 400", "/, 400"})
  void aMalformedContentTypeIsTheClientsFault(String type, int status) throws IOException {
    assertEquals(status, status("GET /api/v1/problems HTTP/1.1", "Content-Type: " + type));
    assertEquals(415, status("POST /api/v1/bases HTTP/1.1", "Content-Type: " + type));
  }

  @Test
  void aBodyOfNoTypeIsNotTaken() throws IOException {
    assertEquals(415, status("POST /api/v1/schedules HTTP/1.1", "Content-Length: 2", "", "{}"));
    assertEquals(415, status("PATCH /api/v1/bases/GAO HTTP/1.1", "Content-Length: 2", "", "{}"));
  }

  @Test
  void whatIsTakenIsTold() {
    planner()
        .contentType(JSON)
        .header("If-Match", "*")
        .body("{}")
        .patch("/bases/GAO")
        .then()
        .statusCode(415)
        .header("Accept-Patch", PATCH);
    planner()
        .contentType(JSON)
        .header("Content-Encoding", "gzip")
        .body("{}")
        .post("/exits")
        .then()
        .statusCode(415)
        .header("Accept-Encoding", "identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost:1", "a b"})
  void aPageOfAnotherOriginChangesNothing(String origin) {
    planner()
        .contentType(JSON)
        .header("Origin", origin)
        .body("{\"name\":\"from elsewhere\"}")
        .post("/schedules?validateOnly=true")
        .then()
        .statusCode(403);
    planner()
        .header("Origin", origin)
        .header("If-Match", "*")
        .delete("/exits/DAKAR")
        .then()
        .statusCode(403);
    viewer().header("Origin", origin).get("/exits/DAKAR").then().statusCode(200);
  }

  @Test
  void aPageOfOursMayChangeThings() {
    var own = "http://localhost:" + service.getPort();
    planner()
        .contentType(JSON)
        .header("Origin", own)
        .header("Host", "localhost:" + service.getPort())
        .body("{\"name\":\"from here\"}")
        .post("/schedules?validateOnly=true")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/problems;x=1", "/docs%2Findex.html", "/docs%5Cindex.html", "/openapi%3Bx",
        "/openapi;x", "/openapi-generated", "/api/v1//problems", "/api/v1/x/..%2fproblems",
        "/docs/%2e%2e/openapi"
      })
  void anAddressHasOneForm(String path) throws IOException {
    assertEquals(404, status("GET " + path + " HTTP/1.1"));
  }

  @Test
  void aRequestHasAHost() throws IOException {
    assertEquals(400, statusOf("GET /api/v1/bases HTTP/1.1\r\nConnection: close\r\n\r\n"));
    assertEquals(400, statusOf("GET /api/v1/bases HTTP/1.0\r\n\r\n"));
    assertEquals(200, statusOf("GET /q/health/ready HTTP/1.0\r\n\r\n"));
    assertEquals(
        400, statusOf("GET /api/v1/bases HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"));
  }

  private int status(String line, String... rest) throws IOException {
    var text =
        new StringBuilder(line + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: ")
            .append("Basic YWRtaW46YWRtaW4=\r\n");
    boolean ended = false;
    for (var part : rest) {
      text.append(part).append(ended ? "" : "\r\n");
      ended |= part.isEmpty();
    }
    return statusOf(text.append(ended ? "" : "\r\n").toString());
  }

  /** Whoever answers, it is a problem, and no stack trace. */
  private int statusOf(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", service.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1."), answer);
      assertFalse(answer.contains("Error id") || answer.contains("Exception"), answer);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void theContractIsServedToTheLetter() throws IOException {
    var served = nobody().basePath("").get("/openapi").then().statusCode(200).extract();
    var file = Files.readString(Path.of("openapi.yaml"));
    assertEquals(file, new String(served.asByteArray(), StandardCharsets.UTF_8));
    var json = nobody().basePath("").get("/openapi?format=json").asString();
    assertEquals(new YAMLMapper().readTree(file), new ObjectMapper().readTree(json), "as JSON");
    assertEquals(
        file.lines()
            .filter(l -> l.startsWith("  version:"))
            .findFirst()
            .orElse("")
            .replaceAll("[^0-9.]", ""),
        Files.readString(Path.of("pom.xml"))
            .replaceAll("(?s).*?<version>([0-9.]+)</version>.*", "$1"),
        "the version in the log and in the contract");
  }

  /** A client that says itself what it accepts, and undoes nothing. */
  private static RequestSpecification raw() {
    return given()
        .basePath("/api/v1")
        .auth()
        .preemptive()
        .basic("viewer", "viewer")
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theCompressedFormHasATagOfItsOwn() throws IOException {
    var plain = raw().header("Accept-Encoding", "identity").get("/units");
    var zipped = raw().header("Accept-Encoding", "gzip").get("/units");
    assertEquals("gzip", zipped.header("Content-Encoding"));
    assertNotEquals(plain.header("ETag"), zipped.header("ETag"));
    assertTrue(plain.header("Vary").contains("Accept-Encoding"));
    assertEquals(plain.asString(), unzipped(zipped.asByteArray()));
    for (var tag :
        new String[] {
          plain.header("ETag"),
          zipped.header("ETag"),
          "W/" + plain.header("ETag"),
          "\"a\", W/" + zipped.header("ETag"),
          "*"
        }) {
      viewer().header("If-None-Match", tag).get("/units").then().statusCode(304);
    }
    raw()
        .header("Accept-Encoding", "gzip;q=0")
        .get("/units")
        .then()
        .header("Content-Encoding", nullValue());
  }

  @Test
  void eitherTagLetsAChangePass() {
    for (var coding : new String[] {"gzip", "identity"}) {
      var tag = raw().header("Accept-Encoding", coding).get("/bases/KIDAL").header("ETag");
      planner()
          .contentType(PATCH)
          .header("If-Match", tag)
          .body("{\"region\":\"by " + coding + "\"}")
          .patch("/bases/KIDAL")
          .then()
          .statusCode(200);
      planner()
          .contentType(PATCH)
          .header("If-Match", tag)
          .body("{\"region\":\"again\"}")
          .patch("/bases/KIDAL")
          .then()
          .statusCode(412);
    }
  }

  @Test
  void aReadWithAStaleTagIsAProblemThatIsTold() {
    for (var path : new String[] {"/mission", "/bases/GAO", "/schedules/active", "/problems"}) {
      viewer()
          .header("If-Match", "\"00000000000000000000000000000000\"")
          .get(path)
          .then()
          .statusCode(412)
          .body("type", equalTo("/api/v1/problems/precondition-failed"));
    }
  }

  @Test
  void whatWasAnsweredBeforeIsNotForEverybody() {
    viewer().get("/units").then().statusCode(200);
    nobody().get("/units").then().statusCode(401);
    nobody().auth().preemptive().basic("viewer", "wrong").get("/units").then().statusCode(401);
    viewer().get("/units?colour=blue").then().statusCode(400);
  }

  @Test
  void anAnswerChangesWithTheData() {
    for (int round = 0; round < 5; round++) {
      viewer().get("/exits").then().statusCode(200);
      viewer().get("/dataset").then().statusCode(200);
      var name = "Dakar, round " + round;
      planner()
          .contentType(PATCH)
          .header("If-Match", "*")
          .body("{\"name\":\"" + name + "\"}")
          .patch("/exits/DAKAR")
          .then()
          .statusCode(200);
      viewer().get("/exits").then().body("items.name", hasItem(name));
      viewer().get("/dataset").then().body("exits.name", hasItem(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=9", "Wait=9", "WAIT = \"9\""})
  void aPreferenceIsReadHoweverItIsWritten(String prefer) {
    var answer =
        planner()
            .contentType(JSON)
            .header("Prefer", "handling=lenient")
            .header("Prefer", prefer)
            .body("{\"solve\":{\"maxIterations\":20}}")
            .post("/schedules");
    assertEquals(201, answer.statusCode(), answer.asString());
    assertEquals("wait=9", answer.header("Preference-Applied"));
  }

  @Test
  void aRepeatedAnswerSaysSoAfterAWait() {
    var request =
        planner()
            .contentType(JSON)
            .header("Prefer", "wait=9")
            .header("Idempotency-Key", "waited-for")
            .body("{\"solve\":{\"maxIterations\":20}}");
    request.post("/schedules").then().statusCode(201).header("Idempotency-Replayed", nullValue());
    planner()
        .contentType(JSON)
        .header("Prefer", "wait=9")
        .header("Idempotency-Key", "waited-for")
        .body("{\"solve\":{\"maxIterations\":20}}")
        .post("/schedules")
        .then()
        .header("Idempotency-Replayed", "true");
  }

  @Test
  void behindTlsAnAddressSaysHttps() {
    var location =
        planner()
            .contentType(JSON)
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "drawdown.example")
            .body("{\"code\":\"LOME-2\",\"kind\":\"SEAPORT\",\"country\":\"TGO\"}")
            .post("/exits")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    assertEquals("https://drawdown.example/api/v1/exits/LOME-2", location);
  }

  @Test
  void deepBodiesAndManyFaultsAreCut() {
    var deep = "[".repeat(500) + "]".repeat(500);
    for (var body :
        new String[] {
          "{\"code\":\"A\",\"name\":" + deep + "}", "{\"a\":".repeat(500) + "1" + "}".repeat(500)
        }) {
      planner()
          .contentType(JSON)
          .body(body)
          .post("/exits")
          .then()
          .statusCode(400)
          .body("errors", hasSize(1));
    }
    var many = "{},".repeat(400_000);
    viewer()
        .contentType(JSON)
        .body("{\"stages\":[],\"movements\":[" + many + "{}]}")
        .post("/verifications")
        .then()
        .statusCode(400)
        .body("detail", containsString("More than 100"))
        .body("errors", hasSize(100));
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body("{\"mission\":{},\"bases\":[" + "{},".repeat(1_000_000) + "{}]}")
        .put("/dataset?validateOnly=true")
        .then()
        .statusCode(400)
        .body("errors", hasSize(100));
    var nested =
        "{\"assumptions\":{\"restrictions\":[{\"bases\":[" + "1,".repeat(900_000) + "1]}]}}";
    planner().contentType(JSON).body(nested).post("/schedules").then().statusCode(400);
  }

  @Test
  void onlyADatasetMayBeLarge() {
    var large = "{\"name\":\"" + "x".repeat(4_300_000) + "\"}";
    planner().contentType(JSON).body(large).post("/schedules").then().statusCode(413);
    viewer().contentType(JSON).body(large).post("/verifications").then().statusCode(413);
    planner()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(large)
        .put("/dataset")
        .then()
        .statusCode(403);
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body("{\"mission\":" + " ".repeat(4_300_000) + "{}}")
        .put("/dataset?validateOnly=true")
        .then()
        .statusCode(400);
  }

  /** The faults of a mission of one base, A, with units and whatever else stands behind them. */
  private static JsonPath faultsWith(String units, String rest) {
    return admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(
            "{\"mission\":{\"startDate\":\"2023-07-01\",\"withdrawalDeadline\":\"2023-12-31\","
                + "\"horizonEnd\":\"2024-12-31\"},"
                + "\"bases\":[{\"code\":\"A\",\"sector\":\"NORTH\",\"kind\":\"CAMP\","
                + "\"onwardLoadsPerDay\":5}],\"units\":[%s]%s}".formatted(units, rest))
        .put("/dataset?validateOnly=true")
        .then()
        .statusCode(400)
        .extract()
        .jsonPath();
  }

  private static String unit(String id, int strength, String base) {
    return "{\"id\":\"%s\",\"category\":\"MILITARY\",\"strength\":%d,\"base\":\"%s\"}"
        .formatted(id, strength, base);
  }

  @Test
  void faultsNameTheThingAndWhatWasFoundInTheOrderOfTheDocument() {
    var faults = faultsWith(unit("U1", 1, "A") + "," + unit("U2", -3, "A"), "");
    assertEquals("/units/1/strength", faults.getString("errors[0].pointer"));
    assertTrue(faults.getString("errors[0].detail").contains("found -3"), faults.prettify());
    var inconsistent =
        faultsWith(
            unit("U1", 1, "NOWHERE") + "," + unit("U1", 3, "A"),
            ",\"phases\":[{\"number\":1,\"from\":\"2023-07-01\",\"to\":\"2023-06-01\",\"bases\":[]}]");
    assertEquals(
        java.util.List.of("/units/0/base", "/units/1/id", "/phases/0/to"),
        inconsistent.getList("errors.pointer"));
    assertTrue(inconsistent.getString("errors[0].detail").contains("U1"), inconsistent.prettify());
  }

  @Test
  void wholeNumbersStayWhole() {
    planner()
        .contentType(JSON)
        .body("{\"number\":60.0,\"from\":\"2023-07-01\",\"to\":\"2023-07-02\",\"bases\":[]}")
        .post("/phases")
        .then()
        .statusCode(201)
        .header("Location", containsString("/phases/60"))
        .header("Location", not(containsString("E")));
    var asset =
        planner()
            .contentType(JSON)
            .body(
                "{\"id\":\"WHOLE\",\"category\":\"OTHER\",\"disposition\":\"DESTROY\",\"base\":\"GAO\","
                    + "\"quantity\":1000.0,\"loadsPerItem\":1E+1}")
            .post("/assets")
            .then()
            .statusCode(201)
            .extract()
            .asString();
    assertTrue(asset.contains("\"quantity\":1000,"), asset);
    assertTrue(asset.contains("\"loadsPerItem\":10}"), asset);
  }

  @Test
  void codesInFiltersAreLiteral() {
    for (var path :
        new String[] {
          "/restrictions?base=K____",
          "/units?base=G__",
          "/assets?base=GA%25",
          "/schedules/active/movements?base=K____",
          "/schedules/active/stages?base=G__"
        }) {
      var answer = viewer().get(path);
      assertTrue(answer.statusCode() == 400 || answer.jsonPath().getList("items").isEmpty(), path);
    }
  }

  @Test
  void kindsCanBeAskedForTogether() {
    viewer()
        .get("/bases?kind=CAMP,OUTPOST,HEADQUARTERS&count=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(13));
    viewer().get("/bases?kind=CAMP,TENT").then().statusCode(400);
    viewer()
        .get("/schedules/active/movements?touching=GAO&kind=CONVOY&limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void whatSaysNothingIsNeutral() {
    for (var body :
        new String[] {
          "{\"frozenDays\":0}",
          "{\"pins\":[]}",
          "{\"assumptions\":{\"trucks\":150.0,\"escorts\":1e1}}",
          "{\"frozenDays\":0,\"pins\":[],\"assumptions\":{\"restrictions\":[],\"phases\":[],\"bases\":{},\"convoy\":{}},"
              + "\"objective\":{\"preset\":\"FASTEST\",\"weights\":{}}}"
        }) {
      planner()
          .contentType(JSON)
          .body(body)
          .post("/schedules?validateOnly=true")
          .then()
          .statusCode(200);
    }
    planner()
        .contentType(JSON)
        .body("{\"frozenDays\":3}")
        .post("/schedules?validateOnly=true")
        .then()
        .statusCode(400);
  }

  @Test
  void aUserHasSoManyRunsAtOnce() {
    var body = "{\"solve\":{\"timeLimitSeconds\":3600}}";
    for (int i = 0; i < 3; i++) {
      Api.as("approver").contentType(JSON).body(body).post("/schedules").then().statusCode(202);
    }
    Api.as("approver")
        .contentType(JSON)
        .body(body)
        .post("/schedules")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    // Another user's short run does not wait behind them.
    assertEquals("READY", Api.plan("{\"solve\":{\"maxIterations\":20}}").getString("state"));
    Api.as("approver")
        .delete("/schedules/queue")
        .then()
        .statusCode(200)
        .body("cancelled", equalTo(2));
    var running =
        viewer().get("/schedules?state=SOLVING").jsonPath().getList("items.id", String.class);
    running.forEach(id -> Api.as("approver").delete("/schedules/" + id + "/solve"));
    running.forEach(Api::await);
  }

  @Test
  void aScheduleCanBeRenamedAndDeleted() {
    var id = Api.plan("{\"name\":\"first\",\"solve\":{\"maxIterations\":20}}").getString("id");
    var tag = viewer().get("/schedules/" + id).header("ETag");
    planner()
        .contentType(PATCH)
        .header("If-Match", tag)
        .body("{\"name\":\"second\"}")
        .patch("/schedules/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("second"));
    viewer().get("/schedules/" + id).then().body("name", equalTo("second"));
    planner().header("If-Match", tag).delete("/schedules/" + id).then().statusCode(412);
    planner().header("If-Match", "*").delete("/schedules/" + id).then().statusCode(204);
    viewer().get("/schedules/" + id).then().statusCode(404);
    viewer().get("/schedules/" + id + "/stages").then().statusCode(404);
    planner().header("If-Match", "*").delete("/schedules/active").then().statusCode(409);
  }

  @Test
  void guessingPasswordsIsSlowedDownForWhoGuesses() {
    for (var name : new String[] {"reporter", "nobody-at-all"}) {
      int last = 0;
      for (int i = 0; i < 7; i++) {
        last =
            given()
                .basePath("/api/v1")
                .header("X-Forwarded-For", "203.0.113.7")
                .auth()
                .preemptive()
                .basic(name, "guess " + i)
                .get("/bases")
                .statusCode();
      }
      assertEquals(429, last);
    }
    given()
        .basePath("/api/v1")
        .header("X-Forwarded-For", "203.0.113.7")
        .auth()
        .preemptive()
        .basic("nobody-at-all", "once more")
        .get("/bases")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    viewer().get("/bases").then().statusCode(200);
  }

  @Test
  void theStreamOfARunIsNotBuffered() {
    viewer()
        .get("/schedules/active/progress")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-cache")
        .header("X-Accel-Buffering", "no")
        .body(containsString("data:{\"state\":\"ACTIVE\""));
  }

  @Test
  void theStreamOfAQueuedRunIsNotSilent() throws IOException {
    var body = "{\"solve\":{\"timeLimitSeconds\":3600}}";
    var ids = new java.util.ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          Api.as("admin")
              .contentType(JSON)
              .body(body)
              .post("/schedules")
              .then()
              .statusCode(202)
              .extract()
              .path("id"));
    }
    try (var socket = new Socket("127.0.0.1", service.getPort())) {
      socket.setSoTimeout(9_000);
      socket
          .getOutputStream()
          .write(
              ("GET /api/v1/schedules/%s/progress HTTP/1.1\r\nHost: localhost\r\n"
                      + "Accept: text/event-stream\r\nAuthorization: Basic YWRtaW46YWRtaW4=\r\n\r\n")
                  .formatted(ids.get(1))
                  .getBytes(StandardCharsets.ISO_8859_1));
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      var seen = new StringBuilder();
      while (!seen.toString().contains(":nothing new")) {
        seen.append(lines.readLine().replace(": ", ":")).append('\n');
      }
      assertTrue(seen.toString().contains("\"state\":\"QUEUED\""), seen.toString());
      assertTrue(seen.toString().contains("\"placeInQueue\":1"), seen.toString());
    }
    Api.as("admin").delete("/schedules/queue").then().statusCode(200);
    Api.as("admin").delete("/schedules/" + ids.get(0) + "/solve");
    Api.await(ids.get(0));
  }

  @Test
  void namesSortByTheirCharactersOnEitherDatabase() {
    var ids =
        new java.util.ArrayList<>(
            java.util.List.of("ab", "a-b", "a_b", "Beta", "alpha", "Zeta", "z1"));
    for (var id : ids) {
      planner()
          .contentType(JSON)
          .body(
              "{\"id\":\"sort.%s\",\"category\":\"POLICE\",\"strength\":1,\"base\":\"BER\"}"
                  .formatted(id))
          .post("/units")
          .then()
          .statusCode(201);
    }
    java.util.Collections.sort(ids);
    java.util.List<String> listed =
        viewer().get("/units?base=BER&category=POLICE&sort=id").jsonPath().getList("items.id");
    assertEquals(
        ids, listed.stream().filter(i -> i.startsWith("sort.")).map(i -> i.substring(5)).toList());
  }

  @Test
  void aCursorBelongsToItsListAndOutlivesItsRow() {
    var units = viewer().get("/units?limit=1&base=KIDAL").jsonPath().getString("nextCursor");
    viewer().get("/assets?limit=1&base=KIDAL&cursor=" + units).then().statusCode(400);
    viewer().get("/units?limit=1&base=GAO&cursor=" + units).then().statusCode(400);
    viewer().get("/units?limit=2&base=KIDAL&cursor=" + units).then().statusCode(200);
    viewer().get("/units?limit=2&base=KIDAL&cursor=").then().statusCode(200);
    for (int i = 0; i < 3; i++) {
      planner()
          .contentType(JSON)
          .body("{\"code\":\"AAA-%d\",\"kind\":\"SEAPORT\",\"country\":\"SEN\"}".formatted(i))
          .post("/exits")
          .then()
          .statusCode(201);
    }
    var page = viewer().get("/exits?limit=2").jsonPath();
    planner()
        .header("If-Match", "*")
        .delete("/exits/" + page.getString("items[1].code"))
        .then()
        .statusCode(204);
    viewer()
        .get("/exits?limit=2&cursor=" + page.getString("nextCursor"))
        .then()
        .statusCode(200)
        .body("items[0].code", equalTo("AAA-2"));
  }

  @Test
  void warningsAreTold() {
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(new File("src/test/resources/odd-dataset.json"))
        .put("/dataset?validateOnly=true")
        .then()
        .statusCode(200)
        .body("warnings.pointer", hasItem("/bases/1"))
        .body("warnings.pointer", hasItem("/bases/2"))
        .body("warnings.pointer", hasItem("/bases/3/location"))
        .body("warnings.pointer", hasItem("/assets/1/type"))
        .body("warnings.pointer", hasItem("/assets/3/aircraft/payloadKg"))
        .body("warnings.pointer", hasItem("/mission/seasons/1"));
  }
}
