package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.common.Fault;
import org.drawdown.common.Refusal;
import org.drawdown.common.Text;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;

/** Reads a schedule document into the engine's plan. */
final class PlanReader {

  private static final long MOST = 100_000_000;

  private final Problem problem;
  private final LocalDate start;
  private final JsonNode document;
  private final Map<String, Integer> siteOf = new HashMap<>();
  private final Map<String, Integer> legOf = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private PlanReader(Problem problem, LocalDate start, JsonNode document) {
    this.problem = problem;
    this.start = start;
    this.document = document;
    for (var site : problem.sites()) {
      siteOf.put(site.code(), siteOf.size());
    }
    for (var leg : problem.legs()) {
      legOf.put(leg.id(), legOf.size());
    }
  }

  /**
   * Reads a document of the right shape.
   *
   * @throws Refusal naming what it speaks of that does not exist
   */
  static Plan read(Problem problem, LocalDate start, JsonNode document) {
    var reader = new PlanReader(problem, start, document);
    var plan = new Plan(reader.movements(), reader.stages(), reader.leftBehind());
    if (!reader.faults.isEmpty()) {
      throw Refusal.invalid(reader.faults);
    }
    return plan;
  }

  private int day(JsonNode date) {
    return (int) ChronoUnit.DAYS.between(start, LocalDate.parse(date.asText()));
  }

  private int position(Map<String, Integer> positions, JsonNode name, String pointer, String what) {
    var position = positions.get(name.asText());
    if (position == null) {
      faults.add(Fault.of(pointer, "there is no %s %s", Text.of(what), name.asText()));
      return -1;
    }
    return position;
  }

  private Lot lot(int site, JsonNode asset, String pointer) {
    if (site < 0) {
      return null;
    }
    for (var lot : problem.sites().get(site).lots()) {
      if (lot.asset().equals(asset.asText())) {
        return lot;
      }
    }
    faults.add(
        Fault.of(
            pointer,
            "%s is not among the loads that %s has to move",
            asset.asText(),
            problem.sites().get(site).code()));
    return null;
  }

  private List<Plan.Movement> movements() {
    var nodes = document.path("movements");
    var inOrder = new ArrayList<Integer>();
    long sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      inOrder.add(i);
      for (String count : List.of("trucks", "selfDeploying", "escorts", "loads", "people")) {
        sum += nodes.get(i).path(count).asLong();
      }
    }
    if (sum > MOST) {
      throw Refusal.invalid("/movements", "they carry more than any mission has");
    }
    inOrder.sort(Comparator.comparing((Integer i) -> nodes.get(i).path("departs").asText()));
    var itemsGone = new HashMap<String, Integer>();
    var movements = new Plan.Movement[nodes.size()];
    for (int i : inOrder) {
      movements[i] = movement(nodes.get(i), "/movements/" + i, itemsGone);
    }
    return List.of(movements);
  }

  private Plan.Movement movement(JsonNode node, String at, Map<String, Integer> itemsGone) {
    int site = position(siteOf, node.path("base"), at + "/base", "base");
    int hub = position(siteOf, node.path("destination"), at + "/destination", "base");
    var legs = new ArrayList<Integer>();
    for (int i = 0; i < node.path("routes").size(); i++) {
      legs.add(position(legOf, node.path("routes").get(i), at + "/routes/" + i, "road"));
    }
    var riders = new ArrayList<Plan.Riders>();
    node.path("units")
        .forEach(
            u -> riders.add(new Plan.Riders(u.path("unit").asText(), u.path("people").asInt())));
    var aircraft = node.path("aircraft");
    var flight =
        aircraft.isObject()
            ? new Plan.Flight(
                aircraft.path("type").asText(),
                aircraft.path("count").asInt(),
                aircraft.path("sorties").asInt())
            : null;
    return new Plan.Movement(
        node.path("id").asText(),
        Plan.Kind.valueOf(node.path("kind").asText()),
        site,
        hub,
        legs,
        day(node.path("dispatched")),
        day(node.path("departs")),
        day(node.path("arrives")),
        node.path("trucks").asInt(),
        node.path("selfDeploying").asInt(),
        node.path("escorts").asInt(),
        node.path("loads").asInt(),
        node.path("people").asInt(),
        flight,
        cargo(node.path("assets"), site, at, itemsGone),
        riders);
  }

  /** Where loads are not given, the items that have left so far begin theirs one after another. */
  private List<Plan.Cargo> cargo(
      JsonNode assets, int site, String at, Map<String, Integer> itemsGone) {
    var cargo = new ArrayList<Plan.Cargo>();
    for (int i = 0; i < assets.size(); i++) {
      var node = assets.get(i);
      var lot = lot(site, node.path("asset"), "%s/assets/%d/asset".formatted(at, i));
      if (lot != null) {
        int items = node.path("quantity").asInt();
        int before = itemsGone.getOrDefault(lot.asset(), 0);
        int loads =
            node.has("loads")
                ? node.path("loads").asInt()
                : lot.loadsOf(before + items) - lot.loadsOf(before);
        itemsGone.put(lot.asset(), (int) Math.min(MOST, (long) before + items));
        if (items > 0 || loads > 0) {
          cargo.add(new Plan.Cargo(lot.asset(), items, loads));
        }
      }
    }
    return cargo;
  }

  private List<Plan.StageSpan> stages() {
    var nodes = document.path("stages");
    var stages = new ArrayList<Plan.StageSpan>();
    for (int i = 0; i < nodes.size(); i++) {
      var node = nodes.get(i);
      stages.add(
          new Plan.StageSpan(
              position(siteOf, node.path("base"), "/stages/%d/base".formatted(i), "base"),
              Plan.Stage.valueOf(node.path("stage").asText()),
              day(node.path("from")),
              node.path("to").isTextual() ? day(node.path("to")) : Problem.UNLIMITED));
    }
    return stages;
  }

  private List<Plan.LeftBehind> leftBehind() {
    var nodes = document.path("leftBehind");
    var left = new ArrayList<Plan.LeftBehind>();
    for (int i = 0; i < nodes.size(); i++) {
      var node = nodes.get(i);
      int site = position(siteOf, node.path("base"), "/leftBehind/%d/base".formatted(i), "base");
      if (lot(site, node.path("asset"), "/leftBehind/%d/asset".formatted(i)) != null) {
        left.add(
            new Plan.LeftBehind(
                site,
                node.path("asset").asText(),
                node.path("quantity").asInt(),
                node.path("loads").asInt()));
      }
    }
    return left;
  }
}
