package org.drawdown.planning.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drawdown.api.contract.MergePatch;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Assumptions.Pool;

/** A dataset with what a schedule assumes otherwise. */
final class AssumedDataset {

  private final Dataset dataset;
  private final Assumptions assumptions;
  private final RequestBodies bodies;
  private final List<Fault> faults = new ArrayList<>();

  AssumedDataset(Dataset dataset, Assumptions assumptions, RequestBodies bodies) {
    this.dataset = dataset;
    this.assumptions = assumptions;
    this.bodies = bodies;
  }

  /**
   * The dataset under the assumptions; it may be inconsistent.
   *
   * @throws Refusal naming what the assumptions speak of that does not exist
   */
  Dataset dataset() {
    var result =
        new Dataset(
            mission(),
            dataset.exits(),
            bases(),
            dataset.waypoints(),
            dataset.units(),
            assets(),
            dataset.airServices(),
            dataset.routes(),
            restrictions(),
            phases(),
            dataset.sources());
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return result;
  }

  /**
   * Where a fault of the dataset under the assumptions stands in the request: at what the
   * assumptions brought in, or else at the assumptions as a whole.
   */
  String pointer(String inDataset, Dataset assumed) {
    var parts = inDataset.split("/", 4);
    if (inDataset.startsWith("/mission/pools/")) {
      return "/assumptions" + inDataset.substring("/mission/pools".length());
    }
    if (inDataset.startsWith("/mission/convoy")) {
      return "/assumptions" + inDataset.substring("/mission".length());
    }
    if (inDataset.startsWith("/mission/") && assumptions.deadline() != null) {
      return "/assumptions/deadline";
    }
    if (parts.length < 3 || !parts[2].matches("[0-9]+")) {
      return "/assumptions";
    }
    int index = Integer.parseInt(parts[2]);
    var rest = parts.length > 3 ? "/" + parts[3] : "";
    return switch (parts[1]) {
      case "bases" -> {
        var code = assumed.bases().get(index).code();
        yield changes().containsKey(code)
            ? "/assumptions/bases/" + code + rest
            : "/assumptions/bases";
      }
      case "restrictions" ->
          appended("restrictions", index, assumed.restrictions(), assumptions.restrictions(), rest);
      case "phases" -> appended("phases", index, assumed.phases(), assumptions.phases(), rest);
      default -> "/assumptions";
    };
  }

  /** Further restrictions and phases stand behind those of the dataset. */
  private static String appended(
      String name, int index, List<?> all, List<?> further, String rest) {
    int own = further == null ? -1 : index - (all.size() - further.size());
    return own < 0 ? "/assumptions" : "/assumptions/%s/%d%s".formatted(name, own, rest);
  }

  private Dataset.Mission mission() {
    var m = dataset.mission();
    var pools = m.pools() == null ? new Dataset.Pools(null, null) : m.pools();
    return new Dataset.Mission(
        m.code(),
        m.name(),
        m.hostState(),
        m.startDate(),
        assumptions.deadline() == null ? m.withdrawalDeadline() : assumptions.deadline(),
        m.horizonEnd(),
        m.preparationUntil(),
        m.contractsEnd(),
        m.seasons(),
        convoy(m.convoy()),
        m.air(),
        new Dataset.Pools(
            windows(assumptions.trucks(), pools.trucks(), "trucks"),
            windows(assumptions.escorts(), pools.escorts(), "escorts")),
        m.cover(),
        m.mandate(),
        m.otherAirServices(),
        m.extra());
  }

  private Dataset.Convoy convoy(Dataset.Convoy present) {
    var convoy = present == null ? Dataset.Convoy.NONE : present;
    return assumptions.convoy() == null
        ? present
        : bodies.patched(convoy, assumptions.convoy(), "/assumptions/convoy");
  }

  private List<Dataset.Window> windows(Pool assumed, List<Dataset.Window> present, String pool) {
    if (assumed == null) {
      return present;
    }
    if (assumed.byHub() != null) {
      return byHub(assumed.byHub(), present, pool);
    }
    return assumed.number() == null
        ? assumed.windows()
        : HubPools.shared(dataset, assumed.number(), present);
  }

