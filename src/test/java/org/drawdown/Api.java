package org.drawdown;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The service as its users call it, every answer held against the contract. */
public final class Api {

  private static final int PATIENCE_MS = 60_000;

  private Api() {}

  public static RequestSpecification viewer() {
    return as("viewer");
  }

  public static RequestSpecification planner() {
    return as("planner");
  }

  public static RequestSpecification admin() {
    return as("admin");
  }

  /** A user of the demo, whose password is the name. */
  public static RequestSpecification as(String user) {
    return nobody().auth().preemptive().basic(user, user);
  }

  public static RequestSpecification nobody() {
    return given().basePath("/api/v1").filter(ContractFilter.INSTANCE);
  }

  /** Plans, waits until it is done, and returns the schedule. */
  public static JsonPath plan(String request) {
    String location =
        planner()
            .contentType("application/json")
            .body(request)
            .post("/schedules")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    return await(location.substring(location.lastIndexOf('/') + 1));
  }

  /** Waits until a schedule is done. */
  public static JsonPath await(String id) {
    long end = System.currentTimeMillis() + PATIENCE_MS;
    while (true) {
      var schedule = viewer().get("/schedules/" + id).then().statusCode(200).extract().jsonPath();
      var state = schedule.getString("state");
      if (!state.equals("QUEUED") && !state.equals("SOLVING")) {
        return schedule;
      }
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("schedule " + id + " is still " + state);
      }
      pause();
    }
  }

  /** Puts a plan in force where none is: tests share a service, in whatever order they run. */
  public static void planInForce() {
    if (viewer().get("/schedules/active").statusCode() == 404) {
      var id = plan("{\"solve\":{\"maxIterations\":300}}").getString("id");
      step("planner", id, "submission");
      step("approver", id, "approval");
      step("planner", id, "activation");
    }
  }

  private static void step(String user, String id, String step) {
    as(user)
        .contentType("application/json")
        .body("{}")
        .post("/schedules/" + id + "/" + step)
        .then()
        .statusCode(200);
  }

  static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
