package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the front-end team does with {@code openapi.yaml} as it stands: lint it, generate a client,
 * compile that strictly, use it against the packaged service, and use a mock in its place. Where
 * there is no npm it is left out, but never in CI.
 */
class FrontEndIT {

  private static final File FOLDER = new File("src/test/npm");
  private static final int PATIENCE_S = 300;

  @BeforeAll
  static void install() throws Exception {
    boolean there;
    try {
      there = new ProcessBuilder("npm", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there || System.getenv("CI") != null, "there is no npm");
    run("npm", "ci");
    run("npm", "run", "generate");
  }

  private static final List<Process> STARTED = new ArrayList<>();

  @AfterAll
  static void end() throws InterruptedException {
    for (var process : STARTED) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroyForcibly().waitFor();
    }
  }

  private static String run(String... command) throws Exception {
    var log = File.createTempFile("npm", ".log");
    var process =
        new ProcessBuilder(command)
            .directory(FOLDER)
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
    var said = java.nio.file.Files.readString(log.toPath(), StandardCharsets.UTF_8);
    assertTrue(ended, () -> String.join(" ", command) + " does not end: " + said);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + said);
    return said;
  }

  private static int start(String ready, List<String> command, File folder) throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var process =
        new ProcessBuilder(command.stream().map(c -> c.replace("PORT", "" + port)).toList())
            .directory(folder)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    STARTED.add(process);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (System.nanoTime() < end) {
      assertTrue(process.isAlive(), String.join(" ", command) + " has ended");
      try {
        if (given().port(port).get(ready).statusCode() < 500) {
          return port;
        }
      } catch (Exception notYet) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError(String.join(" ", command) + " does not start");
  }

  @Test
  void theFileLintsCleanByTheUsualRules() throws Exception {
    run("npm", "run", "lint");
  }

  @Test
  void aGeneratedClientCompilesStrictlyAndPlans() throws Exception {
    run("npm", "run", "compile");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int port =
        start(
            "/q/health/ready",
            List.of(
                java,
                "-Xmx512m",
                "-Dquarkus.profile=demo",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=PORT",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"),
            new File("."));
    var said = run("npm", "run", "plan", "--", "http://127.0.0.1:" + port + "/api/v1");
    assertTrue(said.contains("READY"), said);
    assertTrue(said.matches("(?s).*BAMAKO +CLOSED +\\d{4}-\\d{2}-\\d{2}.*"), said);
  }

  @Test
  void aMockAnswersFromTheExamples() throws Exception {
    int port =
        start(
            "/bases",
            List.of("npx", "prism", "mock", "../../../openapi.yaml", "--port", "PORT"),
            FOLDER);
    var bases =
        given()
            .port(port)
            .auth()
            .preemptive()
            .basic("viewer", "viewer")
            .get("/bases")
            .then()
            .statusCode(200)
            .extract();
    assertEquals("TESSALIT", bases.jsonPath().getString("items[0].code"));
    assertEquals(401, given().port(port).get("/bases").statusCode());
  }
}
