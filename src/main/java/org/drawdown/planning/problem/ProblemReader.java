package org.drawdown.planning.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drawdown.dataset.Dataset;
import org.drawdown.dataset.HandoverSteps;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.AircraftType;
import org.drawdown.engine.Problem.PartyKind;
import org.drawdown.engine.Problem.Site;
import org.drawdown.engine.Term;
import org.drawdown.schedule.request.Objective;

/**
 * Turns a dataset, with its assumptions applied, into the engine's problem: dates into days, codes
 * into positions, absent numbers into the defaults of the planning model.
 */
public final class ProblemReader {

  private static final String DRY = "DRY";

  /** Days beyond the horizon of which seasons and aircraft are known. */
  private static final int BEYOND = 3_660;

  private static final Problem.Airfield LANDING_SITE = new Problem.Airfield(0, "NONE", 8, false);

  private final Dataset dataset;
  private final Set<String> services;
  private final LocalDate start;
  private final int horizon;
  private final Map<String, Integer> siteOf = new HashMap<>();
  private final Map<String, Integer> legOf = new HashMap<>();
  private final List<Problem.Leg> legs = new ArrayList<>();
  private final List<String> seasons = new ArrayList<>(List.of(DRY));

  private ProblemReader(Dataset dataset, Set<String> services) {
    this.dataset = dataset;
    this.services = services;
    this.start = dataset.mission().startDate();
    this.horizon = day(dataset.mission().horizonEnd());
    for (var base : dataset.bases()) {
      siteOf.put(base.code(), siteOf.size());
    }
  }

  /**
   * Reads a dataset that is valid.
   *
   * @param objective complete
   * @param mayLeaveBehind whether loads may be written off
   * @param hardDeadline whether the spokes must be closed by the deadline
   */
  public static Problem read(
      Dataset dataset, Objective objective, boolean mayLeaveBehind, boolean hardDeadline) {
    return new ProblemReader(dataset, objective.services())
        .problem(objective.weights(), mayLeaveBehind, hardDeadline);
  }

  private Problem problem(Map<Term, Long> weights, boolean mayLeaveBehind, boolean hardDeadline) {
    var mission = dataset.mission();
    var convoy = mission.convoy();
    var air = mission.air();
    int[] season = seasonOfDay();
    readLegs();
    var fleet = aircraft();
    return new Problem(
        horizon,
        day(mission.withdrawalDeadline()),
        mission.preparationUntil() == null ? 0 : Math.max(0, day(mission.preparationUntil())),
        mission.contractsEnd() == null ? Problem.UNLIMITED : day(mission.contractsEnd()),
        season,
        new Problem.ConvoyRules(
            convoy == null ? 1 : or(convoy.minVehicles(), 1),
            convoy == null ? 100 : or(convoy.maxVehicles(), 100),
            convoy == null ? 6 : or(convoy.seatsPerVehicle(), 6),
            convoy == null ? 1 : or(convoy.loadingDays(), 1),
            convoy == null ? 1 : or(convoy.escorts(), 1)),
        new Problem.AirRules(
            air == null ? 100 : or(air.lotSize(), 100),
            air == null || air.hoursPerDay() == null ? 6 : air.hoursPerDay().doubleValue(),
            air == null || air.turnaroundHours() == null
                ? 0.75
                : air.turnaroundHours().doubleValue()),
        pool(mission.pools() == null ? List.of() : mission.pools().trucks()),
        pool(mission.pools() == null ? List.of() : mission.pools().escorts()),
        dataset.bases().stream().map(this::site).toList(),
        legs,
        dataset.restrictions().stream()
            .filter(r -> r.binds().isEmpty())
            .map(this::restriction)
            .toList(),
        fleet,
        airServices(fleet),
        weights,
        mayLeaveBehind,
        hardDeadline,
        null);
  }

  private static int or(Integer number, int otherwise) {
    return number == null ? otherwise : number;
  }

  private int day(LocalDate date) {
    long days = ChronoUnit.DAYS.between(start, date);
    return (int) Math.max(-Problem.UNLIMITED, Math.min(Problem.UNLIMITED, days));
  }

  /** By day, also beyond the horizon as far as seasons are named there. */
  private int[] seasonOfDay() {
    int known = horizon;
    for (var window : dataset.mission().seasons()) {
      known = Math.max(known, Math.min(horizon + BEYOND, day(window.to())));
    }
    int[] season = new int[known + 1];
    for (var window : dataset.mission().seasons()) {
      if (!seasons.contains(window.name())) {
        seasons.add(window.name());
      }
      int from = Math.max(0, day(window.from()));
      int to = Math.min(known, day(window.to()));
      for (int d = from; d <= to; d++) {
        season[d] = seasons.indexOf(window.name());
      }
    }
    return season;
  }

