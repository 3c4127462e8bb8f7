package org.drawdown.mission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The data that the service ships with: complete, adding up, and every figure with its source. */
class ReferenceDatasetTest {

  private static final JsonNode DATASET = read("/reference/minusma-2023.json");
  private static final JsonNode EVENTS = read("/reference/minusma-2023-events.json");

  /** Numbers that name or rank, and say nothing about 2023. */
  /** Numbers of no meaning, and things with marks of their own. */
  private static final Set<String> NO_FIGURES =
      Set.of("number", "services", "mandate", "otherAirServices");

  private static JsonNode read(String file) {
    try (var stream = ReferenceDatasetTest.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int sum(String list, String field, Predicate<JsonNode> of) {
    return StreamSupport.stream(DATASET.get(list).spliterator(), false)
        .filter(of)
        .mapToInt(n -> n.get(field).asInt())
        .sum();
  }

  private static long count(String list, Predicate<JsonNode> of) {
    return StreamSupport.stream(DATASET.get(list).spliterator(), false).filter(of).count();
  }

  private static Predicate<JsonNode> is(String field, String value) {
    return n -> n.at(field).asText().equals(value);
  }

  @Test
  void hasThirteenPlaces() {
    assertEquals(13, DATASET.get("bases").size());
    assertEquals(9, count("bases", is("/sector", "NORTH").and(is("/kind", "CAMP"))));
    assertEquals(2, count("bases", is("/sector", "CENTRE").and(is("/kind", "CAMP"))));
    assertEquals(1, count("bases", is("/kind", "HEADQUARTERS").and(is("/sector", "SOUTH"))));
    assertEquals(1, count("bases", is("/kind", "OUTPOST").and(is("/parent", "MOPTI"))));
  }

  @Test
  void hasThePeopleOfTheFacts() {
    assertEquals(
        12_947, sum("units", "strength", n -> !n.get("category").asText().startsWith("CIVILIAN")));
    assertEquals(
        1_792, sum("units", "strength", n -> n.get("category").asText().startsWith("CIVILIAN")));
    assertEquals(
        226,
        sum(
            "units",
            "strength",
            is("/base", "TIMBUKTU").and(n -> n.get("category").asText().startsWith("CIVILIAN"))));
    assertEquals(859, sum("units", "strength", is("/category", "CIVILIAN_NATIONAL")));
  }

  private static int strength(Predicate<JsonNode> of) {
    return sum("units", "strength", of);
  }

  private static Predicate<JsonNode> flag(String country) {
    return is("/country", country);
  }

  @Test
  void hasTheContingentsOfTheFacts() {
    assertEquals(1_400, strength(flag("TCD")));
    assertEquals(1_295, strength(flag("SEN")));
    assertEquals(315, strength(flag("SEN").and(is("/category", "POLICE"))));
    assertEquals(1_588, strength(is("/category", "POLICE")));
    assertEquals(1_100, strength(flag("DEU").and(is("/base", "GAO"))));
    assertEquals(460, strength(is("/id", "GAO-EGY-MIL-460")));
    assertEquals(850, strength(flag("TGO").and(is("/base", "DOUENTZA"))));
    assertEquals(200, strength(flag("BFA").and(is("/base", "BER"))));
    assertEquals(0, strength(flag("GBR")), "the British camp was given away in 2022");
  }

  /** Every base has the loads that it had before they were shared out by contingent. */
  @Test
  void lotsFollowTheirContingents() {
    for (var base : Map.of("TESSALIT", 608, "KIDAL", 1_221, "DOUENTZA", 667).entrySet()) {
      assertEquals(
          base.getValue(),
          sum(
              "assets",
              "quantity",
              is("/base", base.getKey())
                  .and(is("/category", "AIRCRAFT").negate())
                  .and(a -> a.get("disposition").asText().startsWith("RE"))),
          base.getKey());
    }
    for (var asset : DATASET.get("assets")) {
      if (asset.path("ownership").asText().equals("CONTINGENT_OWNED")
          && !asset.get("category").asText().equals("AIRCRAFT")) {
        var owner = flag(asset.get("contributor").asText());
        assertTrue(
            strength(owner.and(is("/base", asset.get("base").asText()))) > 0, asset::toString);
      }
    }
  }

  @Test
  void hasTheEquipmentOfTheFacts() {
    assertEquals(5_500, sum("assets", "quantity", is("/category", "CONTAINER")));
    assertEquals(
        4_000,
        sum(
            "assets",
            "quantity",
            is("/category", "VEHICLE").or(is("/category", "ARMOURED_VEHICLE"))));
    assertEquals(
        707, sum("assets", "quantity", is("/category", "CONTAINER").and(is("/base", "KIDAL"))));
    assertEquals(63, count("assets", is("/category", "AIRCRAFT")));
    assertEquals(16, count("assets", is("/aircraft/wing", "FIXED_WING")));
    assertEquals(
        0,
        count("assets", is("/category", "AIRCRAFT").and(n -> !n.path("tailInvented").asBoolean())));
  }

  @Test
  void everyFigureIsSourcedOrAnEstimateWithItsDerivation() {
    var keys = new HashSet<String>();
    DATASET.get("sources").forEach(s -> keys.add(s.get("key").asText()));
    var bare = new ArrayList<String>();
    var things = new ArrayList<JsonNode>(List.of(DATASET.get("mission")));
    for (var list :
        List.of(
            "exits",
            "bases",
            "waypoints",
            "units",
            "assets",
            "airServices",
            "routes",
            "restrictions",
            "phases")) {
      DATASET.get(list).forEach(things::add);
    }
    DATASET.get("bases").forEach(b -> b.path("services").forEach(things::add));
    DATASET.get("mission").get("otherAirServices").forEach(things::add);
    for (var thing : things) {
      check(thing, keys, bare);
    }
    for (var end : DATASET.get("mission").get("mandate")) {
      assertTrue(keys.contains(end.get("source").asText()), end::toString);
    }
    assertEquals(List.of(), bare);
  }

  private static void check(JsonNode thing, Set<String> keys, List<String> bare) {
    var name = thing.path("code").asText() + thing.path("id").asText();
    Map<String, JsonNode> marks = new HashMap<>();
    boolean anyEstimate = false;
    for (var mark : thing.get("sources")) {
      boolean estimate = mark.path("estimate").asBoolean();
      anyEstimate |= estimate;
      if (estimate ? !mark.hasNonNull("derivation") : !mark.hasNonNull("source")) {
        bare.add(name + ": a mark without source or derivation " + mark);
      }
      if (mark.has("source") && !keys.contains(mark.get("source").asText())) {
        bare.add(name + ": unknown source " + mark.get("source"));
      }
      mark.get("figures").forEach(f -> marks.put(f.asText(), mark));
    }
    assertEquals(anyEstimate, thing.get("estimate").asBoolean(), name);
    figures(
        thing,
        "",
        figure -> {
          if (marks.keySet().stream()
              .noneMatch(m -> figure.equals(m) || figure.startsWith(m + "."))) {
            bare.add(name + ": no mark for " + figure);
          }
        });
  }

  /** The paths of all numbers and dates of a thing. */
  private static void figures(
      JsonNode node, String path, java.util.function.Consumer<String> found) {
    node.properties()
        .forEach(
            field -> {
              var at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              var value = field.getValue();
              if (at.equals("sources") || NO_FIGURES.contains(at)) {
                return;
              }
              if (value.isNumber()
                  || value.isTextual() && value.asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
                found.accept(at);
              } else if (value.isObject()) {
                figures(value, at, found);
              } else if (value.isArray()) {
                for (var element : value) {
                  if (element.isNumber()) {
                    found.accept(at);
                  } else {
                    figures(element, at, found);
                  }
                }
              }
            });
  }

  @Test
  void theEventsComeAfterTheStartInTheirOrder() {
    var last = "2023-07-01";
    for (var event : EVENTS) {
      assertTrue(event.get("date").asText().compareTo(last) > 0, event.get("what").asText());
      last = event.get("date").asText();
      assertTrue(event.get("sources").size() > 0);
    }
  }
}
