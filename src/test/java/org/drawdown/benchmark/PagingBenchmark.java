package org.drawdown.benchmark;

import static org.drawdown.Api.viewer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.drawdown.Api;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/**
 * What a page costs deep in a long list, as a ratio to the first page of the same list, measured
 * beside it: {@code mvn test -Dtest=PagingBenchmark}. Not part of the build.
 */
@RunningService
class PagingBenchmark {

  private static final int ASSETS = 100_000;
  private static final int PAGE = 100;
  private static final int REPEATS = 40;

  @Test
  void pageThroughManyAssets() {
    load();
    for (var sort : new String[] {"id", "-quantity", "type"}) {
      measure(sort);
    }
  }

  private static void load() {
    var mapper = new ObjectMapper();
    var dataset = mapper.createObjectNode();
    dataset
        .putObject("mission")
        .put("startDate", "2023-07-01")
        .put("withdrawalDeadline", "2023-12-31")
        .put("horizonEnd", "2024-12-31");
    dataset.putArray("bases").addObject().put("code", "HUB").put("onwardLoadsPerDay", 1000);
    var assets = dataset.putArray("assets");
    for (int i = 0; i < ASSETS; i++) {
      assets
          .addObject()
          .put("id", "LOT-%06d".formatted(i))
          .put("type", "type " + i % 50)
          .put("category", "CONTAINER")
          .put("disposition", "REPATRIATE")
          .put("base", "HUB")
          .put("quantity", i % 7);
    }
    Api.admin()
        .contentType("application/json")
        .header("If-Match", "*")
        .body(dataset.toString())
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  private static void measure(String sort) {
    var path = "/assets?limit=%d&sort=%s".formatted(PAGE, sort);
    var cursors = new String[4];
    int pages = 0;
    String cursor = null;
    do {
      var page =
          viewer()
              .get("/assets?limit=1000&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor))
              .jsonPath();
      cursor = page.getString("nextCursor");
      pages++;
      if (cursor != null && pages % 33 == 0 && pages / 33 <= 3) {
        cursors[pages / 33] = cursor;
      }
    } while (cursor != null);
    double first = 0;
    for (int i = 0; i < cursors.length; i++) {
      double millis = median(path + (cursors[i] == null ? "" : "&cursor=" + cursors[i]));
      first = i == 0 ? millis : first;
      System.getLogger("benchmark")
          .log(
              System.Logger.Level.INFO,
              "sorted by %s, behind %d of %d assets: %.1f ms a page of %d, %.2f of the first"
                  .formatted(sort, i * 33_000, ASSETS, millis, PAGE, millis / first));
    }
  }

  private static double median(String path) {
    double[] millis = new double[REPEATS];
    for (int i = -REPEATS; i < REPEATS; i++) {
      long began = System.nanoTime();
      viewer().get(path).then().statusCode(200);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[REPEATS / 2];
  }
}
