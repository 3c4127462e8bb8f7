package org.drawdown.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/**
 * What ordinary work costs the service's threads in CPU, as a ratio to something run by turns
 * beside it: reads to a constant answer of the same size, writes to an echo of the same body, an
 * import to a plain JDBC batch of the same rows: {@code mvn test -Dtest=ServiceBenchmark}. Not part
 * of the build.
 */
@RunningService
class ServiceBenchmark {

  private static final System.Logger LOG = System.getLogger("benchmark");
  private static final int WARM = Integer.getInteger("benchmark.warm", 1500);
  private static final int BLOCK = Integer.getInteger("benchmark.block", 300);
  private static final int TURNS = 7;
  private static final int ASSETS = Integer.getInteger("benchmark.assets", 100_000);

  @TestHTTPResource URI service;
  @Inject AgroalDataSource database;
  @Inject ObjectMapper mapper;

  /** A table like that of the assets, in which the same rows cost the same. */
  private static final List<String> TABLE =
      List.of(
          "create table if not exists benchmark_place (code varchar(40) primary key)",
          "insert into benchmark_place select 'HUB' where not exists"
              + " (select 1 from benchmark_place)",
          "create table if not exists benchmark_asset (id varchar(80) primary key,"
              + " version integer not null, list_order integer not null, type varchar(400),"
              + " category varchar(40) not null, ownership varchar(40) not null,"
              + " contributor varchar(3), disposition varchar(40) not null,"
              + " base varchar(40) not null references benchmark_place (code), quantity integer not null,"
              + " loads_per_item double precision, self_deploying boolean, priority integer,"
              + " value_usd bigint, hazardous boolean, wing varchar(20), seats integer,"
              + " payload_kg double precision, range_km double precision,"
              + " cruise_speed_kmh double precision, min_runway_m integer, available_from date,"
              + " available_until date, extra text)",
          "create table if not exists benchmark_surface (asset varchar(80) not null references"
              + " benchmark_asset (id) on delete cascade, list_order integer not null,"
              + " surface varchar(20), primary key (asset, list_order))",
          "create index if not exists benchmark_by_base on benchmark_asset (base, id)",
          "create index if not exists benchmark_by_category on benchmark_asset (category, id)",
          "create index if not exists benchmark_by_type on benchmark_asset (type, id)");

  private static final int COLUMNS = 24;

  private final HttpClient client = HttpClient.newHttpClient();
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Something that is asked for again and again. */
  private interface Work {
    void once(int number) throws Exception;
  }

