package org.drawdown.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drawdown.common.Fault;
import org.drawdown.mission.Dataset.Aircraft;
import org.drawdown.mission.Dataset.Base;

/**
 * What must hold between the parts of a dataset that each have the right shape: names are unique,
 * what is named exists, windows do not end before they begin, spokes drain to hubs.
 */
public final class Consistency {

  private static final int LONGEST_DAYS = 3660;
  private static final BigDecimal MOST_LOADS = BigDecimal.valueOf(1_000_000);

  private final Dataset dataset;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Base> bases = new HashMap<>();
  private final Set<String> places = new HashSet<>();

  private Consistency(Dataset dataset) {
    this.dataset = dataset;
    dataset.bases().forEach(b -> bases.putIfAbsent(b.code(), b));
    places.addAll(bases.keySet());
    dataset.exits().forEach(e -> places.add(e.code()));
  }

  /** All faults of a dataset, each with its pointer; none if it is consistent. */
  public static List<Fault> faults(Dataset dataset) {
    var check = new Consistency(dataset);
    check.mission();
    check.unique("exits", "code", dataset.exits(), Dataset.Exit::code);
    check.unique("bases", "code", dataset.bases(), Base::code);
    check.unique("units", "id", dataset.units(), Dataset.Unit::id);
    check.unique("assets", "id", dataset.assets(), Dataset.Asset::id);
    check.unique("routes", "id", dataset.routes(), Dataset.Route::id);
    check.unique("restrictions", "id", dataset.restrictions(), Dataset.Restriction::id);
    check.unique("phases", "number", dataset.phases(), Dataset.Phase::number);
    check.bases();
    check.contents();
    check.fleet();
    check.routes();
    check.restrictions();
    check.phases();
    return check.faults;
  }

  private void fault(String pointer, String detail, Object... values) {
    faults.add(Fault.of(pointer, detail, values));
  }

