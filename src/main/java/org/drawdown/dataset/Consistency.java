package org.drawdown.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drawdown.api.problem.Fault;
import org.drawdown.dataset.Dataset.Aircraft;
import org.drawdown.dataset.Dataset.Base;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/**
 * Checks the parts of a dataset against each other: names are unique, what is named exists, windows
 * do not end before they begin, spokes drain to hubs.
 */
public final class Consistency {

  private static final int LONGEST_DAYS = 3660;
  private static final int LARGEST_CONVOY = 100;
  private static final BigDecimal MOST_LOADS = BigDecimal.valueOf(1_000_000);

  private static final List<String> LISTS =
      List.of(
          "mission",
          "exits",
          "bases",
          "waypoints",
          "units",
          "assets",
          "airServices",
          "routes",
          "restrictions",
          "phases");

  private final Dataset dataset;

  /** Pointer of the only part that is new; null where all is. */
  private final String touched;

  private final int newIndex;

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Base> bases = new HashMap<>();
  private final Set<String> places = new HashSet<>();

  private Consistency(Dataset dataset, String touched) {
    this.dataset = dataset;
    this.touched = touched;
    var last = touched == null ? "" : touched.substring(touched.lastIndexOf('/') + 1);
    this.newIndex = last.matches("[0-9]{1,9}") ? Integer.parseInt(last) : -1;
    dataset.bases().forEach(b -> bases.putIfAbsent(b.code(), b));
    places.addAll(bases.keySet());
    dataset.exits().forEach(e -> places.add(e.code()));
    dataset.waypoints().forEach(w -> places.add(w.code()));
  }

  /**
   * All faults of a dataset, in its order, each with its pointer and the name of the thing; none if
   * it is consistent.
   */
  public static List<Fault> faults(Dataset dataset) {
    var check = new Consistency(dataset, null);
    check.unique("exits", "code", dataset.exits(), Dataset.Exit::code);
    check.unique("bases", "code", dataset.bases(), Base::code);
    check.unique("waypoints", "code", dataset.waypoints(), Dataset.Waypoint::code);
    check.unique("airServices", "id", dataset.airServices(), Dataset.AirService::id);
    check.unique("units", "id", dataset.units(), Dataset.Unit::id);
    check.unique("assets", "id", dataset.assets(), Dataset.Asset::id);
    check.unique("routes", "id", dataset.routes(), Dataset.Route::id);
    check.unique("restrictions", "id", dataset.restrictions(), Dataset.Restriction::id);
    check.unique("phases", "number", dataset.phases(), Dataset.Phase::number);
    check.all();
    check.faults.sort(Comparator.comparing(Fault::pointer, Consistency::inOrder));
    return check.faults;
  }

  /**
   * The faults that a dataset has with a part that is new, while all others were consistent: units
   * and lots, which nothing else names, are not looked at again.
   *
   * @param touched pointer of that part; empty if a part was taken away
   */
  public static List<Fault> faults(Dataset dataset, String touched) {
    var check = new Consistency(dataset, touched);
    check.all();
    return check.faults;
  }

  private void all() {
    mission();
    bases();
    waypoints();
    contents();
    fleet();
    airServices();
    routes();
    restrictions();
    phases();
    new ServiceChecks(dataset, this::fault).all();
  }

  private static int inOrder(String a, String b) {
    var first = a.split("/", 4);
    var second = b.split("/", 4);
    int order = Integer.compare(LISTS.indexOf(first[1]), LISTS.indexOf(second[1]));
    if (order != 0 || first.length < 3 || second.length < 3 || first[1].equals("mission")) {
      return order;
    }
    return Integer.compare(Integer.parseInt(first[2]), Integer.parseInt(second[2]));
  }

  private void fault(String pointer, Text detail) {
    var name = touched == null ? name(pointer) : null;
    faults.add(new Fault(pointer, name == null ? detail : m -> m.ofThing(detail.in(m), name)));
  }

  /** What the thing that a pointer leads to is called; null where it has no name. */
  private String name(String pointer) {
    var steps = pointer.split("/", 4);
    int at = steps.length > 2 && steps[2].matches("[0-9]+") ? Integer.parseInt(steps[2]) : -1;
    return at < 0
        ? null
        : switch (steps[1]) {
          case "exits" -> dataset.exits().get(at).code();
          case "bases" -> dataset.bases().get(at).code();
          case "waypoints" -> dataset.waypoints().get(at).code();
          case "airServices" -> dataset.airServices().get(at).id();
          case "units" -> dataset.units().get(at).id();
          case "assets" -> dataset.assets().get(at).id();
          case "routes" -> dataset.routes().get(at).id();
          case "restrictions" -> dataset.restrictions().get(at).id();
          default -> null;
        };
  }

