package org.drawdown;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service killed, stopped and cut off, in a bounded number of rounds: on a file of H2,
 * and as two replicas on one PostgreSQL. What was acknowledged stays, once.
 */
class KilledServiceIT {

  private static final String JSON = "application/json";
  private static final String EXIT = "{\"code\":\"%s\",\"kind\":\"SEAPORT\",\"country\":\"SEN\"}";

  @TempDir Path folder;
  private final List<PackagedService> services = new ArrayList<>();
  private EmbeddedPostgres database;

  @AfterEach
  void end() throws Exception {
    for (var service : services) {
      service.kill();
    }
    if (database != null) {
      database.close();
    }
  }

  private PackagedService onFile() throws IOException {
    var service = PackagedService.onFile(folder);
    services.add(service);
    return service;
  }

  private PackagedService replica(String name) throws IOException {
    var service =
        new PackagedService(folder.resolve(name), "prod")
            .withAda()
            .with("-Dquarkus.datasource.jdbc.url=" + database.getJdbcUrl("postgres", "postgres"))
            .with("-Dquarkus.datasource.username=postgres")
            .with("-Dquarkus.datasource.password=postgres")
            .with("-Dquarkus.datasource.jdbc.acquisition-timeout=2S");
    services.add(service);
    return service;
  }

  @Test
  void aStartThatWasKilledIsTakenUp() throws Exception {
    for (int round = 0; round < 3; round++) {
      var place = Files.createDirectory(folder.resolve("round" + round));
      var service = PackagedService.onFile(place);
      services.add(service);
      service.launch();
      var file = place.resolve("drawdown.mv.db");
      while (!Files.exists(file)) {
        Thread.sleep(1);
      }
      Thread.sleep(40L + 110L * round);
      service.kill();
      service.start();
      service.load();
      service.kill();
    }
  }

