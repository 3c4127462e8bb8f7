package org.drawdown.planning;

import static org.drawdown.Api.viewer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.drawdown.RunningService;
import org.junit.jupiter.api.Test;

/**
 * The worked example of the planning model as a client would post it, with what rules need and no
 * more.
 */
@RunningService
class VerificationTest {

  private static final String DATASET =
      """
      {"mission":{"startDate":"2024-01-01","withdrawalDeadline":"2024-03-01","horizonEnd":"2024-04-30",
        "pools":{"trucks":[{"from":"2024-01-01","to":"2024-04-30","available":40}],
                 "escorts":[{"from":"2024-01-01","to":"2024-04-30","available":1}]}},
       "bases":[{"code":"HUB","onwardLoadsPerDay":1000},
        {"code":"SPK","hub":"HUB","packingLoadsPerDay":10,"rearParty":12,"maxVehicles":40}],
       "units":[{"id":"U","category":"MILITARY","strength":60,"base":"SPK"}],
       "assets":[{"id":"BOX","category":"CONTAINER","disposition":"REPATRIATE","base":"SPK","quantity":30},
        {"id":"CAR","category":"VEHICLE","disposition":"REPATRIATE","base":"SPK","quantity":20,"selfDeploying":true}],
       "routes":[{"id":"R","from":"SPK","to":"HUB","mode":"ROAD","distanceKm":150,"kmPerDay":{"DRY":75}}]}
      """;

  private static final String HUB_STAGES =
      """
      {"base":"HUB","stage":"PREPARATION","from":"2024-01-01","to":"2024-01-06"},
      {"base":"HUB","stage":"DRAWDOWN","from":"2024-01-07","to":"2024-01-19"},
      {"base":"HUB","stage":"HANDOVER","from":"2024-01-20","to":"2024-01-25"},
      {"base":"HUB","stage":"CLOSED","from":"2024-01-26"}
      """;

  private static String convoy(
      String id,
      String kind,
      int dispatched,
      int departs,
      int arrives,
      int boxes,
      int cars,
      int people) {
    return """
        {"id":"%s","kind":"%s","base":"SPK","destination":"HUB","routes":["R"],
         "dispatched":"2024-01-%02d","departs":"2024-01-%02d","arrives":"2024-01-%02d","trucks":%d,
         "selfDeploying":%d,"escorts":1,"loads":%d,"people":%d,
         "assets":[{"asset":"BOX","quantity":%d},{"asset":"CAR","quantity":%d}]}
        """
        .formatted(
            id,
            kind,
            dispatched + 1,
            departs + 1,
            arrives + 1,
            boxes,
            cars,
            boxes + cars,
            people,
            boxes,
            cars);
  }

  /** The first plan: convoys of 40 and 8, filled to the maximum. */
  private static ValidatableResponse verify(int firstDispatch) {
    var movements =
        convoy("C1", "CONVOY", firstDispatch, firstDispatch + 3, firstDispatch + 4, 25, 15, 40)
            + ","
            + convoy("C2", "CONVOY", 6, 9, 10, 5, 3, 8)
            + ","
            + convoy("F1", "FINAL_CONVOY", 13, 16, 17, 0, 2, 12);
    var stages =
        """
        {"base":"SPK","stage":"PREPARATION","from":"2024-01-01","to":"2024-01-01"},
        {"base":"SPK","stage":"DRAWDOWN","from":"2024-01-02","to":"2024-01-10"},
        {"base":"SPK","stage":"HANDOVER","from":"2024-01-11","to":"2024-01-16"},
        {"base":"SPK","stage":"FINAL_WITHDRAWAL","from":"2024-01-17","to":"2024-01-17"},
        {"base":"SPK","stage":"CLOSED","from":"2024-01-18","to":null},
        """;
    return viewer()
        .contentType("application/json")
        .body(
            "{\"dataset\":%s,\"movements\":[%s],\"stages\":[%s%s]}"
                .formatted(DATASET, movements, stages, HUB_STAGES))
        .post("/verifications")
        .then()
        .statusCode(200);
  }

  @Test
  void acceptsThePlanAsTheModelTellsIt() {
    verify(1)
        .body("violations", empty())
        .body("valid", is(true))
        .body("terms.find { it.term == 'COMPLETION' }.amount", equalTo(24));
  }

  @Test
  void namesTheRuleTheMovementAndTheDay() {
    verify(0)
        .body("valid", is(false))
        .body("violations.rule", hasItem("PACKED_FIRST"))
        .body("violations.findAll { it.rule == 'PACKED_FIRST' }.date", contains("2024-01-04"))
        .body("violations.findAll { it.rule == 'PACKED_FIRST' }.movement", contains("C1"));
  }

  @Test
  void whatDoesNotExistIsNamedAndNothingElse() {
    viewer()
        .contentType("application/json")
        .body(
            "{\"movements\":[%s],\"stages\":[]}"
                .formatted(convoy("C1", "CONVOY", 1, 4, 5, 25, 15, 40).replace("SPK", "MARS")))
        .post("/verifications")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            contains("/movements/0/base", "/movements/0/destination", "/movements/0/routes/0"));
  }

  @Test
  void aUnitTravelsFromItsOwnBaseOnly() {
    var convoy = convoy("C1", "CONVOY", 1, 4, 5, 25, 15, 40).strip();
    var ofAnotherBase =
        convoy.substring(0, convoy.length() - 1) + ",\"units\":[{\"unit\":\"V\",\"people\":40}]}";
    viewer()
        .contentType("application/json")
        .body("{\"dataset\":%s,\"movements\":[%s],\"stages\":[]}".formatted(DATASET, ofAnotherBase))
        .post("/verifications")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/movements/0/units/0/unit"));
  }

  @Test
  void saysInTheClientsLanguageWhatIsBroken() {
    var nothing =
        "{\"dataset\":%s,\"movements\":[],\"stages\":[%s]}".formatted(DATASET, HUB_STAGES);
    for (var said :
        Map.of(
                "en", "0 of the 60 travellers of SPK leave",
                "fr", "0 des 60 voyageurs de SPK partent")
            .entrySet()) {
      viewer()
          .contentType("application/json")
          .header("Accept-Language", said.getKey())
          .body(nothing)
          .post("/verifications")
          .then()
          .statusCode(200)
          .header("Content-Language", said.getKey())
          .body("violations.detail", hasItem(said.getValue()));
    }
  }
}