  /** The hubs that are named have so many for the whole horizon. */
  private List<Dataset.Window> byHub(
      Map<String, Integer> assumed, List<Dataset.Window> present, String pool) {
    var hubs =
        dataset.bases().stream()
            .filter(b -> b.hub() == null)
            .map(Dataset.Base::code)
            .collect(Collectors.toSet());
    for (var hub : assumed.keySet()) {
      if (!hubs.contains(hub)) {
        faults.add(
            new Fault("/assumptions/%s/%s".formatted(pool, escaped(hub)), m -> m.notAHub(hub)));
      }
    }
    var m = dataset.mission();
    return Stream.concat(
            present.stream().filter(w -> !assumed.containsKey(HubPools.hub(dataset, w))),
            assumed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    e ->
                        new Dataset.Window(
                            e.getKey(), m.startDate(), m.horizonEnd(), e.getValue())))
        .toList();
  }

  /** Aircraft of the types, and with the ids, that the assumptions name are there otherwise. */
  private List<Dataset.Asset> assets() {
    var changes = assumptions.aircraft();
    if (changes == null) {
      return dataset.assets();
    }
    for (var name : changes.keySet()) {
      if (dataset.assets().stream().noneMatch(a -> isOf(a, name))) {
        faults.add(new Fault("/assumptions/aircraft/" + escaped(name), m -> m.noAircraft(name)));
      }
    }
    var left = new HashMap<String, Integer>();
    changes.forEach((name, change) -> left.put(name, change.available()));
    var last = new HashMap<String, String>();
    dataset.assets().forEach(asset -> last.put(nameOf(asset), asset.id()));
    return dataset.assets().stream()
        .map(
            asset -> {
              var name = nameOf(asset);
              return name == null
                  ? asset
                  : there(asset, changes.get(name), left, name, asset.id().equals(last.get(name)));
            })
        .toList();
  }

  /** The name by which the assumptions change an aircraft, its id before its type; or null. */
  private String nameOf(Dataset.Asset asset) {
    var changes = assumptions.aircraft();
    if (asset.aircraft() == null) {
      return null;
    }
    return changes.containsKey(asset.id())
        ? asset.id()
        : changes.containsKey(asset.type()) ? asset.type() : null;
  }

  private static boolean isOf(Dataset.Asset asset, String name) {
    return asset.aircraft() != null && (name.equals(asset.id()) || name.equals(asset.type()));
  }

  /** An asset with what is left of a number; the last of its name has all that is left. */
  private Dataset.Asset there(
      Dataset.Asset asset,
      Assumptions.AircraftChange change,
      Map<String, Integer> left,
      String name,
      boolean isLast) {
    var from = change.from() == null ? asset.aircraft().availableFrom() : change.from();
    var until = change.to() == null ? asset.aircraft().availableUntil() : change.to();
    var number = left.get(name);
    if (number == null) {
      return asset.there(asset.quantity(), from, until);
    }
    int here = isLast ? number : Math.min(number, asset.quantity());
    left.put(name, number - here);
    // None of it is there: it is gone before the mission begins.
    return here > 0
        ? asset.there(here, from, until)
        : asset.there(asset.quantity(), null, dataset.mission().startDate().minusDays(1));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private List<Dataset.Restriction> restrictions() {
    var known =
        dataset.restrictions().stream().map(Dataset.Restriction::id).collect(Collectors.toSet());
    var lifted = orEmpty(assumptions.liftedRestrictions());
    for (int i = 0; i < lifted.size(); i++) {
      var id = lifted.get(i);
      if (!known.contains(id)) {
        faults.add(new Fault("/assumptions/liftedRestrictions/" + i, m -> m.noRestriction(id)));
      }
    }
    known.removeAll(lifted);
    var further = orEmpty(assumptions.restrictions());
    for (int i = 0; i < further.size(); i++) {
      var id = further.get(i).id();
      if (!known.add(id)) {
        faults.add(
            new Fault(
                "/assumptions/restrictions/%d/id".formatted(i),
                m -> m.restrictionThereAlready(id)));
      }
    }
    var inRegions = new ArrayList<Dataset.Restriction>();
    for (int i = 0; i < further.size(); i++) {
      inRegions.add(inRegions(further.get(i), i));
    }
    return Stream.concat(
            dataset.restrictions().stream().filter(r -> !lifted.contains(r.id())),
            inRegions.stream())
        .toList();
  }

  /** A restriction that names regions holds all bases in them. */
  private Dataset.Restriction inRegions(Assumptions.AssumedRestriction r, int index) {
    var bases = new LinkedHashSet<>(orEmpty(r.bases()));
    var regions = orEmpty(r.regions());
    for (int i = 0; i < regions.size(); i++) {
      var region = regions.get(i);
      var in =
          dataset.bases().stream()
              .filter(b -> region.equals(b.region()))
              .map(Dataset.Base::code)
              .toList();
      if (in.isEmpty()) {
        faults.add(
            new Fault(
                "/assumptions/restrictions/%d/regions/%d".formatted(index, i),
                m -> m.noRegion(region)));
      }
      bases.addAll(in);
    }
    return r.of(List.copyOf(bases));
  }

  private List<Dataset.Phase> phases() {
    var assumed = orEmpty(assumptions.phases());
    var numbers = assumed.stream().map(Dataset.Phase::number).collect(Collectors.toSet());
    Set<String> moved = new HashSet<>();
    assumed.forEach(p -> moved.addAll(p.bases()));
    return Stream.concat(
            dataset.phases().stream()
                .filter(p -> !numbers.contains(p.number()))
                .map(p -> without(p, moved)),
            assumed.stream())
        .toList();
  }

  private static Dataset.Phase without(Dataset.Phase p, Set<String> moved) {
    var staying = p.bases().stream().filter(b -> !moved.contains(b)).toList();
    return new Dataset.Phase(p.number(), p.name(), p.from(), p.to(), staying, p.extra());
  }

  private List<Dataset.Base> bases() {
    var known = dataset.bases().stream().map(Dataset.Base::code).collect(Collectors.toSet());
    for (var code : changes().keySet()) {
      if (!known.contains(code)) {
        faults.add(new Fault(changeOf(code), m -> m.noBase(code)));
      }
    }
    return dataset.bases().stream()
        .map(
            base ->
                changes().containsKey(base.code())
                    ? bodies.patched(base, changes().get(base.code()), changeOf(base.code()))
                    : base)
        .toList();
  }

  private Map<String, MergePatch> changes() {
    return assumptions.bases() == null ? Map.of() : assumptions.bases();
  }

  private static String changeOf(String code) {
    return "/assumptions/bases/" + escaped(code);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