  @Test
  void whatWasAcknowledgedBeforeAKillIsThereOnce() throws Exception {
    var service = onFile();
    service.start();
    service.load();
    var acknowledged = new ArrayList<String>();
    for (int round = 0; round < 2; round++) {
      var going = new AtomicBoolean(true);
      int first = 1000 * round;
      var writer =
          new Thread(
              () -> {
                for (int i = first; going.get(); i++) {
                  try {
                    var code = "PORT-" + i;
                    var answer = create(service, code, "key-" + i);
                    if (answer.statusCode() == 201) {
                      acknowledged.add(code);
                    }
                  } catch (Exception cut) {
                    return;
                  }
                }
              });
      writer.start();
      Thread.sleep(2500);
      service.kill();
      going.set(false);
      writer.join();
      service.start();
    }
    assertTrue(acknowledged.size() > 5, acknowledged.size() + " writes");
    var there = new ArrayList<String>();
    String cursor = "";
    do {
      var page = service.ada().get("/exits?limit=1000&cursor=" + cursor).jsonPath();
      there.addAll(page.getList("items.code"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    for (var code : acknowledged) {
      assertEquals(1, Collections.frequency(there, code), code);
    }
    // Who repeats the last one gets the first answer.
    var last = acknowledged.get(acknowledged.size() - 1);
    var again = create(service, last, "key-" + last.substring("PORT-".length()));
    assertEquals(201, again.statusCode());
    assertEquals("true", again.header("Idempotency-Replayed"));
  }

  /** How often the service is killed amid reports, on each database. */
  private static final int KILLS = Integer.getInteger("tests.kills", 1);

  @Test
  void reportsAcknowledgedBeforeAKillAreOnRecordOnceOnAFile() throws Exception {
    var service = onFile();
    service.start();
    reportsOutlive(service);
  }

  @Test
  void reportsAcknowledgedBeforeAKillAreOnRecordOnceOnPostgresql() throws Exception {
    database = EmbeddedPostgres.start();
    var service = replica("killed");
    service.start();
    reportsOutlive(service);
  }

  private static void reportsOutlive(PackagedService service) throws Exception {
    service.load();
    var acknowledged = Collections.synchronizedList(new ArrayList<String>());
    for (int kill = 0; kill < KILLS; kill++) {
      var going = new AtomicBoolean(true);
      var writers = new ArrayList<Thread>();
      for (int w = 0; w < 4; w++) {
        var name = "k%d-w%d-".formatted(kill, w);
        var writer = new Thread(() -> report(service, name, going, acknowledged));
        writer.start();
        writers.add(writer);
      }
      // A process that has just started needs a while for its first answer.
      int before = acknowledged.size();
      for (int wait = 0; wait < 400 && acknowledged.size() < before + 3; wait++) {
        Thread.sleep(50);
      }
      Thread.sleep(37L * (kill % 20));
      service.kill();
      going.set(false);
      for (var writer : writers) {
        writer.join();
      }
      service.start();
    }
    assertTrue(acknowledged.size() >= KILLS, acknowledged.size() + " reports");
    var there = new ArrayList<String>();
    int entries = 0;
    String cursor = "";
    do {
      var page =
          service
              .ada()
              .get("/bases/GAO/departures?limit=1000&cursor=" + cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      there.addAll(page.getList("items.reference"));
      entries += page.getList("items").size();
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    for (var reference : acknowledged) {
      assertEquals(1, Collections.frequency(there, reference), reference);
    }
    // Nothing is half written: who left is who the entries say, and the chain of changes holds.
    var situation = service.ada().get("/situation").then().statusCode(200).extract().jsonPath();
    assertEquals(entries, situation.getInt("totals.people.gone"));
    assertEquals(entries, situation.getInt("recordSequence"));
    assertTrue(service.ada().get("/audit/verification").jsonPath().getBoolean("valid"));
  }

  private static void report(
      PackagedService service, String name, AtomicBoolean going, List<String> acknowledged) {
    for (int i = 0; going.get(); i++) {
      try {
        var reference = name + i;
        var answer =
            service
                .ada()
                .contentType(JSON)
                .header("Idempotency-Key", reference)
                .body(
                    ("{\"at\":\"2023-08-01T08:00:00Z\",\"people\":{\"uniformed\":1},"
                            + "\"carrier\":\"CHARTER\",\"reference\":\"%s\"}")
                        .formatted(reference))
                .post("/bases/GAO/departures");
        if (answer.statusCode() == 201) {
          acknowledged.add(reference);
        }
      } catch (Exception cut) {
        return;
      }
    }
  }

  private static Response create(PackagedService service, String code, String key) {
    return service
        .ada()
        .contentType(JSON)
        .header("Idempotency-Key", key)
        .body(EXIT.formatted(code))
        .post("/exits");
  }

  @Test
  void anImportThatTakesTooLongHarmsNothing() throws Exception {
    var service = onFile().with("-Dquarkus.transaction-manager.default-transaction-timeout=PT2S");
    service.start();
    var assets = new StringBuilder();
    for (int i = 0; i < 150_000; i++) {
      assets
          .append(i == 0 ? "" : ",")
          .append("{\"id\":\"LOT-")
          .append(i)
          .append("\",\"category\":\"CONTAINER\",\"disposition\":\"REPATRIATE\",")
          .append("\"base\":\"HUB\",\"quantity\":1}");
    }
    var small =
        "{\"mission\":{\"startDate\":\"2023-07-01\",\"withdrawalDeadline\":\"2023-12-31\","
            + "\"horizonEnd\":\"2024-12-31\"},\"bases\":[{\"code\":\"HUB\",\"kind\":\"CAMP\","
            + "\"sector\":\"NORTH\",\"onwardLoadsPerDay\":9}],\"assets\":[%s]}";
    var refused = put(service, small.formatted(assets));
    assertEquals(503, refused.statusCode(), refused.asString());
    assertNotNull(refused.header("Retry-After"));
    assertEquals(200, given().port(service.port()).get("/q/health/ready").statusCode());
    service.ada().get("/mission").then().statusCode(404);
    assertEquals(200, put(service, small.formatted("")).statusCode());
    service.stop();
    service.start();
    service.ada().get("/bases/HUB").then().statusCode(200);
  }

  private static Response put(PackagedService service, String dataset) {
    return service.ada().contentType(JSON).header("If-Match", "*").body(dataset).put("/dataset");
  }

  @Test
  void aRunOutlivesManyProperStopsAndKeepsToItsTime() throws Exception {
    var service = onFile();
    service.start();
    service.load();
    var id = service.request("{\"solve\":{\"timeLimitSeconds\":25}}");
    double before = 0;
    for (int stop = 0; stop < 3; stop++) {
      service.waitForState(id, "SOLVING");
      Thread.sleep(1500);
      service.stop();
      service.start();
      double seconds = service.schedule(id).getDouble("progress.seconds");
      assertTrue(seconds >= before, "the time began anew");
      before = seconds;
    }
    service.waitForState(id, "READY");
    var done = service.schedule(id);
    assertEquals(4, done.getInt("statistics.attempts"));
    assertTrue(done.getDouble("progress.seconds") < 32, done.getString("progress"));
    var log = service.log();
    assertTrue(!log.contains("Exception"), () -> "a stop is no accident: " + log);
  }

  @Test
  void twoReplicasShareOnePostgresql() throws Exception {
    database = EmbeddedPostgres.start();
    var one = replica("one");
    var two = replica("two");
    one.start();
    two.start();
    one.load();

    var answers = new ArrayList<Response>();
    var pool = Executors.newFixedThreadPool(20);
    try {
      var work = new ArrayList<Callable<Response>>();
      for (int i = 0; i < 40; i++) {
        var where = i % 2 == 0 ? one : two;
        work.add(() -> create(where, "SHARED", "one-key"));
      }
      for (var answer : pool.invokeAll(work)) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdownNow();
    }
    answers.forEach(a -> assertEquals(201, a.statusCode(), a.asString()));
    assertEquals(1, answers.stream().filter(a -> a.header("Idempotency-Replayed") == null).count());

    // What one writes, the other reads, whatever it has answered before.
    for (int i = 0; i < 10; i++) {
      two.ada().get("/exits").then().statusCode(200);
      create(one, "SEEN-" + i, "seen-" + i).then().statusCode(201);
      assertTrue(two.ada().get("/exits?limit=1000").asString().contains("SEEN-" + i));
    }

    aKilledReplicasRunIsFinishedByTheOther(one, two);
  }

  private void aKilledReplicasRunIsFinishedByTheOther(PackagedService one, PackagedService two)
      throws Exception {
    var first = one.request("{\"solve\":{\"timeLimitSeconds\":12}}");
    one.waitForState(first, "SOLVING");
    Thread.sleep(2500);
    // Whose run it is is not told: end one, and see that the run ends all the same.
    one.kill();
    two.waitForState(first, "READY");
    assertTrue(two.schedule(first).getInt("statistics.attempts") <= 2);

    var second = two.request("{\"solve\":{\"timeLimitSeconds\":4}}");
    two.waitForState(second, "SOLVING");
    Thread.sleep(3200);
    for (int cut = 0; cut < 4; cut++) {
      cutConnections();
      Thread.sleep(400);
    }
    two.waitForState(second, "READY");
    assertNotNull(two.schedule(second).get("certificate"));

    database.close();
    database = null;
    int lines = two.log().split("\n").length;
    for (int i = 0; i < 3; i++) {
      var away = two.ada().get("/bases?limit=" + (i + 1));
      assertEquals(503, away.statusCode(), away.asString());
      assertNotNull(away.header("Retry-After"));
    }
    assertEquals(503, given().port(two.port()).get("/q/health/ready").statusCode());
    int more = two.log().split("\n").length - lines;
    assertTrue(more < 40, more + " lines of log for three requests");
  }

  private void cutConnections() throws SQLException {
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }
  }
}
