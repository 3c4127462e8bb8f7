package org.drawdown.services;

import static org.drawdown.Api.plan;
import static org.drawdown.Api.planner;
import static org.drawdown.Api.viewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/** What ends under plans of the reference case, at the door. */
@RunningService
class ServicesTest {

  /** National staff of the reference case by base: 859 of them. */
  private static final Map<String, Integer> STAFF =
      Map.ofEntries(
          Map.entry("BAMAKO", 432),
          Map.entry("GAO", 134),
          Map.entry("TIMBUKTU", 108),
          Map.entry("MOPTI", 96),
          Map.entry("KIDAL", 48),
          Map.entry("MENAKA", 19),
          Map.entry("DOUENTZA", 10),
          Map.entry("TESSALIT", 5),
          Map.entry("AGUELHOK", 3),
          Map.entry("ANSONGO", 2),
          Map.entry("GOUNDAM", 2));

  private static String planned(String objective) {
    return plan("{\"objective\":%s,\"solve\":{\"maxIterations\":4000,\"seed\":3,\"threads\":1}}"
            .formatted(objective))
        .getString("id");
  }

  /** Jobs end on the eve of the handover, or on 31 December with the contracts. */
  @Test
  void theJobsThatEndByMonthAreASumByHand() {
    var id = planned("{}");
    var byHand = new TreeMap<String, Integer>();
    var handovers = viewer().get("/schedules/" + id + "/handovers").jsonPath();
    var contracts = LocalDate.parse("2023-12-31");
    for (int i = 0; i < handovers.getList("items").size(); i++) {
      var eve = LocalDate.parse(handovers.getString("items[" + i + "].from")).minusDays(1);
      int jobs = STAFF.getOrDefault(handovers.getString("items[" + i + "].base"), 0);
      if (jobs > 0) {
        var month = YearMonth.from(eve.isAfter(contracts) ? contracts : eve);
        byHand.merge(month.toString(), jobs, Integer::sum);
      }
    }
    assertEquals(859, byHand.values().stream().mapToInt(Integer::intValue).sum());
    // Bamako, Gao and Timbuktu stay beyond the contracts; Kidal's window is in November.
    assertTrue(byHand.get("2023-12") >= 432 + 134, byHand.toString());
    var totals =
        viewer().get("/schedules/" + id + "/service-gaps/totals?by=kind&kind=JOBS").jsonPath();
    var answered = new TreeMap<String, Integer>();
    for (int i = 0; i < totals.getList("items").size(); i++) {
      answered.put(
          totals.getString("items[" + i + "].month"), totals.getInt("items[" + i + "].amount"));
    }
    assertEquals(byHand, answered);
  }

  @Test
  void gentleClosesLaterWhatNobodyFollows() {
    var balanced = viewer().get("/schedules/" + planned("{}")).jsonPath();
    var gentle = viewer().get("/schedules/" + planned("{\"preset\":\"GENTLE\"}")).jsonPath();
    var loss = "terms.find { it.term == 'SERVICE_LOSS' }.";
    int before = balanced.getInt(loss + "amount");
    int after = gentle.getInt(loss + "amount");
    assertEquals(0, balanced.getInt(loss + "cost"));
    assertEquals(2_000 * after, gentle.getInt(loss + "cost"));
    assertTrue(after < before, after + " days lost, " + before + " without the weight");
  }

  /** The loss by hand: what nobody follows, from each closing to the end of its mandate. */
  @Test
  void theLossIsThatOfTheKindsThatAreNamed() {
    var id = planned("{\"preset\":\"GENTLE\",\"services\":[\"PROTECTION\",\"MINE_ACTION\"]}");
    var closings = new HashMap<String, LocalDate>();
    List<Map<String, String>> closures =
        viewer().get("/schedules/" + id).jsonPath().getList("closures");
    closures.forEach(c -> closings.put(c.get("base"), LocalDate.parse(c.get("closedOn"))));
    long days = 0;
    List<Map<String, Object>> bases =
        viewer().get("/bases?kind=CAMP,OUTPOST,HEADQUARTERS&limit=100").jsonPath().getList("items");
    for (var base : bases) {
      @SuppressWarnings("unchecked")
      var services = (List<Map<String, Object>>) base.getOrDefault("services", List.of());
      for (var service : services) {
        var until =
            switch ((String) service.get("kind")) {
              case "PROTECTION" -> LocalDate.parse("2023-09-30");
              case "MINE_ACTION" -> LocalDate.parse("2023-12-31");
              default -> LocalDate.MIN;
            };
        var closed = closings.get((String) base.get("code"));
        days += Math.max(0, until.toEpochDay() - closed.toEpochDay());
      }
    }
    var terms = viewer().get("/schedules/" + id).jsonPath();
    assertTrue(days > 0);
    assertEquals(days, terms.getLong("terms.find { it.term == 'SERVICE_LOSS' }.amount"));
  }

  @Test
  void aServiceNeedsWhatThereIs() {
    var wrong =
        planner()
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .queryParam("validateOnly", true)
            .body(
                "{\"services\":[{\"id\":\"X\",\"kind\":\"CLINIC\",\"needs\":{\"unit\":\"NOBODY\","
                    + "\"types\":[\"Zeppelin\"]}},{\"id\":\"X\",\"kind\":\"WATER\","
                    + "\"endsWith\":\"STAFF\"}]}")
            .patch("/bases/KIDAL");
    assertEquals(400, wrong.statusCode());
    assertEquals(
        List.of(
            "/services/0/needs/unit",
            "/services/0/needs/types/0",
            "/services/1/id",
            "/services/1/endsWith"),
        wrong.jsonPath().getList("errors.pointer"));
  }

  @Test
  void whatAServiceNeedsIsNotDeleted() {
    var refused = planner().header("If-Match", "*").delete("/units/GAO-CHN-MIL");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.jsonPath().getString("detail").contains("GAO-CLINIC"), refused.asString());
  }
}
