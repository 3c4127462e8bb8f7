package org.drawdown;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that openapi-generator makes of {@code openapi.yaml} as it stands, in Java and in Python,
 * compile and plan against the packaged service. Without Python and its libraries for such clients
 * that part is left out, but never in CI.
 */
class GeneratedClientsIT {

  private static final File HERE = new File(".");
  private static final Path MADE = Path.of("target/clients");
  private static final Tools TOOLS = new Tools();
  private static String address;

  @BeforeAll
  static void generate() throws Exception {
    Tools.run(
        HERE,
        Tools.java(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        "target/tools/openapi-generator-cli.jar",
        "batch",
        "--threads",
        "1",
        "src/test/clients/java.yaml",
        "src/test/clients/python.yaml");
    address = "http://127.0.0.1:" + TOOLS.demo() + "/api/v1";
  }

  @AfterAll
  static void end() throws InterruptedException {
    TOOLS.end();
  }

  @Test
  void inJava() throws Exception {
    var libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.matches(".*/(jackson-[a-z0-9-]+|jakarta\\.annotation-api)-[^/]*jar"))
            .collect(Collectors.joining(File.pathSeparator));
    var classes = MADE.resolve("classes");
    var command =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", libraries));
    try (var sources = Files.walk(MADE.resolve("java/src/main"))) {
      sources.map(Path::toString).filter(s -> s.endsWith(".java")).forEach(command::add);
    }
    command.add("src/test/clients/Plan.java");
    int compiled =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
    assertTrue(compiled == 0, "the client does not compile");
    var path = classes + File.pathSeparator + libraries;
    check(Tools.run(HERE, Tools.java(), "-Xmx256m", "-cp", path, "Plan", address));
  }

  @Test
  void inPython() throws Exception {
    assumeTrue(hasPython() || System.getenv("CI") != null, "there is no Python for such clients");
    check(
        Tools.run(
            HERE, "python3", "src/test/clients/plan.py", address, MADE.resolve("python") + ""));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      var asked = "import pydantic, urllib3, dateutil; assert pydantic.VERSION >= '2.11'";
      return new ProcessBuilder("python3", "-c", asked).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void check(String said) {
    assertTrue(said.contains("READY with 150 trucks"), said);
    assertTrue(said.contains("objective"), said);
    assertTrue(said.matches("(?s).*TESSALIT DRAWDOWN.*"), said);
    assertTrue(said.matches("(?s).*\\d+ movements of \\d+.*"), said);
  }
}
