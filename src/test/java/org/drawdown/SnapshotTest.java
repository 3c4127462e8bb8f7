package org.drawdown;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whoever reads the mission's data sees one state of it, whatever others write meanwhile. */
@RunningService
@TestProfile(SnapshotTest.OfItsOwn.class)
class SnapshotTest {

  /** A service of its own, since its mission is not left as it was. */
  public static class OfItsOwn implements QuarkusTestProfile {}

  private static final String JSON = "application/json";
  private static final int TURNS = 30;
  private static final int UNITS = 150;

  /** A mission of which every part says which it is. */
  private static String dataset(int which) {
    var units = new ArrayList<String>();
    for (int i = 0; i < UNITS; i++) {
      units.add(
          "{\"id\":\"U%d-%d\",\"category\":\"MILITARY\",\"strength\":%d,\"base\":\"B%d\"}"
              .formatted(which, i, which + 1, which));
    }
    return ("{\"mission\":{\"code\":\"M%1$d\",\"startDate\":\"2023-07-01\","
            + "\"withdrawalDeadline\":\"2023-12-31\",\"horizonEnd\":\"2024-12-31\"},"
            + "\"bases\":[{\"code\":\"B%1$d\",\"kind\":\"CAMP\",\"sector\":\"NORTH\","
            + "\"onwardLoadsPerDay\":10}],"
            + "\"units\":[%2$s]}")
        .formatted(which, String.join(",", units));
  }

  @Test
  void noReadMixesTwoStatesAndNoPlanIsMadeOfBoth() throws Exception {
    put(dataset(0));
    var going = new AtomicBoolean(true);
    var pool = Executors.newFixedThreadPool(4);
    var faults = new ArrayList<String>();
    try {
      var readers = new ArrayList<Callable<Integer>>();
      readers.add(() -> readDatasets(going, faults));
      readers.add(() -> readDatasets(going, faults));
      readers.add(() -> readBases(going, faults));
      readers.add(() -> plan(going, faults));
      var results = readers.stream().map(pool::submit).toList();
      for (int turn = 1; turn <= TURNS; turn++) {
        put(dataset(turn % 6));
      }
      going.set(false);
      int read = 0;
      for (var result : results) {
        read += result.get();
      }
      assertTrue(read > TURNS, read + " answers");
      assertEquals(List.of(), faults);
    } finally {
      going.set(false);
      pool.shutdownNow();
    }
  }

  private static void put(String dataset) {
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(dataset)
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  private static int readDatasets(AtomicBoolean going, List<String> faults) {
    int read = 0;
    while (going.get()) {
      var answer = viewer().get("/dataset").jsonPath();
      var which = answer.getString("mission.code").substring(1);
      boolean whole =
          answer.getList("bases.code").equals(List.of("B" + which))
              && answer.getList("units.id").size() == UNITS
              && answer.getString("units[0].id").startsWith("U" + which + "-");
      if (!whole) {
        add(faults, "dataset of " + which + " is mixed");
      }
      read++;
    }
    return read;
  }

  private static int readBases(AtomicBoolean going, List<String> faults) {
    int read = 0;
    while (going.get()) {
      var base = viewer().get("/bases").jsonPath();
      var which = Integer.parseInt(base.getString("items[0].code").substring(1));
      int strength = base.getInt("items[0].strength.uniformed");
      if (strength != UNITS * (which + 1)) {
        add(faults, "base of " + which + " has " + strength);
      }
      read++;
    }
    return read;
  }

  private static int plan(AtomicBoolean going, List<String> faults) {
    int read = 0;
    while (going.get()) {
      var answer =
          planner()
              .contentType(JSON)
              .body("{\"solve\":{\"maxIterations\":1}}")
              .post("/schedules?validateOnly=true");
      if (answer.statusCode() != 200) {
        add(faults, answer.asString());
      }
      read++;
    }
    return read;
  }

  private static void add(List<String> faults, String fault) {
    synchronized (faults) {
      faults.add(fault);
    }
  }

  @Test
  void twoPlansAskedForAtOnceAfterAChangeAreBothTaken() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 8; round++) {
        put(dataset(round).replace("\"M" + round, "\"N" + round));
        Callable<Integer> ask =
            () ->
                planner()
                    .contentType(JSON)
                    .body("{\"solve\":{\"maxIterations\":1}}")
                    .post("/schedules")
                    .statusCode();
        for (var status : pool.invokeAll(List.of(ask, ask))) {
          assertEquals(202, status.get());
        }
        for (var item : viewer().get("/schedules?state=QUEUED").jsonPath().getList("items.id")) {
          Api.await((String) item);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
