package org.drawdown.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.drawdown.api.problem.Fault;
import org.drawdown.dataset.Dataset.Base;
import org.drawdown.dataset.Dataset.Point;
import org.drawdown.language.Text;

/**
 * Finds what a dataset may have and is probably a mistake. All of it is told at once; planning
 * would fail on one such thing after the other.
 */
public final class Warnings {

  /** A place that is farther than this from all others is looked at twice, in kilometres. */
  private static final double NEIGHBOURHOOD_KM = 1500;

  private static final double EARTH_KM = 6371;

  private final Dataset dataset;
  private final List<Fault> warnings = new ArrayList<>();

  private Warnings(Dataset dataset) {
    this.dataset = dataset;
  }

  /** All warnings about a dataset that is consistent, each with its pointer. */
  public static List<Fault> of(Dataset dataset) {
    var warnings = new Warnings(dataset);
    warnings.seasons();
    warnings.locations();
    warnings.waysOut();
    warnings.types();
    warnings.payloads();
    return List.copyOf(warnings.warnings);
  }

  private void warn(String pointer, Text detail) {
    warnings.add(new Fault(pointer, detail));
  }

  /** The pace of a day must not depend on which of two seasons is read last. */
  private void seasons() {
    var seasons = dataset.mission().seasons();
    for (int i = 1; i < seasons.size(); i++) {
      var later = seasons.get(i);
      for (var earlier : seasons.subList(0, i)) {
        if (!later.name().equals(earlier.name())
            && !later.from().isAfter(earlier.to())
            && !later.to().isBefore(earlier.from())) {
          warn(
              "/mission/seasons/" + i,
              m ->
                  m.seasonsOverlap(
                      later.name(),
                      later.from(),
                      later.to(),
                      earlier.name(),
                      earlier.from(),
                      earlier.to()));
        }
      }
    }
  }

  private record Spot(String pointer, String code, double latitude, double longitude) {

    static Spot of(String list, int index, String code, Point point) {
      return new Spot(
          "/%s/%d/location".formatted(list, index),
          code,
          point.latitude().doubleValue(),
          point.longitude().doubleValue());
    }

    /** The great-circle distance, with latitude and longitude changed about if asked for. */
    double km(Spot other, boolean swapped) {
      double from = Math.toRadians(swapped ? longitude : latitude);
      double to = Math.toRadians(other.latitude);
      double across = Math.toRadians(other.longitude - (swapped ? latitude : longitude));
      double haversine =
          Math.pow(Math.sin((to - from) / 2), 2)
              + Math.cos(from) * Math.cos(to) * Math.pow(Math.sin(across / 2), 2);
      return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, Math.max(0, haversine))));
    }
  }

  private void locations() {
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < dataset.exits().size(); i++) {
      var exit = dataset.exits().get(i);
      if (exit.location() != null) {
        spots.add(Spot.of("exits", i, exit.code(), exit.location()));
      }
    }
    for (int i = 0; i < dataset.bases().size(); i++) {
      var base = dataset.bases().get(i);
      if (base.location() != null) {
        spots.add(Spot.of("bases", i, base.code(), base.location()));
      }
    }
    for (var spot : spots) {
      long away = Math.round(nearest(spot, spots, false));
      if (spots.size() > 2 && away > NEIGHBOURHOOD_KM) {
        boolean swapped = nearest(spot, spots, true) <= NEIGHBOURHOOD_KM;
        warn(
            spot.pointer(),
            swapped ? m -> m.coordinatesSwapped(spot.code()) : m -> m.farAway(spot.code(), away));
      }
    }
  }

  private static double nearest(Spot spot, List<Spot> spots, boolean swapped) {
    return spots.stream()
        .filter(other -> other != spot)
        .mapToDouble(other -> spot.km(other, swapped))
        .min()
        .orElse(0);
  }

  /** Loads leave by road only, people by road, runway or helicopter. */
  private void waysOut() {
    for (int i = 0; i < dataset.bases().size(); i++) {
      var base = dataset.bases().get(i);
      if (base.hub() == null || reachable(base.code()).contains(base.hub())) {
        continue;
      }
      boolean loads =
          dataset.assets().stream().anyMatch(a -> a.base().equals(base.code()) && a.moves());
      if (!hasRunway(base)) {
        warn("/bases/" + i, m -> m.neitherRoadNorRunway(base.code(), base.hub()));
      } else if (loads) {
        warn("/bases/" + i, m -> m.loadsWithoutRoad(base.code(), base.hub()));
      }
    }
  }

  private static boolean hasRunway(Base base) {
    return base.airfield() != null
        && base.airfield().runwayM() != null
        && base.airfield().runwayM() > 0;
  }

  private Set<String> reachable(String from) {
    var reached = new HashSet<String>(Set.of(from));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (var route : dataset.routes()) {
        if ("ROAD".equals(route.mode())
            && (reached.contains(route.from()) || reached.contains(route.to()))) {
          grows |= reached.add(route.from()) | reached.add(route.to());
        }
      }
    }
    return reached;
  }

  /** Types that differ by case or blanks only are planned as different fleets. */
  private void types() {
    Map<String, String> first = new HashMap<>();
    var told = new HashSet<String>();
    for (int i = 0; i < dataset.assets().size(); i++) {
      var type = dataset.assets().get(i).type();
      if (type != null) {
        var bare = type.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        var other = first.putIfAbsent(bare, type);
        if (other != null && !other.equals(type) && told.add(type)) {
          warn("/assets/%d/type".formatted(i), m -> m.typesAlike(type, other));
        }
      }
    }
  }

  private void payloads() {
    var first = new HashMap<String, Dataset.Asset>();
    for (int i = 0; i < dataset.assets().size(); i++) {
      var asset = dataset.assets().get(i);
      var payload = asset.aircraft() == null ? null : asset.aircraft().payloadKg();
      if (payload != null && asset.type() != null) {
        var other = first.putIfAbsent(asset.type(), asset);
        if (other != null && other.aircraft().payloadKg().compareTo(payload) != 0) {
          warn(
              "/assets/%d/aircraft/payloadKg".formatted(i),
              m ->
                  m.payloadsDiffer(
                      asset.id(),
                      payload.toPlainString(),
                      other.id(),
                      other.aircraft().payloadKg().toPlainString()));
        }
      }
    }
  }
}