  private HttpRequest.Builder request(String path, String user) {
    var basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes());
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + service.getPort() + "/api/v1" + path))
        .header("Authorization", "Basic " + basic);
  }

  private byte[] send(HttpRequest request, int status) throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofByteArray());
    assertEquals(status, answer.statusCode(), () -> new String(answer.body()));
    return answer.body();
  }

  /** CPU of the threads that serve, in nanoseconds, by thread. */
  private long cpu() {
    long sum = 0;
    for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null
          && (info.getThreadName().startsWith("executor-thread")
              || info.getThreadName().startsWith("vert.x-"))) {
        sum += threads.getThreadCpuTime(info.getThreadId());
      }
    }
    return sum;
  }

  /** The median ratio of two kinds of work that take turns. */
  private double ratio(Work work, Work beside) throws Exception {
    int number = 0;
    for (int i = 0; i < WARM; i++) {
      work.once(number);
      beside.once(number++);
    }
    double[] ratios = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      long begin = cpu();
      for (int i = 0; i < BLOCK; i++) {
        work.once(number++);
      }
      long between = cpu();
      for (int i = 0; i < BLOCK; i++) {
        beside.once(number++);
      }
      ratios[turn] = (between - begin) / (double) (cpu() - between);
    }
    Arrays.sort(ratios);
    return ratios[TURNS / 2];
  }

  private static void tell(String what, double ratio, double goal) {
    LOG.log(
        System.Logger.Level.INFO,
        "%-46s %6.2f   goal %.1f%s".formatted(what, ratio, goal, ratio > goal ? "   MISSED" : ""));
  }

  @Test
  void reads() throws Exception {
    for (var path :
        List.of(
            "/bases",
            "/bases/GAO",
            "/units?limit=1000",
            "/assets",
            "/dataset",
            "/schedules/active",
            "/schedules/active/stages?on=2023-10-15",
            "/schedules/active/movements?base=KIDAL",
            "/schedules/active/strength?base=KIDAL",
            "/schedules/active/explanation?base=BER")) {
      var get = request(path, "viewer").build();
      int size = send(get, 200).length;
      var constant = request("/benchmark/" + size, "viewer").build();
      tell(
          "GET %s (%d bytes)".formatted(path, size),
          ratio(n -> send(get, 200), n -> send(constant, 200)),
          1.5);
    }
    var first = client.send(request("/bases", "viewer").build(), BodyHandlers.ofByteArray());
    var again =
        request("/bases", "viewer")
            .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
            .build();
    var small = request("/benchmark/10", "viewer").build();
    tell("GET /bases, 304", ratio(n -> send(again, 304), n -> send(small, 200)), 1.2);
  }

  @Test
  void writes() throws Exception {
    tell(
        "PATCH /bases/GAO of 27 bytes",
        ratio(
            n ->
                send(
                    request("/bases/GAO", "planner")
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", body("{\"region\":\"round %08d\"}".formatted(n)))
                        .build(),
                    200),
            n -> send(echo("{\"region\":\"round %08d\"}".formatted(n)), 200)),
        5);
    var verification = verification();
    tell(
        "POST /verifications of %d bytes".formatted(verification.length()),
        ratio(
            n -> send(post("/verifications", verification), 200),
            n -> send(echo(verification), 200)),
        5);
    var whatIf = "{\"assumptions\":{\"trucks\":150}}";
    tell(
        "POST /schedules?validateOnly=true",
        ratio(
            n -> send(post("/schedules?validateOnly=true", whatIf), 200),
            n -> send(echo(whatIf), 200)),
        5);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private HttpRequest post(String path, String text) {
    return request(path, "planner")
        .header("Content-Type", "application/json")
        .POST(body(text))
        .build();
  }

  private HttpRequest echo(String text) {
    return post("/benchmark", text);
  }

  /** The plan in force, to be judged. */
  private String verification() throws Exception {
    var request = mapper.createObjectNode();
    request.set("movements", all("/schedules/active/movements"));
    request.set("stages", all("/schedules/active/stages"));
    return request.toString();
  }

  private ArrayNode all(String path) throws Exception {
    var items = mapper.createArrayNode();
    String cursor = "";
    do {
      var page =
          mapper.readTree(
              send(request(path + "?limit=1000&cursor=" + cursor, "viewer").build(), 200));
      page.path("items").forEach(items::add);
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    return items;
  }

  @Test
  void imports() throws Exception {
    var text = dataset();
    var times = new HashMap<String, List<Double>>();
    var put =
        request("/dataset", "admin")
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .PUT(body(text))
            .build();
    for (int turn = 0; turn < 4; turn++) {
      long begin = System.nanoTime();
      send(put, 200);
      long between = System.nanoTime();
      batch();
      long end = System.nanoTime();
      times.computeIfAbsent("put", k -> new ArrayList<>()).add((between - begin) / 1e9);
      times.computeIfAbsent("batch", k -> new ArrayList<>()).add((end - between) / 1e9);
    }
    var all = mapper.readTree(send(request("/assets?limit=1&count=true", "viewer").build(), 200));
    assertEquals(ASSETS, all.path("total").asInt());
    double ratio = median(times.get("put")) / median(times.get("batch"));
    LOG.log(System.Logger.Level.INFO, times.toString());
    tell(
        "PUT /dataset of %d assets, %d bytes, by time".formatted(ASSETS, text.length()),
        ratio,
        1.5);
  }

  private static double median(List<Double> values) {
    // The first turn warms up.
    return values.stream().skip(1).sorted().skip(1).findFirst().orElseThrow();
  }

  private String dataset() {
    var dataset = mapper.createObjectNode();
    dataset
        .putObject("mission")
        .put("startDate", "2023-07-01")
        .put("withdrawalDeadline", "2023-12-31")
        .put("horizonEnd", "2024-12-31");
    dataset
        .putArray("bases")
        .addObject()
        .put("code", "HUB")
        .put("kind", "CAMP")
        .put("sector", "NORTH")
        .put("onwardLoadsPerDay", 1000);
    var assets = dataset.putArray("assets");
    for (int i = 0; i < ASSETS; i++) {
      assets
          .addObject()
          .put("id", "LOT-%06d".formatted(i))
          .put("type", "20-foot container, general cargo")
          .put("category", "CONTAINER")
          .put("ownership", "CONTINGENT_OWNED")
          .put("contributor", "BGD")
          .put("disposition", "REPATRIATE")
          .put("base", "HUB")
          .put("quantity", i % 7)
          .put("loadsPerItem", 1)
          .put("selfDeploying", false)
          .put("priority", 3)
          .put("valueUsd", 40_000)
          .put("hazardous", false);
    }
    return dataset.toString();
  }

  /** The same rows with nothing but JDBC: the old ones deleted, the new ones in batches. */
  private void batch() throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (var definition : TABLE) {
          statement.execute(definition);
        }
        statement.execute("delete from benchmark_asset");
      }
      try (var insert =
          connection.prepareStatement(
              "insert into benchmark_asset values (" + "?,".repeat(COLUMNS - 1) + "?)")) {
        for (int i = 0; i < ASSETS; i++) {
          Object[] row = {
            "LOT-%06d".formatted(i),
            0,
            i,
            "20-foot container, general cargo",
            "CONTAINER",
            "CONTINGENT_OWNED",
            "BGD",
            "REPATRIATE",
            "HUB",
            i % 7,
            1.0,
            false,
            3,
            40_000L,
            false
          };
          for (int c = 0; c < COLUMNS; c++) {
            insert.setObject(c + 1, c < row.length ? row[c] : null);
          }
          insert.addBatch();
          if (i % 1000 == 999) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
