package org.drawdown.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.planning.problem.ProblemReader;
import org.drawdown.schedule.request.Objective;

/**
 * Missions of any number of bases, made of copies of the reference case: each with a fifth more or
 * less to move, and legs a quarter longer or shorter; pools, fleets and restrictions grow along.
 */
public final class ScaledMission {

  /** Hubs first, so that whatever is cut off behind drains to something that is there. */
  private static final List<String> ORDER =
      List.of(
          "GAO",
          "TIMBUKTU",
          "MOPTI",
          "BAMAKO",
          "KIDAL",
          "TESSALIT",
          "AGUELHOK",
          "DOUENTZA",
          "ANSONGO",
          "MENAKA",
          "BER",
          "GOUNDAM",
          "OGOSSAGOU");

  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new JavaTimeModule());

  private final SplittableRandom random;
  private final ObjectNode reference = read();
  private final ObjectNode scaled = MAPPER.createObjectNode();

  private ScaledMission(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The reference case for 13 bases and seed 0; something like it for all others. */
  public static Problem of(int bases, long seed) {
    return of(bases, seed, 1);
  }

  /** The reference case with other trucks and escorts in all, 0 for as many as it has. */
  public static Problem withPools(int trucks, int escorts) {
    var mission = new ScaledMission(0);
    mission.share("trucks", trucks);
    mission.share("escorts", escorts);
    return problem(mission.reference);
  }

  /** The reference case, where loads may be left behind, with so many trucks in all. */
  public static Problem leaving(int trucks) {
    var mission = new ScaledMission(0);
    mission.share("trucks", trucks);
    return problem(mission.reference, true);
  }

  /** The reference case with rain on every day. */
  public static Problem inTheRain() {
    var mission = new ScaledMission(0);
    var season = ((ArrayNode) mission.reference.at("/mission/seasons")).removeAll().addObject();
    season.put("name", "RAINY");
    season.set("from", mission.reference.at("/mission/startDate"));
    season.set("to", mission.reference.at("/mission/horizonEnd"));
    return problem(mission.reference);
  }

  /** As many as are wanted, each hub its part of what it has now. */
  private void share(String pool, int wanted) {
    var windows = reference.at("/mission/pools/" + pool);
    int there = 0;
    for (var window : windows) {
      there += window.get("available").asInt();
    }
    int given = 0;
    int passed = 0;
    for (var window : windows) {
      passed += window.get("available").asInt();
      int upTo = wanted == 0 ? passed : (int) Math.round((double) wanted * passed / there);
      ((ObjectNode) window).put("available", upTo - given);
      given = upTo;
    }
  }

  /** The same with pools that have only a share of what would grow along with the bases. */
  public static Problem of(int bases, long seed, double pools) {
    return problem(
        new ScaledMission(seed).dataset(bases, seed == 0 && bases == ORDER.size(), pools));
  }

  private static Problem problem(ObjectNode dataset) {
    return problem(dataset, false);
  }

  private static Problem problem(ObjectNode dataset, boolean mayLeave) {
    Map<Term, Long> weights = new EnumMap<>(Term.class);
    for (var term : Term.values()) {
      weights.put(term, term.balanced());
    }
    try {
      return ProblemReader.read(
          MAPPER.treeToValue(dataset, Dataset.class),
          new Objective(null, weights, null),
          mayLeave,
          false);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode read() {
    try (var file = ScaledMission.class.getResourceAsStream("/reference/minusma-2023.json")) {
      return (ObjectNode) MAPPER.readTree(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode dataset(int bases, boolean exact, double pools) {
    if (exact) {
      return reference;
    }
    scaled.set("mission", reference.get("mission").deepCopy());
    scaled.set("exits", reference.get("exits"));
    for (var list :
        List.of(
            "bases",
            "waypoints",
            "units",
            "assets",
            "airServices",
            "routes",
            "restrictions",
            "phases")) {
      scaled.putArray(list);
    }
    int copies = (bases + ORDER.size() - 1) / ORDER.size();
    for (int copy = 0; copy < copies; copy++) {
      int here = Math.min(ORDER.size(), bases - copy * ORDER.size());
      copy("-" + copy, new HashSet<>(ORDER.subList(0, here)));
    }
    pools(copies, bases, pools);
    return scaled;
  }

  /**
   * Every copy has the trucks and escorts of its hubs, a share of them where only part is there.
   */
  private void pools(int copies, int bases, double pools) {
    for (var name : List.of("trucks", "escorts")) {
      var windows = MAPPER.createArrayNode();
      for (int copy = 0; copy < copies; copy++) {
        int here = Math.min(ORDER.size(), bases - copy * ORDER.size());
        for (var window : reference.at("/mission/pools/" + name)) {
          if (ORDER.subList(0, here).contains(window.get("hub").asText())) {
            ObjectNode own = window.deepCopy();
            own.put("hub", window.get("hub").asText() + "-" + copy);
            own.put("available", Math.max(1, (int) (window.get("available").asInt() * pools)));
            windows.add(own);
          }
        }
      }
      ((ObjectNode) scaled.at("/mission/pools")).set(name, windows);
    }
  }

  private double about(double spread) {
    return 1 + spread * (2 * random.nextDouble() - 1);
  }

  private void copy(String suffix, Set<String> codes) {
    each(
        "bases",
        suffix,
        n -> codes.contains(n.get("code").asText()),
        List.of("code", "hub", "parent"),
        n -> {});
    var places = new HashSet<>(codes);
    reference.get("waypoints").forEach(w -> places.add(w.get("code").asText()));
    each("waypoints", suffix, n -> true, List.of("code"), n -> {});
    each(
        "airServices",
        suffix,
        n -> codes.contains(n.get("from").asText()) && codes.contains(n.get("to").asText()),
        List.of("id", "from", "to"),
        n -> {});
    each(
        "units",
        suffix,
        n -> codes.contains(n.get("base").asText()),
        List.of("id", "base"),
        n -> n.put("strength", (int) Math.round(n.get("strength").asInt() * about(0.2))));
    each(
        "assets",
        suffix,
        n -> codes.contains(n.get("base").asText()),
        List.of("id", "base"),
        n -> {
          if (!n.has("aircraft") || n.get("aircraft").isNull()) {
            n.put("quantity", (int) Math.round(n.get("quantity").asInt() * about(0.2)));
          }
        });
    each(
        "routes",
        suffix,
        n -> places.contains(n.get("from").asText()) && places.contains(n.get("to").asText()),
        List.of("id", "from", "to"),
        n ->
            n.put(
                "distanceKm",
                BigDecimal.valueOf(n.get("distanceKm").asDouble() * about(0.25))
                    .setScale(1, RoundingMode.HALF_UP)));
    each(
        "restrictions",
        suffix,
        n -> true,
        List.of("id"),
        n -> rename(n, suffix, codes, "bases", "routes"));
    each(
        "phases",
        suffix,
        n -> true,
        List.of(),
        n -> {
          rename(n, suffix, codes, "bases");
          n.put("number", n.get("number").asInt() + 10 * Integer.parseInt(suffix.substring(1)));
        });
  }

  private void rename(ObjectNode node, String suffix, Set<String> codes, String... lists) {
    for (var list : lists) {
      var renamed = MAPPER.createArrayNode();
      for (var code : node.path(list)) {
        if (!list.equals("bases") || codes.contains(code.asText())) {
          renamed.add(code.asText() + suffix);
        }
      }
      node.set(list, renamed);
    }
  }

  private void each(
      String list,
      String suffix,
      java.util.function.Predicate<JsonNode> wanted,
      List<String> names,
      java.util.function.Consumer<ObjectNode> change) {
    for (var original : reference.get(list)) {
      if (!wanted.test(original)) {
        continue;
      }
      ObjectNode node = original.deepCopy();
      node.remove("sources");
      for (var name : names) {
        if (node.hasNonNull(name)) {
          node.put(name, node.get(name).asText() + suffix);
        }
      }
      change.accept(node);
      ((ArrayNode) scaled.get(list)).add(node);
    }
  }
}