  private int[][] pool(List<Dataset.Window> windows) {
    int[][] pool = new int[dataset.bases().size()][0];
    for (var window : windows) {
      int hub = siteOf.get(HubPools.hub(dataset, window));
      if (pool[hub].length == 0) {
        pool[hub] = new int[horizon + 1];
      }
      int to = Math.min(horizon, day(window.to()));
      for (int d = Math.max(0, day(window.from())); d <= to; d++) {
        pool[hub][d] += window.available();
      }
    }
    return pool;
  }

  private List<Problem.AirService> airServices(List<AircraftType> fleet) {
    var types = fleet.stream().map(AircraftType::type).toList();
    return dataset.airServices().stream()
        .filter(s -> types.contains(s.type()))
        .map(
            s ->
                new Problem.AirService(
                    s.id(),
                    siteOf.get(s.from()),
                    siteOf.get(s.to()),
                    types.indexOf(s.type()),
                    or(s.aircraft(), 1),
                    s.until() == null ? horizon : day(s.until())))
        .toList();
  }

  private void readLegs() {
    var others = new HashMap<String, Integer>();
    for (var route : dataset.routes()) {
      if (!"ROAD".equals(route.mode())) {
        continue;
      }
      legOf.put(route.id(), legs.size());
      long dry = metres(route.kmPerDay().get(DRY));
      long[] paces =
          seasons.stream()
              .mapToLong(
                  s -> route.kmPerDay().containsKey(s) ? metres(route.kmPerDay().get(s)) : dry)
              .toArray();
      legs.add(
          new Problem.Leg(
              route.id(),
              place(route.from(), others),
              place(route.to(), others),
              metres(route.distanceKm()),
              paces,
              or(route.convoysPerDay(), Problem.UNLIMITED),
              or(route.threatLevel(), 1)));
    }
  }

  private int place(String code, Map<String, Integer> others) {
    var site = siteOf.get(code);
    return site != null ? site : -1 - others.computeIfAbsent(code, c -> others.size());
  }

  private static long metres(BigDecimal km) {
    return km.movePointRight(3).longValue();
  }

  private Site site(Dataset.Base base) {
    var parties =
        dataset.units().stream()
            .filter(u -> u.base().equals(base.code()))
            .map(u -> new Problem.Party(u.id(), kind(u.category()), u.strength()))
            .toList();
    int travellers =
        parties.stream()
            .filter(p -> p.kind() != PartyKind.NATIONAL)
            .mapToInt(Problem.Party::strength)
            .sum();
    var field = base.airfield();
    return new Site(
        base.code(),
        base.location() == null ? Double.NaN : base.location().latitude().doubleValue(),
        base.location() == null ? Double.NaN : base.location().longitude().doubleValue(),
        base.hub() == null ? -1 : siteOf.get(base.hub()),
        base.parent() == null ? -1 : siteOf.get(base.parent()),
        or(base.threatLevel(), 1),
        or(base.packingLoadsPerDay(), Problem.UNLIMITED),
        Math.min(or(base.rearParty(), 0), travellers),
        HandoverSteps.days(base),
        field == null
            ? LANDING_SITE
            : new Problem.Airfield(
                or(field.runwayM(), 0),
                field.surface() == null ? "NONE" : field.surface(),
                or(field.sortiesPerDay(), LANDING_SITE.sortiesPerDay()),
                Boolean.TRUE.equals(field.fuel())),
        or(base.storageLoads(), Problem.UNLIMITED),
        or(base.onwardLoadsPerDay(), 0),
        or(base.charterSeatsPerDay(), Problem.UNLIMITED),
        Boolean.TRUE.equals(base.liquidation()),
        or(base.maxVehicles(), 0),
        windowFrom(base),
        windowEnd(base),
        Math.min(or(base.guard(), or(base.rearParty(), 0)), travellers),
        lots(base.code()),
        parties,
        missedUntil(base));
  }

  /**
   * For each service of a base that is counted the last day on which it would be missed: until
   * somebody follows, until it would have ended anyway, or until the deadline.
   */
  private List<Integer> missedUntil(Dataset.Base base) {
    var mission = dataset.mission();
    return base.services().stream()
        .filter(s -> services.isEmpty() || services.contains(s.kind()))
        .map(
            s -> {
              var last = mission.withdrawalDeadline();
              var ends = mission.mandateUntil(s.kind());
              last = ends != null && ends.isBefore(last) ? ends : last;
              boolean contracts = s.isJobs() && mission.contractsEnd() != null;
              last =
                  contracts && mission.contractsEnd().isBefore(last)
                      ? mission.contractsEnd()
                      : last;
              var next = s.successor() == null ? null : s.successor().from();
              return day(next != null && !next.isAfter(last) ? next.minusDays(1) : last);
            })
        .toList();
  }

