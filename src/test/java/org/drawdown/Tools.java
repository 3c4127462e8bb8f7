package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's programs: run to their end, or started and ended with the test. */
final class Tools {

  private static final int PATIENCE_S = 300;

  private final List<Process> started = new ArrayList<>();

  /** Ends what was started. */
  void end() throws InterruptedException {
    for (var process : started) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroyForcibly().waitFor();
    }
  }

  /** Runs a program that has to end well, and returns what it said. */
  static String run(File folder, String... command) throws Exception {
    var log = File.createTempFile("tool", ".log");
    var process =
        new ProcessBuilder(command)
            .directory(folder)
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
    var said = Files.readString(log.toPath(), StandardCharsets.UTF_8);
    assertTrue(ended, () -> String.join(" ", command) + " does not end: " + said);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + said);
    return said;
  }

  /** The java of this JDK. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Starts a fresh demo of the packaged service, and returns its port. */
  int demo() throws Exception {
    return start(
        "/q/health/ready",
        List.of(
            java(),
            "-Xmx512m",
            "-Dquarkus.profile=demo",
            "-Dquarkus.http.port=PORT",
            "-jar",
            "target/quarkus-app/quarkus-run.jar"),
        new File("."));
  }

  /** Starts a program that listens on a port, and returns the port once it answers there. */
  int start(String ready, List<String> command, File folder) throws Exception {
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
    started.add(process);
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
}
