package org.drawdown.planning;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.await;
import static org.drawdown.Api.planner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.drawdown.RunningService;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Whatever legal change is made to the data while a plan is under way, planning from a day of it on
 * goes on: it ends with a plan, with a proof, or with a plan that breaks rules, and is never
 * refused for what the client did not send. {@code -Dtests.changes=} and {@code -Dtests.seed=}
 * choose how many, and from which seed.
 */
@RunningService
@TestProfile(RandomChangesTest.OfItsOwn.class)
class RandomChangesTest {

  /** A service of its own, since its mission is not left as it was. */
  public static class OfItsOwn implements QuarkusTestProfile {}

  private static final int CHANGES = Integer.getInteger("tests.changes", 10);
  private static final long SEED = Long.getLong("tests.seed", 1);
  private static final int BASES = SmallMission.BASES;
  private static final String JSON = "application/json";

  private SplittableRandom random;

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /**
   * Restrictions come and go, assets and units move, shrink, grow or go, pools and rates change.
   */
  private String change(ObjectNode dataset, LocalDate asOf) {
    var restrictions = (ArrayNode) dataset.path("restrictions");
    var assets = (ArrayNode) dataset.path("assets");
    var units = (ArrayNode) dataset.path("units");
    switch (random.nextInt(9)) {
      case 0 -> {
        restrictions
            .addObject()
            .put("id", "X" + random.nextInt(3) + restrictions.size())
            .put("from", asOf.plusDays(random.nextInt(10)).toString())
            .put("to", asOf.plusDays(10 + random.nextInt(20)).toString())
            .putArray("bases")
            .add("B" + (1 + random.nextInt(BASES - 1)));
        return "restriction recorded";
      }
      case 1 -> {
        restrictions.removeAll();
        return "restrictions lifted";
      }
      case 2 -> {
        ((ObjectNode) assets.path(random.nextInt(assets.size())))
            .put("base", "B" + random.nextInt(BASES));
        return "asset moved";
      }
      case 3 -> {
        ((ObjectNode) assets.path(random.nextInt(assets.size())))
            .put("disposition", "TRANSFER_TO_HOST");
        return "asset given away";
      }
      case 4 -> {
        ((ObjectNode) assets.path(random.nextInt(assets.size())))
            .put("quantity", 1 + random.nextInt(60));
        return "asset counted anew";
      }
      case 5 -> {
        assets.remove(random.nextInt(assets.size()));
        return "asset gone";
      }
      case 6 -> {
        ((ObjectNode) units.path(random.nextInt(units.size())))
            .put("strength", random.nextInt(80))
            .put("base", "B" + random.nextInt(BASES));
        return "unit changed";
      }
      case 7 -> {
        var pools = dataset.path("mission").path("pools");
        var pool = pools.path(chance(50) ? "trucks" : "escorts").path(0);
        ((ObjectNode) pool).put("available", Math.max(1, pool.path("available").asInt() / 2));
        return "pool cut";
      }
      default -> {
        ((ObjectNode) dataset.path("bases").path(random.nextInt(BASES)))
            .put("rearParty", random.nextInt(40));
        ((ObjectNode) dataset.path("bases").path(0)).put("storageLoads", 30 + random.nextInt(90));
        return "base changed";
      }
    }
  }

  private static void put(ObjectNode dataset) {
    admin()
        .contentType(JSON)
        .header("If-Match", "*")
        .body(dataset.toString())
        .put("/dataset")
        .then()
        .statusCode(200);
  }

  private static String planned(String request, String what) {
    var answer = planner().contentType(JSON).body(request).post("/schedules");
    assertEquals(202, answer.statusCode(), () -> what + ": " + answer.asString());
    var location = answer.header("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  @Test
  void planningGoesOnWhateverChanges() throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    for (long seed = SEED; seed < SEED + CHANGES; seed++) {
      random = new SplittableRandom(seed);
      var dataset = SmallMission.of(random);
      put(dataset);
      var assumed =
          chance(30)
              ? ",\"assumptions\":{\"restrictions\":[{\"id\":\"X00\",\"from\":\"2023-01-05\","
                  + "\"to\":\"2023-01-09\",\"bases\":[\"B1\"]}],\"trucks\":{\"B0\":50}}"
              : "";
      var id = planned("{\"solve\":{\"maxIterations\":60}%s}".formatted(assumed), "seed " + seed);
      var what = new StringBuilder("seed " + seed);
      assertEquals("READY", await(id).getString("state"), what::toString);
      var asOf = LocalDate.parse("2023-01-01");
      for (int step = 0; step < 3; step++) {
        asOf = asOf.plusDays(1 + random.nextInt(12));
        for (int c = 0; c <= random.nextInt(3); c++) {
          what.append(", ").append(change(dataset, asOf));
        }
        put(dataset);
        var request =
            "{\"basedOn\":\"%s\",\"asOf\":\"%s\",\"frozenDays\":%d,\"solve\":{\"maxIterations\":60}}"
                .formatted(id, asOf, chance(50) ? 0 : random.nextInt(6));
        var next = planned(request, what.toString());
        var replan = await(next);
        var state = replan.getString("state");
        seen.merge(state, 1, Integer::sum);
        assertTrue(
            List.of("READY", "INFEASIBLE", "UNRESOLVED").contains(state),
            () -> what + ": " + replan.prettify());
        if (!state.equals("READY")) {
          what.append(" (").append(state).append(')');
          break;
        }
        id = next;
      }
    }
    Logger.getLogger(RandomChangesTest.class).infof("replans after changes: %s", seen);
    assertTrue(seen.get("READY") > CHANGES, seen::toString);
  }
}
