package org.drawdown.benchmark;

import static org.drawdown.Api.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/**
 * What the situation costs with the whole record of 2023, and with 100,000 entries, as a ratio to
 * the stages of the schedule in force, measured beside it: {@code mvn test -Dtest=RecordBenchmark}.
 * Not part of the build.
 */
@RunningService
class RecordBenchmark {

  private static final int ENTRIES = Integer.getInteger("benchmark.entries", 100_000);
  private static final int REPEATS = 60;
  private static final LocalDate FIRST = LocalDate.parse("2023-07-06");

  @Inject AgroalDataSource database;

  @Test
  void theSituation() throws IOException, SQLException {
    file();
    measure("the record of 2023");
    multiply();
    measure(ENTRIES + " entries");
    long began = System.nanoTime();
    post("/bases/GAO/departures", "{\"at\":\"2023-12-31T23:00:00Z\",\"loads\":1}");
    say("a report behind %d entries, read for the first time: %.0f ms", ENTRIES, since(began));
    began = System.nanoTime();
    post("/bases/GAO/departures", "{\"at\":\"2023-12-31T23:10:00Z\",\"loads\":1}");
    say("one more: %.0f ms", since(began));
    began = System.nanoTime();
    post("/bases/GAO/departures", "{\"at\":\"2023-08-31T23:10:00Z\",\"loads\":1}");
    say("one that comes late: %.0f ms", since(began));
  }

  private static void post(String path, String body) {
    Api.planner().contentType("application/json").body(body).post(path).then().statusCode(201);
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private static void say(String text, Object... values) {
    System.getLogger("benchmark").log(System.Logger.Level.INFO, text.formatted(values));
  }

  private static void file() throws IOException {
    JsonNode story;
    try (var file = RecordBenchmark.class.getResourceAsStream("/events-2023.json")) {
      story = new ObjectMapper().readTree(file);
    }
    for (var event : story.path("events")) {
      if (!event.path("kind").asText().equals("REPLAN")) {
        post(event.path("path").asText(), event.path("body").toString());
      }
    }
  }

  /** Many more incidents, as they are kept. */
  private void multiply() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          ("insert into record_entry (mission, sequence, kind, happened_at, mission_day,"
                  + " recorded_at, actor, base, name, format, body)"
                  + " select e.mission, h.sequence + n.i, e.kind, e.happened_at, e.mission_day,"
                  + " e.recorded_at, e.actor, e.base, 'N-' || n.i, e.format, e.body"
                  + " from record_entry e, record_head h, generate_series(1, %d) as n(i)"
                  + " where e.name = 'I-1014' and h.mission = e.mission")
              .formatted(ENTRIES));
      statement.executeUpdate(
          "update record_head set sequence = (select max(sequence) from record_entry)");
    }
  }

  private static void measure(String what) {
    double stages = median(i -> "/schedules/active/stages?limit=" + (100 + i));
    double again = median(i -> "/situation?on=2023-11-04");
    double past = median(i -> "/situation?on=" + FIRST.plusDays(i));
    double coming = median(i -> "/situation?on=" + LocalDate.parse("2024-01-01").plusDays(i));
    say("%s: stages %.1f ms; the situation, ratio to them:", what, stages);
    say(
        "  known %.2f, of another past day %.2f, of another day to come %.2f",
        again / stages, past / stages, coming / stages);
  }

  private static double median(IntFunction<String> path) {
    double[] millis = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long began = System.nanoTime();
      viewer().get(path.apply(i)).then().statusCode(200);
      millis[i] = since(began);
    }
    Arrays.sort(millis);
    return millis[REPEATS / 2];
  }
}
