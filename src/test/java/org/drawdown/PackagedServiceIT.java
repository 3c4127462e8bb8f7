package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service: as a demo, and in profile prod on a file, killed and started again. */
class PackagedServiceIT {

  @TempDir Path folder;
  private PackagedService service;

  @AfterEach
  void end() throws InterruptedException {
    if (service != null) {
      service.kill();
    }
  }

  private void start() throws Exception {
    if (service == null) {
      service = PackagedService.onFile(folder);
    }
    service.start();
  }

  /** A service that has to refuse to start, with what it says. */
  private String refusal(String... options) throws Exception {
    service =
        new PackagedService(folder.resolve("log"), "prod")
            .with("-Dquarkus.datasource.jdbc.url=jdbc:h2:" + folder.resolve("refused"));
    for (var option : options) {
      service.with(option);
    }
    var process = service.launch();
    assertTrue(
        process.waitFor(PackagedService.PATIENCE.toSeconds(), TimeUnit.SECONDS), "it has started");
    assertNotEquals(0, process.exitValue());
    return service.log();
  }

  @Test
  void refusesToStartWhileSomebodyCouldNotSignIn() throws Exception {
    assertTrue(refusal().contains("drawdown.users.<name>.password-hash"), service::log);
    var noHash =
        refusal("-Ddrawdown.users.eve.password-hash=secret", "-Ddrawdown.users.eve.roles=viewer");
    assertTrue(noHash.contains("User eve could not sign in"), noHash);
    var noRole =
        refusal(
            "-Ddrawdown.users.eve.password-hash=" + BcryptUtil.bcryptHash("secret", 4),
            "-Ddrawdown.users.eve.roles=viewer,boss");
    assertTrue(noRole.contains("drawdown.users.eve.roles has boss"), noRole);
  }

  @Test
  void theDemoIsReadyBeforeItsPlanWhichIsWaitedFor() throws Exception {
    service = new PackagedService(folder.resolve("log"), "demo");
    // Whatever the machine speaks, ids and sentences are the same.
    service.with("-Duser.language=ar").with("-Duser.country=EG");
    service.start();
    var viewer = service.as("viewer", "viewer");
    var stages =
        viewer.get("/schedules/active/stages?on=2023-10-15").then().statusCode(200).extract();
    assertEquals(13, stages.jsonPath().getList("items").size());
    var movements =
        service.as("viewer", "viewer").get("/schedules/active/movements?limit=1000").asString();
    assertTrue(movements.contains("\"KIDAL-C01\""), "an id in other digits");
    service
        .as("planner", "planner")
        .contentType("application/json")
        .body("{\"assumptions\":{\"trucks\":-1}}")
        .post("/schedules")
        .then()
        .statusCode(400);
    assertTrue(movements.matches("\\p{ASCII}*"), "digits of another script");
  }

  @Test
  void prodIsClosedToWhoIsNotSignedIn() throws Exception {
    start();
    for (var path : List.of("/openapi", "/docs/", "/api/v1/problems", "/api/v1/bases")) {
      assertEquals(401, given().port(service.port()).get(path).statusCode(), path);
      assertEquals(
          401,
          given()
              .port(service.port())
              .auth()
              .preemptive()
              .basic("ada", "wrong")
              .get(path)
              .statusCode(),
          path);
    }
    assertEquals(
        200,
        given()
            .port(service.port())
            .auth()
            .preemptive()
            .basic("ada", "secret")
            .get("/openapi")
            .statusCode());
    assertTrue(!service.log().contains("ERROR"), service::log);
  }

  @Test
  void takesUpAKilledSolve() throws Exception {
    start();
    service.as("viewer", "viewer").get("/bases").then().statusCode(401);
    service.ada().get("/mission").then().statusCode(404);
    service.load();
    var id = service.request("{\"solve\":{\"timeLimitSeconds\":8}}");
    long end = System.nanoTime() + PackagedService.PATIENCE.toNanos();
    Long before = null;
    while (before == null && System.nanoTime() < end) {
      var best = service.schedule(id).get("progress.objective");
      before = best == null ? null : ((Number) best).longValue();
      Thread.sleep(50);
    }

    service.kill();
    start();
    while (!service.schedule(id).getString("state").equals("READY") && System.nanoTime() < end) {
      Thread.sleep(100);
    }

    var taken = service.schedule(id);
    assertEquals("READY", taken.getString("state"), service::log);
    assertEquals(2, taken.getInt("statistics.attempts"));
    assertTrue(taken.getLong("certificate.objective") <= before, "worse than what was stored");
  }

  @Test
  void handsARunBackWhenItIsStopped() throws Exception {
    start();
    service.load();
    var id = service.request("{\"solve\":{\"timeLimitSeconds\":6}}");
    service.waitForState(id, "SOLVING");
    service.stop();
    start();
    service.waitForState(id, "READY");
    assertEquals(2, service.schedule(id).getInt("statistics.attempts"));
    assertTrue(!service.log().contains("Planning schedule " + id + " failed"), service::log);
  }

  @Test
  void queuedRunsTellTheirPlace() throws Exception {
    start();
    service.load();
    var first = service.request("{\"solve\":{\"timeLimitSeconds\":60}}");
    service.waitForState(first, "SOLVING");
    var second = service.request("{\"solve\":{\"maxIterations\":100}}");
    var third = service.request("{\"solve\":{\"maxIterations\":100}}");
    assertEquals(1, service.schedule(second).getInt("progress.placeInQueue"));
    assertEquals(2, service.schedule(third).getInt("progress.placeInQueue"));
    service.ada().delete("/schedules/" + second + "/solve").then().statusCode(202);
    assertEquals("CANCELLED", service.schedule(second).getString("state"));
    assertEquals(1, service.schedule(third).getInt("progress.placeInQueue"));
    service.ada().delete("/schedules/" + first + "/solve").then().statusCode(202);
    service.waitForState(third, "READY");
    assertEquals("READY", service.schedule(first).getString("state"));
  }

  @Test
  void givesTheSamePlanAfterARestart() throws Exception {
    start();
    service.load();
    var first = movements();
    service.stop();
    start();
    assertEquals(first, movements());
  }

  @Test
  void repeatsAnAnswerAfterARestart() throws Exception {
    start();
    service.load();
    var first = createExit();
    service.kill();
    start();
    var second = createExit();
    assertEquals(201, second.statusCode());
    assertEquals("true", second.header("Idempotency-Replayed"));
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
  }

  private Response createExit() {
    return service
        .ada()
        .contentType("application/json")
        .header("Idempotency-Key", "before-and-after")
        .body("{\"code\":\"SETE\",\"kind\":\"SEAPORT\",\"country\":\"FRA\"}")
        .post("/exits");
  }

  private String movements() throws InterruptedException {
    var id = service.request("{\"solve\":{\"maxIterations\":1000,\"seed\":9}}");
    service.waitForState(id, "READY");
    return service
        .ada()
        .get("/schedules/" + id + "/movements?limit=1000")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
