package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
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

  private static final Tools TOOLS = new Tools();

  @AfterAll
  static void end() throws InterruptedException {
    TOOLS.end();
  }

  private static String run(String... command) throws Exception {
    return Tools.run(FOLDER, command);
  }

  @Test
  void theFileLintsCleanByTheUsualRules() throws Exception {
    run("npm", "run", "lint");
  }

  @Test
  void aGeneratedClientCompilesStrictlyAndPlans() throws Exception {
    run("npm", "run", "compile");
    int port = TOOLS.demo();
    var said = run("npm", "run", "plan", "--", "http://127.0.0.1:" + port + "/api/v1");
    assertTrue(said.contains("READY"), said);
    assertTrue(said.matches("(?s).*BAMAKO +CLOSED +\\d{4}-\\d{2}-\\d{2}.*"), said);
  }

  /** A tester's first step: import the file, send everything. */
  @Test
  void aPostmanCollectionOfTheFileRuns() throws Exception {
    int port = TOOLS.demo();
    var said = run("npm", "run", "postman", "--", "http://127.0.0.1:" + port + "/api/v1");
    assertTrue(said.contains("answered as documented"), said);
  }

  @Test
  void aMockAnswersFromTheExamples() throws Exception {
    int port =
        TOOLS.start(
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
    assertEquals("AGUELHOK", bases.jsonPath().getString("items[0].code"));
    assertEquals(401, given().port(port).get("/bases").statusCode());
  }
}