  private static PartyKind kind(String category) {
    return switch (category) {
      case "CIVILIAN_NATIONAL" -> PartyKind.NATIONAL;
      case "CIVILIAN_INTERNATIONAL" -> PartyKind.INTERNATIONAL;
      default -> PartyKind.UNIFORMED;
    };
  }

  private int windowFrom(Dataset.Base base) {
    if (base.agreed() != null) {
      return base.agreed().from() == null ? -1 : Math.max(0, day(base.agreed().from()));
    }
    return dataset.phases().stream()
        .filter(p -> p.bases().contains(base.code()))
        .mapToInt(p -> Math.max(0, day(p.from())))
        .min()
        .orElse(-1);
  }

  private int windowEnd(Dataset.Base base) {
    if (base.agreed() != null) {
      return base.agreed().to() == null ? Problem.UNLIMITED : day(base.agreed().to());
    }
    return dataset.phases().stream()
        .filter(p -> p.bases().contains(base.code()))
        .mapToInt(p -> day(p.to()))
        .max()
        .orElse(Problem.UNLIMITED);
  }

  private List<Problem.Lot> lots(String base) {
    return dataset.assets().stream()
        .filter(a -> a.base().equals(base) && a.moves())
        .map(
            a ->
                new Problem.Lot(
                    a.id(),
                    a.quantity(),
                    a.loadsPerItem() == null ? BigDecimal.ONE : a.loadsPerItem(),
                    Boolean.TRUE.equals(a.selfDeploying()),
                    or(a.priority(), 3),
                    "CONTINGENT_OWNED".equals(a.ownership()),
                    a.valueUsd() == null ? 0 : a.valueUsd()))
        .filter(lot -> lot.loads() > 0)
        .toList();
  }

  private List<AircraftType> aircraft() {
    Map<String, List<Dataset.Asset>> byType = new TreeMap<>();
    for (var asset : dataset.assets()) {
      if (asset.aircraft() != null && !"UNMANNED".equals(asset.aircraft().wing())) {
        byType.computeIfAbsent(asset.type(), t -> new ArrayList<>()).add(asset);
      }
    }
    var types = new LinkedHashMap<String, AircraftType>();
    byType.forEach((type, fleet) -> types.put(type, type(type, fleet)));
    return List.copyOf(types.values());
  }

  private AircraftType type(String type, Collection<Dataset.Asset> fleet) {
    // Also beyond the horizon, up to the day from which on nothing changes any more.
    int known = horizon;
    for (var asset : fleet) {
      for (var day :
          new LocalDate[] {asset.aircraft().availableFrom(), asset.aircraft().availableUntil()}) {
        known = day == null ? known : Math.max(known, Math.min(horizon + BEYOND, day(day) + 1));
      }
    }
    int[] available = new int[known + 1];
    for (var asset : fleet) {
      var it = asset.aircraft();
      int from = it.availableFrom() == null ? 0 : Math.max(0, day(it.availableFrom()));
      int to = it.availableUntil() == null ? known : Math.min(known, day(it.availableUntil()));
      for (int d = from; d <= to; d++) {
        available[d] += asset.quantity();
      }
    }
    var it = fleet.iterator().next().aircraft();
    return new AircraftType(
        type,
        "ROTARY_WING".equals(it.wing()),
        it.seats(),
        it.rangeKm().doubleValue(),
        it.cruiseSpeedKmh().doubleValue(),
        or(it.minRunwayM(), 0),
        it.surfaces(),
        available);
  }

  private Problem.Restriction restriction(Dataset.Restriction r) {
    var modes = r.modes();
    boolean movements = r.affects().isEmpty() || r.affects().contains("MOVEMENTS");
    return new Problem.Restriction(
        r.id(),
        day(r.from()),
        day(r.to()),
        positions(r.routes(), legOf),
        positions(r.bases(), siteOf),
        r.routes().isEmpty() && r.bases().isEmpty(),
        movements && (modes.isEmpty() || modes.contains("ROAD")),
        movements && (modes.isEmpty() || modes.contains("AIR")),
        r.affects().isEmpty() || r.affects().contains("ONWARD"),
        r.affects().isEmpty() || r.affects().contains("CHARTER"),
        r.factor() == null ? 0 : r.factor().doubleValue());
  }

  private static List<Integer> positions(List<String> codes, Map<String, Integer> position) {
    return codes.stream().filter(position::containsKey).map(position::get).toList();
  }
}
