package org.drawdown.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * CPU until the packaged service is ready in profile prod, as a ratio to an empty service of the
 * same framework, started by turns. Package first: {@code mvn package -DskipTests && mvn test
 * -Dtest=StartBenchmark}; {@code -Dbenchmark.java} names another java. Not part of the build.
 */
class StartBenchmark {

  private static final int TURNS = 5;
  private static final String JAVA =
      System.getProperty(
          "benchmark.java", Path.of(System.getProperty("java.home"), "bin", "java").toString());

  @Test
  void start() throws Exception {
    var build =
        new ProcessBuilder("mvn", "-q", "-B", "-ntp", "-f", "src/test/empty/pom.xml", "package")
            .inheritIO()
            .start();
    assertTrue(build.waitFor() == 0, "the empty service does not build");
    double[] ours = new double[TURNS];
    double[] empty = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      ours[turn] =
          cpu(
              "target/quarkus-app/quarkus-run.jar",
              "-Ddrawdown.users.x.password-hash="
                  + "$2a$04$V0bzg2eHBBBdPY.yB3Rw..q2ywNMOq9yskU0C2tv0OcTBYs511e6q",
              "-Ddrawdown.users.x.roles=viewer",
              "-Dquarkus.datasource.jdbc.url=jdbc:h2:mem:start;MODE=PostgreSQL;"
                  + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
      empty[turn] = cpu("target/empty/quarkus-app/quarkus-run.jar");
    }
    Arrays.sort(ours);
    Arrays.sort(empty);
    System.getLogger("benchmark")
        .log(
            System.Logger.Level.INFO,
            "start: %.2f s of CPU, the empty service %.2f s, ratio %.1f, goal 2.0"
                .formatted(ours[TURNS / 2], empty[TURNS / 2], ours[TURNS / 2] / empty[TURNS / 2]));
  }

  private static double cpu(String jar, String... options) throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-Dquarkus.http.port=" + port));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar));
    var process =
        new ProcessBuilder(command)
            .directory(new File("."))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      var ready =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      while (!isReady(ready)) {
        assertTrue(process.isAlive(), jar + " has ended");
        Thread.sleep(20);
      }
      return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean isReady(HttpRequest ready) throws InterruptedException {
    try {
      return HttpClient.newHttpClient().send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
