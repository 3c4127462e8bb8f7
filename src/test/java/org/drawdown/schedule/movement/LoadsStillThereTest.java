package org.drawdown.schedule.movement;

import static org.drawdown.Api.admin;
import static org.drawdown.Api.plan;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.File;
import java.time.LocalDate;
import java.util.Map;
import org.drawdown.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads by contributor that are still in a sector on a day: one SQL query over a schedule. */
@RunningService
class LoadsStillThereTest {

  @Inject LotRepository lots;

  private static String schedule;

  @BeforeEach
  void planTheReferenceCase() {
    if (schedule == null) {
      admin()
          .contentType("application/json")
          .header("If-Match", "*")
          .body(new File("src/main/resources/reference/minusma-2023.json"))
          .put("/dataset")
          .then()
          .statusCode(200);
      schedule = plan("{\"solve\":{\"maxIterations\":200}}").getString("id");
    }
  }

  private Map<String, Long> inTheNorth(String day) {
    return QuarkusTransaction.requiringNew()
        .call(() -> lots.loadsStillIn(schedule, "NORTH", LocalDate.parse(day)));
  }

  /** All northern bases drain to northern hubs, so those on the road are in the north, too. */
  private static long byTheStrengthCurve(String day) {
    var north = viewer().get("/bases?sector=NORTH&limit=1000").jsonPath().getList("items.code");
    var rows =
        viewer()
            .get("/schedules/" + schedule + "/strength?limit=1000&on=" + day)
            .jsonPath()
            .<Map<String, Object>>getList("items");
    return rows.stream()
            .filter(r -> north.contains(r.get("base")))
            .mapToLong(r -> ((Number) r.get("loads")).longValue())
            .sum()
        + onTheRoadInTheNorth(day);
  }

  private static long onTheRoadInTheNorth(String day) {
    var rows =
        viewer()
            .get("/schedules/" + schedule + "/movements?mode=ROAD&limit=1000&on=" + day)
            .jsonPath()
            .<Map<String, Object>>getList("items");
    return rows.stream()
        .filter(r -> r.get("destination").equals("GAO") || r.get("destination").equals("TIMBUKTU"))
        .filter(r -> r.get("departs").toString().compareTo(day) <= 0)
        .filter(r -> r.get("arrives").toString().compareTo(day) > 0)
        .mapToLong(r -> ((Number) r.get("loads")).longValue())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-07-01", "2023-08-20", "2023-10-15", "2023-12-01", "2024-03-01"})
  void contributorsAddUpToTheStrengthCurve(String day) {
    var byContributor = inTheNorth(day);
    assertEquals(
        byTheStrengthCurve(day),
        byContributor.values().stream().mapToLong(Long::longValue).sum(),
        byContributor.toString());
  }

  @Test
  void whoHasMuchInTheNorthOnTheFifteenthOfOctober() {
    var october = inTheNorth("2023-10-15");
    assertTrue(october.get("TCD") > 0, october.toString());
    assertTrue(october.get(LotRepository.NO_COUNTRY) > 0, october.toString());
    var before = inTheNorth("2023-07-01");
    october.forEach((who, loads) -> assertTrue(loads <= before.get(who), who));
  }

  @Test
  void nothingIsLeftWhenAllHaveGone() {
    assertEquals(Map.of(), inTheNorth("2024-12-31"));
  }
}