  private <T> void unique(String list, String field, List<T> items, Function<T, Object> key) {
    var seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      var name = key.apply(items.get(i));
      if (!seen.add(name)) {
        fault("/%s/%d/%s".formatted(list, i, field), "%s stands twice in %s", name, list);
      }
    }
  }

  private void mission() {
    var m = dataset.mission();
    if (m.withdrawalDeadline().isBefore(m.startDate())) {
      fault(
          "/mission/withdrawalDeadline",
          "the deadline %s is before the start %s",
          m.withdrawalDeadline(),
          m.startDate());
    }
    if (m.horizonEnd().isBefore(m.withdrawalDeadline())) {
      fault(
          "/mission/horizonEnd",
          "the horizon ends on %s, before the deadline %s",
          m.horizonEnd(),
          m.withdrawalDeadline());
    }
    if (m.horizonEnd().isAfter(m.startDate().plusDays(LONGEST_DAYS))) {
      fault("/mission/horizonEnd", "the horizon is longer than %d days", LONGEST_DAYS);
    }
    for (int i = 0; i < m.seasons().size(); i++) {
      window("/mission/seasons/" + i, m.seasons().get(i).from(), m.seasons().get(i).to());
    }
    if (m.pools() != null) {
      pool("/mission/pools/trucks", m.pools().trucks());
      pool("/mission/pools/escorts", m.pools().escorts());
    }
  }

  private void pool(String pointer, List<Dataset.Window> windows) {
    long sum = 0;
    for (int i = 0; i < windows.size(); i++) {
      window(pointer + "/" + i, windows.get(i).from(), windows.get(i).to());
      sum += windows.get(i).available();
    }
    if (sum > 100_000_000) {
      fault(pointer, "a pool cannot have more than 100,000,000");
    }
  }

  private void window(String pointer, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      fault(pointer + "/to", "it ends on %s, before it begins on %s", to, from);
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
        fault(at + "/exit", "there is no exit %s", base.exit());
      }
      steps(at, base);
    }
    for (int i = 0; i < dataset.exits().size(); i++) {
      if (bases.containsKey(dataset.exits().get(i).code())) {
        fault("/exits/" + i + "/code", "%s is the code of a base", dataset.exits().get(i).code());
      }
    }
  }

  private void hub(String at, Base base) {
    boolean ships = base.onwardLoadsPerDay() != null && base.onwardLoadsPerDay() > 0;
    if (base.hub() == null) {
      if (!ships) {
        fault(
            at + "/hub",
            "%s ships nothing onward itself, so it names the hub that it drains to",
            base.code());
      }
      return;
    }
    var hub = bases.get(base.hub());
    if (ships) {
      fault(at + "/hub", "%s ships loads onward and is a hub; a hub names no hub", base.code());
    } else if (hub == null) {
      fault(at + "/hub", "there is no base %s", base.hub());
    } else if (!hub.isHub()) {
      fault(
          at + "/hub", "%s is no hub: it ships no loads onward, or names a hub itself", base.hub());
    }
  }

  private void parent(String at, Base base) {
    if (base.parent() == null) {
      if ("OUTPOST".equals(base.kind())) {
        fault(at + "/parent", "the outpost %s names the base that it belongs to", base.code());
      }
      return;
    }
    if (!"OUTPOST".equals(base.kind())) {
      fault(at + "/parent", "only an outpost names the base that it belongs to");
      return;
    }
    if (!bases.containsKey(base.parent())) {
      fault(at + "/parent", "there is no base %s", base.parent());
      return;
    }
    var seen = new HashSet<String>();
    for (var b = base; b != null && b.parent() != null; b = bases.get(b.parent())) {
      if (!seen.add(b.code())) {
        fault(at + "/parent", "%s would belong to itself", base.code());
        return;
      }
    }
  }

  private void steps(String at, Base base) {
    var seen = new HashSet<String>();
    for (int i = 0; i < base.handoverSteps().size(); i++) {
      if (!seen.add(base.handoverSteps().get(i).step())) {
        fault(
            at + "/handoverSteps/" + i + "/step",
            "%s stands twice",
            base.handoverSteps().get(i).step());
      }
    }
    if (HandoverSteps.of(base).stream().mapToInt(Dataset.HandoverStep::days).sum() < 1) {
      fault(at + "/handoverSteps", "a handover takes at least a day");
    }
  }

  private void contents() {
    for (int i = 0; i < dataset.units().size(); i++) {
      existing("/units/" + i + "/base", dataset.units().get(i).base());
    }
    for (int i = 0; i < dataset.assets().size(); i++) {
      var asset = dataset.assets().get(i);
      var at = "/assets/" + i;
      existing(at + "/base", asset.base());
      if (!Boolean.TRUE.equals(asset.selfDeploying())
          && asset.loadsPerItem() != null
          && asset
                  .loadsPerItem()
                  .multiply(BigDecimal.valueOf(asset.quantity()))
                  .compareTo(MOST_LOADS)
              > 0) {
        fault(at + "/loadsPerItem", "the lot has more than %s loads", MOST_LOADS);
      }
      boolean flies = "AIRCRAFT".equals(asset.category());
      if (flies && asset.type() == null) {
        fault(at + "/type", "an aircraft names its type");
      }
      if (flies != (asset.aircraft() != null)) {
        if (flies) {
          fault(at + "/aircraft", "an aircraft says what it can do");
        } else {
          fault(at + "/aircraft", "only an asset of category AIRCRAFT has this");
        }
      }
      var it = asset.aircraft();
      if (it != null
          && it.availableFrom() != null
          && it.availableUntil() != null
          && it.availableUntil().isBefore(it.availableFrom())) {
        fault(
            at + "/aircraft/availableUntil",
            "it is available until %s, before %s",
            it.availableUntil(),
            it.availableFrom());
      }
    }
  }

  private void existing(String pointer, String base) {
    if (!bases.containsKey(base)) {
      fault(pointer, "there is no base %s", base);
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
          fault(
              "/assets/" + i + "/aircraft",
              "it differs from other aircraft of type %s",
              asset.type());
        }
      }
    }
  }

  private static List<Object> specification(Aircraft it) {
    return List.of(
        it.wing(),
        it.seats(),
        it.rangeKm(),
        it.cruiseSpeedKmh(),
        it.minRunwayM() == null ? 0 : it.minRunwayM(),
        Set.copyOf(it.surfaces()));
  }

  private void routes() {
    for (int i = 0; i < dataset.routes().size(); i++) {
      var route = dataset.routes().get(i);
      var at = "/routes/" + i;
      for (var end : Map.of("from", route.from(), "to", route.to()).entrySet()) {
        if (!places.contains(end.getValue())) {
          fault(at + "/" + end.getKey(), "there is no base or exit %s", end.getValue());
        }
      }
      if (route.from().equals(route.to())) {
        fault(at + "/to", "a route leads from one place to another");
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
        if (!routes.contains(r.routes().get(j))) {
          fault(at + "/routes/" + j, "there is no route %s", r.routes().get(j));
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
          fault(at + "/bases/" + j, "phase %d closes %s already", other, base);
        }
      }
    }
  }
}
