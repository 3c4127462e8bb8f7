package org.drawdown.mission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A whole mission, as planning reads it. Documents may carry more (sources, marks, remarks), which
 * is kept and given back but not read here. Numbers that are absent are null; what they then mean
 * is said where they are read.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Dataset(
    Mission mission,
    List<Exit> exits,
    List<Base> bases,
    List<Unit> units,
    List<Asset> assets,
    List<Route> routes,
    List<Restriction> restrictions,
    List<Phase> phases) {

  public Dataset {
    exits = orEmpty(exits);
    bases = orEmpty(bases);
    units = orEmpty(units);
    assets = orEmpty(assets);
    routes = orEmpty(routes);
    restrictions = orEmpty(restrictions);
    phases = orEmpty(phases);
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** The mission: its window, seasons, ways of moving, and pools. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Mission(
      String code,
      String name,
      String hostState,
      LocalDate startDate,
      LocalDate withdrawalDeadline,
      LocalDate horizonEnd,
      List<Season> seasons,
      Convoy convoy,
      Air air,
      Pools pools) {

    public Mission {
      seasons = orEmpty(seasons);
    }
  }

  /** A window of dates in which columns keep another pace. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Season(String name, LocalDate from, LocalDate to) {}

  /** How convoys are made up. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Convoy(
      Integer maxVehicles, Integer seatsPerVehicle, Integer loadingDays, Integer escorts) {}

  /** How people are flown. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Air(Integer lotSize, Double hoursPerDay, Double turnaroundHours) {}

  /** Trucks and escorts of the whole mission. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Pools(List<Window> trucks, List<Window> escorts) {
    public Pools {
      trucks = orEmpty(trucks);
      escorts = orEmpty(escorts);
    }
  }

  /** What a pool has in a window, both days included; windows that overlap add up. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Window(LocalDate from, LocalDate to, int available) {}

  /** A port of embarkation. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Exit(String code, String name, String kind, String country) {}

  /** A place to hand over. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Base(
      String code,
      String name,
      String kind,
      String sector,
      Point location,
      String parent,
      String hub,
      Integer threatLevel,
      Integer packingLoadsPerDay,
      Integer rearParty,
      String receivingAuthority,
      List<HandoverStep> handoverSteps,
      Airfield airfield,
      Integer storageLoads,
      Integer onwardLoadsPerDay,
      Integer charterSeatsPerDay,
      String exit,
      Boolean liquidation,
      Integer maxVehicles) {

    public Base {
      kind = kind == null ? "CAMP" : kind;
      handoverSteps = orEmpty(handoverSteps);
    }

    /** Whether carriers take loads onward from here. */
    public boolean isHub() {
      return hub == null && onwardLoadsPerDay != null && onwardLoadsPerDay > 0;
    }
  }

  /** A GeoJSON point: longitude, then latitude. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Point(List<Double> coordinates) {}

  /** A step of the handover and the days that it takes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record HandoverStep(String step, int days) {}

  /** Where aircraft land. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Airfield(
      String icao, Integer runwayM, String surface, Integer sortiesPerDay, Boolean fuel) {}

  /** People at a base. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Unit(
      String id,
      String name,
      String country,
      String category,
      String role,
      int strength,
      String base) {}

  /** One aircraft, or a lot of other things. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Asset(
      String id,
      String type,
      String category,
      String ownership,
      String contributor,
      String disposition,
      String base,
      int quantity,
      BigDecimal loadsPerItem,
      Boolean selfDeploying,
      Integer priority,
      Long valueUsd,
      Boolean hazardous,
      Aircraft aircraft) {

    public Asset {
      ownership = ownership == null ? "UN_OWNED" : ownership;
    }

    /** Whether it is a load to move, and not disposed of on the spot or flown out by itself. */
    public boolean moves() {
      return !"AIRCRAFT".equals(category)
          && quantity > 0
          && ("REPATRIATE".equals(disposition)
              || disposition.startsWith("REDEPLOY_")
              || "SELL_TO_AGENCY".equals(disposition));
    }
  }

  /** What an aircraft can do. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Aircraft(
      String wing,
      int seats,
      Double payloadKg,
      double rangeKm,
      double cruiseSpeedKmh,
      Integer minRunwayM,
      List<String> surfaces,
      LocalDate availableFrom,
      LocalDate availableUntil) {

    public Aircraft {
      surfaces = orEmpty(surfaces);
    }
  }

  /** A leg between two places, used both ways. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Route(
      String id,
      String from,
      String to,
      String mode,
      BigDecimal distanceKm,
      Map<String, BigDecimal> kmPerDay,
      Integer convoysPerDay,
      Integer threatLevel) {}

  /** A window in which something may not move. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Restriction(
      String id,
      String kind,
      List<String> routes,
      List<String> bases,
      List<String> modes,
      List<String> affects,
      Double factor,
      LocalDate from,
      LocalDate to,
      String reason) {

    public Restriction {
      routes = orEmpty(routes);
      bases = orEmpty(bases);
      modes = orEmpty(modes);
      affects = orEmpty(affects);
    }
  }

  /** A window of the withdrawal plan with the bases that it closes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Phase(int number, String name, LocalDate from, LocalDate to, List<String> bases) {
    public Phase {
      bases = orEmpty(bases);
    }
  }
}
