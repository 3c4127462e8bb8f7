package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.path.json.JsonPath;
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

/** The packaged service in a process of its own, on a file of H2 or on a PostgreSQL. */
final class PackagedService {

  private static final File JAR = new File("target/quarkus-app/quarkus-run.jar");
  static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Path log;
  private final List<String> options = new ArrayList<>();
  private final int port;
  private Process process;

  /**
   * A service that is not started yet.
   *
   * @param log where it says what it does
   */
  PackagedService(Path log, String profile) throws IOException {
    this.log = log;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    with("-Xmx512m");
    with("-Dquarkus.profile=" + profile);
    with("-Dquarkus.http.port=" + port);
    with("-Dquarkus.http.host=127.0.0.1");
    with("-Ddrawdown.jobs.heartbeat=PT0.3S");
    with("-Ddrawdown.jobs.missed-heartbeats=5");
  }

  /** In profile prod, on a file in a folder, with the user ada. */
  static PackagedService onFile(Path folder) throws IOException {
    return new PackagedService(folder.resolve("log"), "prod")
        .with(
            "-Dquarkus.datasource.jdbc.url=jdbc:h2:retry:"
                + folder.resolve("drawdown")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
        .withAda();
  }

  PackagedService with(String option) {
    options.add(option);
    return this;
  }

  PackagedService withAda() {
    // Most libraries of today write 2b, where Elytron writes 2a.
    var hash = BcryptUtil.bcryptHash("secret", 4).replaceFirst("^\\$2a", "\\$2b");
    with("-Ddrawdown.users.ada.password-hash=" + hash);
    return with("-Ddrawdown.users.ada.roles=viewer,planner,admin");
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  /** Starts it, and does not wait. */
  Process launch() throws IOException {
    var command = new ArrayList<String>();
    command.add(Tools.java());
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.getPath()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return process;
  }

  /** Starts it and waits until it is ready. */
  void start() throws Exception {
    launch();
    awaitReady();
  }

  void awaitReady() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      assertTrue(process.isAlive(), () -> "it ended: " + log());
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

  /** Asks it to end, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::log);
  }

  /** Ends it without asking. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  RequestSpecification as(String user, String password) {
    return given().port(port).basePath("/api/v1").auth().preemptive().basic(user, password);
  }

  RequestSpecification ada() {
    return as("ada", "secret");
  }

  /** Loads the reference case. */
  void load() {
    ada()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(new File("src/main/resources/reference/minusma-2023.json"))
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  JsonPath schedule(String id) {
    return ada().get("/schedules/" + id).then().statusCode(200).extract().jsonPath();
  }

  /** Asks for a schedule, and returns its id. */
  String request(String body) {
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

  void waitForState(String id, String state) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!schedule(id).getString("state").equals(state)) {
      assertTrue(System.nanoTime() < end, () -> "it is not " + state + ": " + log());
      Thread.sleep(50);
    }
  }
}
