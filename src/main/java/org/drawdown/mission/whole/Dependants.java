package org.drawdown.mission.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;

/** Finds the parts of a dataset that name a thing, which therefore cannot be deleted. */
final class Dependants {

  private final Dataset dataset;
  private final String key;
  private final List<Text> found = new ArrayList<>();

  private Dependants(Dataset dataset, String key) {
    this.dataset = dataset;
    this.key = key;
  }

  /** One sentence for each kind of part that names the thing; empty if none does. */
  static List<Text> of(Dataset dataset, String list, String key) {
    var dependants = new Dependants(dataset, key);
    switch (list) {
      case "exits" -> dependants.ofExit();
      case "bases" -> dependants.ofBase();
      case "waypoints" -> dependants.ofWaypoint();
      case "routes" -> dependants.ofRoute();
      case "units" -> dependants.ofUnit();
      default -> {
        // Nothing names assets, air services, restrictions and phases by their keys.
      }
    }
    return dependants.found;
  }

  private void ofExit() {
    add(bases(b -> b.exit()), (m, names) -> m.isTheExitOf(key, names));
    add(routes(), (m, names) -> m.isAnEndOf(key, names));
  }

  private void ofBase() {
    add(bases(b -> b.hub()), (m, names) -> m.isTheHubOf(key, names));
    add(bases(b -> b.parent()), (m, names) -> m.isTheParentOf(key, names));
    add(routes(), (m, names) -> m.isAnEndOf(key, names));
    add(
        dataset.airServices().stream()
            .filter(s -> s.from().equals(key) || s.to().equals(key))
            .map(Dataset.AirService::id),
        (m, names) -> m.isAnEndOfAirService(key, names));
    add(
        dataset.mission().otherAirServices().stream()
            .filter(s -> s.bases().contains(key))
            .map(Dataset.OtherAirService::operator),
        (m, names) -> m.isFlownToBy(key, names));
    if (ownsPool()) {
      found.add(m -> m.hasAPool(key));
    }
    add(
        dataset.restrictions().stream()
            .filter(r -> r.bases().contains(key))
            .map(Dataset.Restriction::id),
        (m, names) -> m.isNamedBy(key, names));
    add(
        dataset.phases().stream()
            .filter(p -> p.bases().contains(key))
            .map(p -> String.valueOf(p.number())),
        (m, names) -> m.isClosedByPhase(key, names));
  }

  private void ofUnit() {
    add(
        dataset.bases().stream()
            .flatMap(b -> b.services().stream())
            .filter(s -> s.needs() != null && key.equals(s.needs().unit()))
            .map(Dataset.Service::id),
        (m, names) -> m.isNeededBy(key, names));
  }

  private void ofWaypoint() {
    add(routes(), (m, names) -> m.isAnEndOf(key, names));
  }

  private void ofRoute() {
    add(
        dataset.restrictions().stream()
            .filter(r -> r.routes().contains(key))
            .map(Dataset.Restriction::id),
        (m, names) -> m.isNamedBy(key, names));
  }

  private boolean ownsPool() {
    var pools = dataset.mission().pools();
    return pools != null
        && Stream.concat(pools.trucks().stream(), pools.escorts().stream())
            .anyMatch(w -> key.equals(w.hub()));
  }

  private Stream<String> bases(Function<Dataset.Base, String> names) {
    return dataset.bases().stream().filter(b -> key.equals(names.apply(b))).map(Dataset.Base::code);
  }

  private Stream<String> routes() {
    return dataset.routes().stream()
        .filter(r -> r.from().equals(key) || r.to().equals(key))
        .map(Dataset.Route::id);
  }

  private void add(Stream<String> dependants, BiFunction<Messages, String, String> sentence) {
    var names = String.join(", ", dependants.toList());
    if (!names.isEmpty()) {
      found.add(m -> sentence.apply(m, names));
    }
  }
}
