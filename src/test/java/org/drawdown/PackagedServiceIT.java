package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service: as a demo, and in profile prod on a file, killed and started again. */
class PackagedServiceIT {

  private static final File JAR = new File("target/quarkus-app/quarkus-run.jar");
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir Path folder;
  private int port;
  private Process service;

  @BeforeEach
  void choosePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    if (service != null) {
      service.destroyForcibly().waitFor();
    }
  }

  private Process launch(String profile, boolean withUsers) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-Dquarkus.profile=" + profile);
    command.add("-Dquarkus.http.port=" + port);
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Ddrawdown.jobs.heartbeat=PT0.3S");
    command.add("-Ddrawdown.jobs.missed-heartbeats=5");
    if (profile.equals("prod")) {
      command.add(
          "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:"
              + folder.resolve("drawdown")
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    }
    if (withUsers) {
      command.add("-Ddrawdown.users.ada.password-hash=" + BcryptUtil.bcryptHash("secret", 4));
      command.add("-Ddrawdown.users.ada.roles=viewer,planner,admin");
    }
    command.addAll(List.of("-jar", JAR.getPath()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void start() throws Exception {
    start("prod", true);
  }

  private void start(String profile, boolean withUsers) throws Exception {
    service = launch(profile, withUsers);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      assertTrue(service.isAlive(), () -> "it ended: " + log());
      assertTrue(System.nanoTime() < end, () -> "it does not start: " + log());
      try {
        if (given().port(port).get("/q/health/ready").statusCode() == 200) {
          return;
        }
      } catch (Exception notYet) {
        Thread.sleep(100);
      }
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private RequestSpecification ada() {
    return given().port(port).basePath("/api/v1").auth().preemptive().basic("ada", "secret");
  }

  private JsonPath schedule(String id) {
    return ada().get("/schedules/" + id).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void refusesToStartWithoutUsers() throws Exception {
    service = launch("prod", false);
    assertTrue(
        service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS),
        "it runs without anybody who could sign in");
    assertNotEquals(0, service.exitValue());
    assertTrue(log().contains("drawdown.users.<name>.password-hash"), log());
  }

  @Test
  void theDemoHasAPlanInForceWhenItIsReady() throws Exception {
    start("demo", false);
    var stages =
        given()
            .port(port)
            .basePath("/api/v1")
            .auth()
            .preemptive()
            .basic("viewer", "viewer")
            .get("/schedules/active/stages?on=2023-10-15")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(13, stages.getList("items").size());
  }

  @Test
  void takesUpAKilledSolve() throws Exception {
    start();
    given()
        .port(port)
        .basePath("/api/v1")
        .auth()
        .preemptive()
        .basic("viewer", "viewer")
        .get("/bases")
        .then()
        .statusCode(401);
    given().port(port).basePath("/api/v1").get("/bases").then().statusCode(401);
    ada().get("/mission").then().statusCode(404);
    load();
    var id = request("{\"solve\":{\"timeLimitSeconds\":8}}");
    long end = System.nanoTime() + PATIENCE.toNanos();
    Long before = null;
    while (before == null && System.nanoTime() < end) {
      var best = schedule(id).get("progress.objective");
      before = best == null ? null : ((Number) best).longValue();
      Thread.sleep(50);
    }

    service.destroyForcibly().waitFor();
    start();
    while (!schedule(id).getString("state").equals("READY") && System.nanoTime() < end) {
      Thread.sleep(100);
    }

    var taken = schedule(id);
    assertEquals("READY", taken.getString("state"), this::log);
    assertEquals(2, taken.getInt("statistics.attempts"));
    assertTrue(taken.getLong("certificate.objective") <= before, "worse than what was stored");
  }

  @Test
  void handsARunBackWhenItIsStopped() throws Exception {
    start();
    load();
    var id = request("{\"solve\":{\"timeLimitSeconds\":6}}");
    waitForState(id, "SOLVING");
    service.destroy();
    assertTrue(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::log);
    start();
    waitForState(id, "READY");
    assertEquals(2, schedule(id).getInt("statistics.attempts"));
    assertTrue(!log().contains("Planning schedule " + id + " failed"), this::log);
  }

  @Test
  void queuedRunsTellTheirPlace() throws Exception {
    start();
    load();
    var first = request("{\"solve\":{\"timeLimitSeconds\":60}}");
    waitForState(first, "SOLVING");
    var second = request("{\"solve\":{\"maxIterations\":100}}");
    var third = request("{\"solve\":{\"maxIterations\":100}}");
    assertEquals(1, schedule(second).getInt("progress.placeInQueue"));
    assertEquals(2, schedule(third).getInt("progress.placeInQueue"));
    ada().delete("/schedules/" + second + "/solve").then().statusCode(202);
    assertEquals("CANCELLED", schedule(second).getString("state"));
    assertEquals(1, schedule(third).getInt("progress.placeInQueue"));
    ada().delete("/schedules/" + first + "/solve").then().statusCode(202);
    waitForState(third, "READY");
    assertEquals("READY", schedule(first).getString("state"));
  }

  private void load() {
    ada()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(new File("src/main/resources/reference/minusma-2023.json"))
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  private String request(String body) {
    return ada()
        .contentType("application/json")
        .body(body)
        .post("/schedules")
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private void waitForState(String id, String state) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!schedule(id).getString("state").equals(state)) {
      assertTrue(System.nanoTime() < end, () -> "it is not " + state + ": " + log());
      Thread.sleep(50);
    }
  }

  @Test
  void givesTheSamePlanAfterARestart() throws Exception {
    start();
    load();
    var first = movements();
    service.destroy();
    service.waitFor();
    start();
    assertEquals(first, movements());
  }

  @Test
  void repeatsAnAnswerAfterARestart() throws Exception {
    start();
    load();
    var first = createExit();
    service.destroyForcibly().waitFor();
    start();
    var second = createExit();
    assertEquals(201, second.statusCode());
    assertEquals("true", second.header("Idempotency-Replayed"));
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
  }

  private Response createExit() {
    return ada()
        .contentType("application/json")
        .header("Idempotency-Key", "before-and-after")
        .body("{\"code\":\"SETE\",\"kind\":\"SEAPORT\",\"country\":\"FRA\"}")
        .post("/exits");
  }

  private String movements() throws InterruptedException {
    var id = request("{\"solve\":{\"maxIterations\":1000,\"seed\":9}}");
    waitForState(id, "READY");
    return ada()
        .get("/schedules/" + id + "/movements?limit=1000")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