  /** Whether a unit or an asset is new. */
  private boolean isNew(String list, int index) {
    return touched == null || index == newIndex && touched.startsWith(list, 1);
  }

  private <T> void unique(String list, String field, List<T> items, Function<T, Object> key) {
    var seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      var name = key.apply(items.get(i));
      if (!seen.add(name)) {
        fault("/%s/%d/%s".formatted(list, i, field), m -> m.occursTwice(name.toString(), list));
      }
    }
  }

  private void timeZone() {
    if (dataset.mission().extra().get("timeZone") instanceof String name
        && !ZoneId.getAvailableZoneIds().contains(name)) {
      fault("/mission/timeZone", m -> m.noTimeZone(name));
    }
  }

  private void mission() {
    timeZone();
    var mission = dataset.mission();
    if (mission.withdrawalDeadline().isBefore(mission.startDate())) {
      fault(
          "/mission/withdrawalDeadline",
          m -> m.deadlineBeforeStart(mission.withdrawalDeadline(), mission.startDate()));
    }
    if (mission.horizonEnd().isBefore(mission.withdrawalDeadline())) {
      fault(
          "/mission/horizonEnd",
          m -> m.horizonBeforeDeadline(mission.horizonEnd(), mission.withdrawalDeadline()));
    }
    if (mission.horizonEnd().isAfter(mission.startDate().plusDays(LONGEST_DAYS))) {
      fault("/mission/horizonEnd", m -> m.horizonTooLong(LONGEST_DAYS));
    }
    before("/mission/preparationUntil", mission.preparationUntil(), mission.startDate());
    if (mission.preparationUntil() != null
        && mission.preparationUntil().isAfter(mission.horizonEnd())) {
      fault(
          "/mission/preparationUntil",
          m -> m.afterHorizon(mission.preparationUntil(), mission.horizonEnd()));
    }
    before("/mission/contractsEnd", mission.contractsEnd(), mission.startDate());
    smallestConvoy(mission);
    for (int i = 0; i < mission.seasons().size(); i++) {
      window(
          "/mission/seasons/" + i, mission.seasons().get(i).from(), mission.seasons().get(i).to());
    }
    if (mission.pools() != null) {
      pool("/mission/pools/trucks", mission.pools().trucks());
      pool("/mission/pools/escorts", mission.pools().escorts());
    }
  }

  private void before(String pointer, LocalDate day, LocalDate start) {
    if (day != null && day.isBefore(start)) {
      fault(pointer, m -> m.beforeStart(day, start));
    }
  }

  private void smallestConvoy(Dataset.Mission mission) {
    var convoy = mission.convoy();
    if (convoy == null || convoy.minVehicles() == null) {
      return;
    }
    int least = convoy.minVehicles();
    int most = convoy.maxVehicles() == null ? LARGEST_CONVOY : convoy.maxVehicles();
    if (least > most) {
      fault("/mission/convoy/minVehicles", m -> m.smallestAboveLargest(least, most));
    }
  }

  private void pool(String pointer, List<Dataset.Window> windows) {
    long sum = 0;
    long hubs = dataset.bases().stream().filter(b -> b.hub() == null).count();
    for (int i = 0; i < windows.size(); i++) {
      poolHub(pointer + "/" + i, windows.get(i).hub(), hubs);
      window(pointer + "/" + i, windows.get(i).from(), windows.get(i).to());
      sum += windows.get(i).available();
    }
    if (sum > 100_000_000) {
      fault(pointer, Messages::poolTooLarge);
    }
  }

  private void poolHub(String pointer, String hub, long hubs) {
    if (hub == null) {
      if (hubs != 1) {
        fault(pointer + "/hub", m -> m.whichHub(hubs));
      }
    } else if (!bases.containsKey(hub)) {
      fault(pointer + "/hub", m -> m.noBase(hub));
    } else if (bases.get(hub).hub() != null) {
      fault(pointer + "/hub", m -> m.notAHub(hub));
    }
  }

  private void window(String pointer, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      fault(pointer + "/to", m -> m.endsBeforeItBegins(to, from));
    }
  }

  private void bases() {
    for (int i = 0; i < dataset.bases().size(); i++) {
      var base = dataset.bases().get(i);
      var at = "/bases/" + i;
      hub(at, base);
      parent(at, base);
      if (base.exit() != null
          && dataset.exits().stream().noneMatch(e -> e.code().equals(base.exit()))) {
        fault(at + "/exit", m -> m.noExit(base.exit()));
      }
      steps(at, base);
      limits(at, base);
    }
    for (int i = 0; i < dataset.exits().size(); i++) {
      var code = dataset.exits().get(i).code();
      if (bases.containsKey(code)) {
        fault("/exits/" + i + "/code", m -> m.codeOfABase(code));
      }
    }
  }

  private void limits(String at, Base base) {
    var agreed = base.agreed();
    if (agreed != null && agreed.from() != null && agreed.to() != null) {
      window(at + "/agreed", agreed.from(), agreed.to());
    }
    var convoy = dataset.mission().convoy();
    int least = convoy == null || convoy.minVehicles() == null ? 1 : convoy.minVehicles();
    if (base.maxVehicles() != null && base.hub() != null && base.maxVehicles() < least) {
      fault(at + "/maxVehicles", m -> m.smallestAboveLargest(least, base.maxVehicles()));
    }
  }

  private void waypoints() {
    var exits = dataset.exits().stream().map(Dataset.Exit::code).collect(Collectors.toSet());
    for (int i = 0; i < dataset.waypoints().size(); i++) {
      var code = dataset.waypoints().get(i).code();
      if (bases.containsKey(code) || exits.contains(code)) {
        fault("/waypoints/" + i + "/code", m -> m.codeOfAnotherPlace(code));
      }
    }
  }

  private void airServices() {
    var flying =
        dataset.assets().stream()
            .filter(a -> a.aircraft() != null && !"UNMANNED".equals(a.aircraft().wing()))
            .map(Dataset.Asset::type)
            .collect(Collectors.toSet());
    for (int i = 0; i < dataset.airServices().size(); i++) {
      var service = dataset.airServices().get(i);
      var at = "/airServices/" + i;
      existing(at + "/from", service.from());
      existing(at + "/to", service.to());
      if (service.from().equals(service.to())) {
        fault(at + "/to", Messages::airServiceToItself);
      }
      if (!flying.contains(service.type())) {
        fault(at + "/type", m -> m.noSuchAircraftType(service.type()));
      }
    }
  }

  private void hub(String at, Base base) {
    boolean ships = base.onwardLoadsPerDay() != null && base.onwardLoadsPerDay() > 0;
    if (base.hub() == null) {
      if (!ships) {
        fault(at + "/hub", m -> m.needsAHub(base.code()));
      }
      return;
    }
    var hub = bases.get(base.hub());
    if (ships) {
      fault(at + "/hub", m -> m.hubWithHub(base.code()));
    } else if (hub == null) {
      fault(at + "/hub", m -> m.noBase(base.hub()));
    } else if (!hub.shipsOnward()) {
      fault(at + "/hub", m -> m.notAHub(base.hub()));
    }
  }

  private void parent(String at, Base base) {
    if (base.parent() == null) {
      if ("OUTPOST".equals(base.kind())) {
        fault(at + "/parent", m -> m.outpostWithoutParent(base.code()));
      }
      return;
    }
    if (!"OUTPOST".equals(base.kind())) {
      fault(at + "/parent", Messages::onlyOutpostsHaveParents);
      return;
    }
    if (!bases.containsKey(base.parent())) {
      fault(at + "/parent", m -> m.noBase(base.parent()));
      return;
    }
    var seen = new HashSet<String>();
    for (var b = base; b != null && b.parent() != null; b = bases.get(b.parent())) {
      if (!seen.add(b.code())) {
        fault(at + "/parent", m -> m.ownAncestor(base.code()));
        return;
      }
    }
  }

  private void steps(String at, Base base) {
    var seen = new HashSet<String>();
    for (int i = 0; i < base.handoverSteps().size(); i++) {
      var step = base.handoverSteps().get(i).step();
      if (!seen.add(step)) {
        fault(at + "/handoverSteps/" + i + "/step", m -> m.stepTwice(step));
      }
    }
    if (HandoverSteps.days(base) < 1) {
      fault(at + "/handoverSteps", Messages::handoverTooShort);
    }
  }

  private void contents() {
    if (touched != null && !touched.startsWith("/units/") && !touched.startsWith("/assets/")) {
      return;
    }
    for (int i = 0; i < dataset.units().size(); i++) {
      if (isNew("units", i)) {
        existing("/units/" + i + "/base", dataset.units().get(i).base());
      }
    }
    for (int i = 0; i < dataset.assets().size(); i++) {
      if (isNew("assets", i)) {
        asset("/assets/" + i, dataset.assets().get(i));
      }
    }
  }

  private void asset(String at, Dataset.Asset asset) {
    existing(at + "/base", asset.base());
    if (!Boolean.TRUE.equals(asset.selfDeploying())
        && asset.loadsPerItem() != null
        && asset.loadsPerItem().multiply(BigDecimal.valueOf(asset.quantity())).compareTo(MOST_LOADS)
            > 0) {
      fault(at + "/loadsPerItem", m -> m.lotTooLarge(MOST_LOADS.longValue()));
    }
    boolean flies = "AIRCRAFT".equals(asset.category());
    if (flies && asset.type() == null) {
      fault(at + "/type", Messages::aircraftWithoutType);
    }
    if (flies != (asset.aircraft() != null)) {
      if (flies) {
        fault(at + "/aircraft", Messages::aircraftWithoutData);
      } else {
        fault(at + "/aircraft", Messages::onlyAircraftHaveThis);
      }
    }
    var it = asset.aircraft();
    if (it != null
        && it.availableFrom() != null
        && it.availableUntil() != null
        && it.availableUntil().isBefore(it.availableFrom())) {
      fault(
          at + "/aircraft/availableUntil",
          m -> m.availableUntilBeforeFrom(it.availableUntil(), it.availableFrom()));
    }
  }

  private void place(String pointer, String code) {
    if (!places.contains(code)) {
      fault(pointer, m -> m.noPlace(code));
    }
  }

  private void existing(String pointer, String base) {
    if (!bases.containsKey(base)) {
      fault(pointer, m -> m.noBase(base));
    }
  }

  /** Aircraft of a type are planned as one fleet, so they must be alike. */
  private void fleet() {
    var first = new HashMap<String, Aircraft>();
    for (int i = 0; i < dataset.assets().size(); i++) {
      var asset = dataset.assets().get(i);
      if (asset.aircraft() != null && asset.type() != null) {
        var other = first.putIfAbsent(asset.type(), asset.aircraft());
        if (other != null && !specification(other).equals(specification(asset.aircraft()))) {
          fault("/assets/" + i + "/aircraft", m -> m.differsFromItsType(asset.type()));
        }
      }
    }
  }

  private static List<Object> specification(Aircraft it) {
    return List.of(
        it.wing(),
        it.seats(),
        it.rangeKm().stripTrailingZeros(),
        it.cruiseSpeedKmh().stripTrailingZeros(),
        it.minRunwayM() == null ? 0 : it.minRunwayM(),
        Set.copyOf(it.surfaces()));
  }

  private void routes() {
    for (int i = 0; i < dataset.routes().size(); i++) {
      var route = dataset.routes().get(i);
      var at = "/routes/" + i;
      place(at + "/from", route.from());
      place(at + "/to", route.to());
      if (route.from().equals(route.to())) {
        fault(at + "/to", Messages::routeToItself);
      }
    }
  }

  private void restrictions() {
    var routes = dataset.routes().stream().map(Dataset.Route::id).collect(Collectors.toSet());
    for (int i = 0; i < dataset.restrictions().size(); i++) {
      var r = dataset.restrictions().get(i);
      var at = "/restrictions/" + i;
      window(at, r.from(), r.to());
      for (int j = 0; j < r.bases().size(); j++) {
        existing(at + "/bases/" + j, r.bases().get(j));
      }
      for (int j = 0; j < r.routes().size(); j++) {
        var route = r.routes().get(j);
        if (!routes.contains(route)) {
          fault(at + "/routes/" + j, m -> m.noRoute(route));
        }
      }
    }
  }

  private void phases() {
    var closes = new HashMap<String, Integer>();
    for (int i = 0; i < dataset.phases().size(); i++) {
      var phase = dataset.phases().get(i);
      var at = "/phases/" + i;
      window(at, phase.from(), phase.to());
      for (int j = 0; j < phase.bases().size(); j++) {
        var base = phase.bases().get(j);
        existing(at + "/bases/" + j, base);
        var other = closes.putIfAbsent(base, phase.number());
        if (other != null) {
          fault(at + "/bases/" + j, m -> m.phaseClosesAlready(other, base));
        }
      }
    }
  }
}
