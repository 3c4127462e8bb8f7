package org.drawdown.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drawdown.common.Fault;
import org.drawdown.common.MergePatch;
import org.drawdown.common.Refusal;

/** Applies what a schedule assumes otherwise to a copy of the dataset. */
final class Assumptions {

  private final ObjectNode dataset;
  private final JsonNode assumptions;
  private final List<Fault> faults = new ArrayList<>();

  private Assumptions(ObjectNode dataset, JsonNode assumptions) {
    this.dataset = dataset.deepCopy();
    this.assumptions = assumptions;
  }

  /**
   * The dataset under assumptions that have the right shape.
   *
   * @throws Refusal naming what the assumptions speak of that does not exist
   */
  static ObjectNode apply(ObjectNode dataset, JsonNode assumptions) {
    var it = new Assumptions(dataset, assumptions);
    it.mission();
    it.restrictions();
    it.phases();
    it.bases();
    if (!it.faults.isEmpty()) {
      throw Refusal.invalid(it.faults);
    }
    return it.dataset;
  }

  /**
   * Where a fault of the dataset under the assumptions stands in the request: what the assumptions
   * brought in is named there, anything else as the assumptions as a whole.
   */
  static String pointer(String inDataset, ObjectNode assumed, JsonNode assumptions) {
    var parts = inDataset.split("/", 4);
    if (inDataset.startsWith("/mission/pools/")) {
      return "/assumptions" + inDataset.substring("/mission/pools".length());
    }
    if (inDataset.startsWith("/mission/convoy")) {
      return "/assumptions" + inDataset.substring("/mission".length());
    }
    if (inDataset.startsWith("/mission/") && assumptions.has("deadline")) {
      return "/assumptions/deadline";
    }
    if (parts.length < 3 || !parts[2].matches("[0-9]+")) {
      return "/assumptions";
    }
    int index = Integer.parseInt(parts[2]);
    var rest = parts.length > 3 ? "/" + parts[3] : "";
    if (parts[1].equals("bases")) {
      var code = assumed.at("/bases/%d/code".formatted(index)).asText();
      boolean changed = assumptions.path("bases").has(code);
      return changed ? "/assumptions/bases/" + code + rest : "/assumptions/bases";
    }
    // Further restrictions and phases stand behind those of the dataset.
    int own = index - (assumed.path(parts[1]).size() - assumptions.path(parts[1]).size());
    return own < 0 || !assumptions.has(parts[1])
        ? "/assumptions"
        : "/assumptions/%s/%d%s".formatted(parts[1], own, rest);
  }

  private ObjectNode missionNode() {
    return (ObjectNode) dataset.get("mission");
  }

  private ArrayNode list(String name) {
    return dataset.withArray(name);
  }

  private void mission() {
    if (assumptions.has("deadline")) {
      missionNode().set("withdrawalDeadline", assumptions.get("deadline"));
    }
    for (String pool : List.of("trucks", "escorts")) {
      if (assumptions.has(pool)) {
        missionNode().withObject("/pools").set(pool, windows(assumptions.get(pool)));
      }
    }
    if (assumptions.has("convoy")) {
      missionNode()
          .set("convoy", MergePatch.apply(missionNode().get("convoy"), assumptions.get("convoy")));
    }
  }

  private JsonNode windows(JsonNode pool) {
    if (!pool.isNumber()) {
      return pool;
    }
    var windows = missionNode().arrayNode();
    windows
        .addObject()
        .put("from", missionNode().get("startDate").asText())
        .put("to", missionNode().get("horizonEnd").asText())
        .put("available", pool.asInt());
    return windows;
  }

  private void restrictions() {
    var known = new HashSet<String>();
    list("restrictions").forEach(r -> known.add(r.path("id").asText()));
    var lifted = new HashSet<String>();
    for (int i = 0; i < assumptions.path("liftedRestrictions").size(); i++) {
      var id = assumptions.path("liftedRestrictions").get(i).asText();
      lifted.add(id);
      if (!known.contains(id)) {
        fault("/assumptions/liftedRestrictions/" + i, "there is no restriction %s", id);
      }
    }
    drop(list("restrictions"), "id", lifted);
    known.removeAll(lifted);
    for (int i = 0; i < assumptions.path("restrictions").size(); i++) {
      var further = assumptions.path("restrictions").get(i);
      if (!known.add(further.path("id").asText())) {
        fault(
            "/assumptions/restrictions/%d/id".formatted(i),
            "there is already a restriction %s",
            further.path("id").asText());
      }
      list("restrictions").add(further);
    }
  }

  private void phases() {
    var numbers = new HashSet<String>();
    var moved = new HashSet<String>();
    for (var phase : assumptions.path("phases")) {
      numbers.add(phase.path("number").asText());
      phase.path("bases").forEach(b -> moved.add(b.asText()));
    }
    drop(list("phases"), "number", numbers);
    for (var phase : list("phases")) {
      var staying = list("phases").arrayNode();
      phase
          .path("bases")
          .forEach(
              b -> {
                if (!moved.contains(b.asText())) {
                  staying.add(b);
                }
              });
      ((ObjectNode) phase).set("bases", staying);
    }
    assumptions.path("phases").forEach(p -> list("phases").add(p));
  }

  private void bases() {
    var changes = assumptions.path("bases");
    var known = new HashSet<String>();
    var bases = list("bases");
    for (int i = 0; i < bases.size(); i++) {
      var code = bases.get(i).path("code").asText();
      known.add(code);
      if (changes.has(code)) {
        bases.set(i, MergePatch.apply(bases.get(i), changes.get(code)));
      }
    }
    changes
        .fieldNames()
        .forEachRemaining(
            code -> {
              if (!known.contains(code)) {
                fault(
                    "/assumptions/bases/" + code.replace("~", "~0").replace("/", "~1"),
                    "there is no base %s",
                    code);
              }
            });
  }

  private static void drop(ArrayNode list, String key, Set<String> names) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (names.contains(list.get(i).path(key).asText())) {
        list.remove(i);
      }
    }
  }

  private void fault(String pointer, String detail, Object... values) {
    faults.add(Fault.of(pointer, detail, values));
  }
}
