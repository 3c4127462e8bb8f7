package org.drawdown.dataset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.drawdown.api.contract.ContractSchema;
import org.drawdown.api.contract.LargeBody;

/**
 * A whole mission, as clients send it, as it is kept, and as planning reads it. Numbers that are
 * absent are null; what they then mean is said where they are read.
 *
 * @param sources what the keys in the marks stand for; kept, not read
 */
@ContractSchema("Dataset")
@LargeBody
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dataset(
    Mission mission,
    List<Exit> exits,
    List<Base> bases,
    List<Waypoint> waypoints,
    List<Unit> units,
    List<Asset> assets,
    List<AirService> airServices,
    List<Route> routes,
    List<Restriction> restrictions,
    List<Phase> phases,
    List<Map<String, Object>> sources) {

  public Dataset {
    exits = orEmpty(exits);
    bases = orEmpty(bases);
    waypoints = orEmpty(waypoints);
    units = orEmpty(units);
    assets = orEmpty(assets);
    airServices = orEmpty(airServices);
    routes = orEmpty(routes);
    restrictions = orEmpty(restrictions);
    phases = orEmpty(phases);
    sources = orEmpty(sources);
  }

  /** A copy of this mission whose assets are these. */
  public Dataset withAssets(List<Asset> others) {
    return new Dataset(
        mission,
        exits,
        bases,
        waypoints,
        units,
        others,
        airServices,
        routes,
        restrictions,
        phases,
        sources);
  }

  /** This dataset with another mission. */
  public Dataset with(Mission other) {
    return new Dataset(
        other,
        exits,
        bases,
        waypoints,
        units,
        assets,
        airServices,
        routes,
        restrictions,
        phases,
        sources);
  }

  /** One of its lists, by its name. */
  public List<?> list(String name) {
    return switch (name) {
      case "exits" -> exits;
      case "bases" -> bases;
      case "waypoints" -> waypoints;
      case "units" -> units;
      case "assets" -> assets;
      case "airServices" -> airServices;
      case "routes" -> routes;
      case "restrictions" -> restrictions;
      case "phases" -> phases;
      default -> throw new IllegalArgumentException("there is no list " + name);
    };
  }

  /** This dataset with one of its lists changed, by its name. */
  public Dataset with(String name, UnaryOperator<List<?>> change) {
    return new Dataset(
        mission,
        changed("exits", exits, name, change),
        changed("bases", bases, name, change),
        changed("waypoints", waypoints, name, change),
        changed("units", units, name, change),
        changed("assets", assets, name, change),
        changed("airServices", airServices, name, change),
        changed("routes", routes, name, change),
        changed("restrictions", restrictions, name, change),
        changed("phases", phases, name, change),
        sources);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> changed(
      String here, List<T> list, String name, UnaryOperator<List<?>> change) {
    return here.equals(name) ? (List<T>) change.apply(list) : list;
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Map<String, Object> orEmpty(Map<String, Object> extra) {
    return extra == null
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<String, Object>(extra));
  }

  /** The mission: its window, seasons, ways of moving, and pools. */
  @ContractSchema("Mission")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mission(
      String code,
      String name,
      String hostState,
      LocalDate startDate,
      LocalDate withdrawalDeadline,
      LocalDate horizonEnd,
      LocalDate preparationUntil,
      LocalDate contractsEnd,
      List<Season> seasons,
      Convoy convoy,
      Air air,
      Pools pools,
      Cover cover,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mandate> mandate,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OtherAirService> otherAirServices,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    public Mission {
      extra = orEmpty(extra);
      seasons = orEmpty(seasons);
      mandate = orEmpty(mandate);
      otherAirServices = orEmpty(otherAirServices);
    }

    /** The last day of the mandate for a kind of service; null where nothing ends it. */
    public LocalDate mandateUntil(String kind) {
      return mandate.stream()
          .filter(m -> m.kind().equals(kind))
          .map(Mandate::until)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /** A task of the mission that ends by decision of the Council, whoever is still there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mandate(
      String kind,
      LocalDate until,
      String source,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Mandate {
      extra = orEmpty(extra);
    }
  }

  /**
   * Flights of others, to and from each of some bases.
   *
   * @param from null where they flew before the start
   * @param until null where no end is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OtherAirService(
      String operator,
      List<String> bases,
      BigDecimal flightsPerWeek,
      Integer seats,
      LocalDate from,
      LocalDate until,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public OtherAirService {
      bases = orEmpty(bases);
      extra = orEmpty(extra);
    }
  }

  /**
   * Something that the mission does at a base for others, which ends when it goes.
   *
   * @param amount null where only days are said
   * @param endsWith what ends it besides the mandate and the closing; null for whatever ends first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Service(
      String id,
      String kind,
      String name,
      BigDecimal amount,
      String unit,
      String endsWith,
      Needs needs,
      Successor successor,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    private static final String JOBS = "JOBS";

    public Service {
      extra = orEmpty(extra);
    }

    /** Whether people lose their work with it. */
    @JsonIgnore
    public boolean isJobs() {
      return JOBS.equals(kind);
    }
  }

  /**
   * What a service cannot do without.
   *
   * @param people so many of a category at the base
   * @param types of aircraft, any of which will do
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Needs(
      String unit,
      Integer people,
      String category,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> types) {
    public Needs {
      types = orEmpty(types);
    }
  }

  /** Who takes a service over, and from which day on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Successor(String name, LocalDate from, BigDecimal amount) {}

  /** A window of dates in which columns keep another pace. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Season(String name, LocalDate from, LocalDate to) {}

  /** How convoys are made up. */
  @ContractSchema("Convoy")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Convoy(
      Integer minVehicles,
      Integer maxVehicles,
      Integer seatsPerVehicle,
      Integer loadingDays,
      Integer escorts) {

    /** Convoys of which nothing is said. */
    public static final Convoy NONE = new Convoy(null, null, null, null, null);
  }

  /** How people are flown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Air(Integer lotSize, BigDecimal hoursPerDay, BigDecimal turnaroundHours) {}

  /**
   * Helicopters that stand by for medical evacuation, for each hub that is active.
   *
   * @param withinMinutes how soon one has to be there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cover(Integer rotaryWing, Integer withinMinutes) {}

  /** Trucks and escorts of the hubs. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pools(List<Window> trucks, List<Window> escorts) {
    public Pools {
      trucks = orEmpty(trucks);
      escorts = orEmpty(escorts);
    }
  }

  /**
   * The number that a hub has in a window, both days included; windows that overlap add up.
   *
   * @param hub null where the mission has one hub
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Window(String hub, LocalDate from, LocalDate to, int available) {}

  /** A port of embarkation. */
  @ContractSchema("Exit")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Exit(
      String code,
      String name,
      String kind,
      String country,
      Point location,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Exit {
      extra = orEmpty(extra);
    }
  }

  /**
   * A place to hand over.
   *
   * @param handoverDays days of all handover steps; told in answers, not read
   * @param outposts codes of the outposts that belong to it; told in answers, not read
   * @param strength people of its units; told in answers, not read
   */
  @ContractSchema("Base")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Base(
      String code,
      String name,
      String kind,
      String sector,
      String region,
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
      Integer maxVehicles,
      Integer guard,
      Agreed agreed,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Service> services,
      Integer handoverDays,
      List<String> outposts,
      Headcount strength,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    public Base {
      extra = orEmpty(extra);
      kind = kind == null ? "CAMP" : kind;
      handoverSteps = orEmpty(handoverSteps);
      services = orEmpty(services);
    }

    /** This base with what answers tell besides. */
    public Base with(List<String> itsOutposts, Headcount itsStrength) {
      return new Base(
          code,
          name,
          kind,
          sector,
          region,
          location,
          parent,
          hub,
          threatLevel,
          packingLoadsPerDay,
          rearParty,
          receivingAuthority,
          handoverSteps,
          airfield,
          storageLoads,
          onwardLoadsPerDay,
          charterSeatsPerDay,
          exit,
          liquidation,
          maxVehicles,
          guard,
          agreed,
          services,
          HandoverSteps.days(this),
          itsOutposts,
          itsStrength,
          extra);
    }

    /** Whether carriers take loads onward from here. */
    public boolean shipsOnward() {
      return hub == null && onwardLoadsPerDay != null && onwardLoadsPerDay > 0;
    }
  }

  /** The window of days in which the host State has agreed that a base closes, and by what. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Agreed(LocalDate from, LocalDate to, String document) {}

  /** A place on the road that is no base. */
  @ContractSchema("Waypoint")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Waypoint(
      String code,
      String name,
      Point location,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Waypoint {
      extra = orEmpty(extra);
    }
  }

  /** Flights that the mission runs anyway, between two bases. */
  @ContractSchema("AirService")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AirService(
      String id,
      String from,
      String to,
      String type,
      Integer aircraft,
      BigDecimal flightsPerWeek,
      Integer seats,
      LocalDate until,
      List<String> passengers,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public AirService {
      passengers = orEmpty(passengers);
      extra = orEmpty(extra);
    }
  }

  /** People of the units at a base. */
  public record Headcount(long uniformed, long civilians) {}

  /** A GeoJSON point: longitude, then latitude. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Point(String type, List<BigDecimal> coordinates) {

    /** A point of two coordinates in degrees. */
    public static Point of(BigDecimal longitude, BigDecimal latitude) {
      return new Point("Point", List.of(longitude, latitude));
    }

    /** Degrees east. */
    public BigDecimal longitude() {
      return coordinates.get(0);
    }

    /** Degrees north. */
    public BigDecimal latitude() {
      return coordinates.get(1);
    }
  }

  /** A step of the handover and the days that it takes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HandoverStep(String step, int days) {}

  /** Where aircraft land. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Airfield(
      String icao, Integer runwayM, String surface, Integer sortiesPerDay, Boolean fuel) {}

  /** People at a base. */
  @ContractSchema("Unit")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Unit(
      String id,
      String name,
      String country,
      String category,
      String role,
      int strength,
      String base,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Unit {
      extra = orEmpty(extra);
    }
  }

  /** One aircraft, or a lot of other things. */
  @ContractSchema("Asset")
  @JsonInclude(JsonInclude.Include.NON_NULL)
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
      Aircraft aircraft,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    public Asset {
      extra = orEmpty(extra);
      ownership = ownership == null ? "UN_OWNED" : ownership;
    }

    /** This asset, but so many of it. */
    public Asset with(int number) {
      return with(number, aircraft);
    }

    /** This aircraft, but so many of it, there from one day to another; null for no limit. */
    public Asset there(int number, LocalDate from, LocalDate until) {
      var a = aircraft;
      return with(
          number,
          new Aircraft(
              a.wing,
              a.seats,
              a.payloadKg,
              a.rangeKm,
              a.cruiseSpeedKmh,
              a.minRunwayM,
              a.surfaces,
              from,
              until));
    }

    private Asset with(int number, Aircraft specification) {
      return new Asset(
          id,
          type,
          category,
          ownership,
          contributor,
          disposition,
          base,
          number,
          loadsPerItem,
          selfDeploying,
          priority,
          valueUsd,
          hazardous,
          specification,
          extra);
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

  /** The specification of an aircraft. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Aircraft(
      String wing,
      int seats,
      BigDecimal payloadKg,
      BigDecimal rangeKm,
      BigDecimal cruiseSpeedKmh,
      Integer minRunwayM,
      List<String> surfaces,
      LocalDate availableFrom,
      LocalDate availableUntil) {

    public Aircraft {
      surfaces = orEmpty(surfaces);
    }
  }

  /** A leg between two places, used both ways. */
  @ContractSchema("Route")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Route(
      String id,
      String from,
      String to,
      String mode,
      BigDecimal distanceKm,
      Map<String, BigDecimal> kmPerDay,
      Integer convoysPerDay,
      Integer threatLevel,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Route {
      extra = orEmpty(extra);
    }
  }

  /** A window in which something may not move. */
  @ContractSchema("Restriction")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Restriction(
      String id,
      String kind,
      List<String> routes,
      List<String> bases,
      List<String> modes,
      List<String> affects,
      BigDecimal factor,
      LocalDate from,
      LocalDate to,
      String reason,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {

    public Restriction {
      extra = orEmpty(extra);
      routes = orEmpty(routes);
      bases = orEmpty(bases);
      modes = orEmpty(modes);
      affects = orEmpty(affects);
    }

    /** Ids of the movements that it binds, and nothing else; empty where it binds what it names. */
    public List<String> binds() {
      return extra.get("movements") instanceof List<?> some
          ? some.stream().map(String::valueOf).toList()
          : List.of();
    }
  }

  /** A window of the withdrawal plan with the bases that it closes. */
  @ContractSchema("Phase")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Phase(
      int number,
      String name,
      LocalDate from,
      LocalDate to,
      List<String> bases,
      @JsonAnyGetter @JsonAnySetter Map<String, Object> extra) {
    public Phase {
      extra = orEmpty(extra);
      bases = orEmpty(bases);
    }
  }
}
