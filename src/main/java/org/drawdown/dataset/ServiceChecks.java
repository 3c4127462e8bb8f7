package org.drawdown.dataset;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.drawdown.language.Text;

/** Checks what ends when the mission goes: services of bases, and who else flies. */
final class ServiceChecks {

  private static final String STAFF = "STAFF";
  private static final String AIRCRAFT = "AIRCRAFT";
  private static final String CONTRACT = "CONTRACT";

  private final Dataset dataset;
  private final BiConsumer<String, Text> fault;
  private final Set<String> units;
  private final Set<String> types;
  private final Set<String> bases;

  /**
   * Checks of a dataset.
   *
   * @param fault takes the pointer and the detail of each fault
   */
  ServiceChecks(Dataset dataset, BiConsumer<String, Text> fault) {
    this.dataset = dataset;
    this.fault = fault;
    this.units = dataset.units().stream().map(Dataset.Unit::id).collect(Collectors.toSet());
    this.bases = dataset.bases().stream().map(Dataset.Base::code).collect(Collectors.toSet());
    this.types =
        dataset.assets().stream()
            .filter(a -> a.aircraft() != null)
            .map(Dataset.Asset::type)
            .collect(Collectors.toSet());
  }

  void all() {
    var seen = new HashSet<String>();
    for (int b = 0; b < dataset.bases().size(); b++) {
      var services = dataset.bases().get(b).services();
      for (int i = 0; i < services.size(); i++) {
        var service = services.get(i);
        var at = "/bases/%d/services/%d".formatted(b, i);
        if (!seen.add(service.id()) || units.contains(service.id())) {
          fault.accept(at + "/id", m -> m.occursTwice(service.id(), "services"));
        }
        needs(at + "/needs", service.needs());
        endsWith(at + "/endsWith", service);
      }
    }
    others();
  }

  private void needs(String at, Dataset.Needs needs) {
    if (needs == null) {
      return;
    }
    if (needs.unit() != null && !units.contains(needs.unit())) {
      fault.accept(at + "/unit", m -> m.noUnit(needs.unit()));
    }
    for (int i = 0; i < needs.types().size(); i++) {
      var type = needs.types().get(i);
      if (!types.contains(type)) {
        fault.accept(at + "/types/" + i, m -> m.noAircraftOfType(type));
      }
    }
  }

  private void endsWith(String at, Dataset.Service service) {
    var needs = service.needs();
    boolean known =
        switch (service.endsWith() == null ? "" : service.endsWith()) {
          case STAFF -> needs != null && (needs.unit() != null || needs.people() != null);
          case AIRCRAFT -> needs != null && !needs.types().isEmpty();
          case CONTRACT -> service.isJobs();
          default -> true;
        };
    if (!known) {
      fault.accept(at, m -> m.endsWithWhatItNeedsNot(service.endsWith()));
    }
  }

  private void others() {
    var all = dataset.mission().otherAirServices();
    for (int i = 0; i < all.size(); i++) {
      var service = all.get(i);
      var at = "/mission/otherAirServices/" + i;
      for (int j = 0; j < service.bases().size(); j++) {
        var base = service.bases().get(j);
        if (!bases.contains(base)) {
          fault.accept(at + "/bases/" + j, m -> m.noBase(base));
        }
      }
      var from = service.from();
      var until = service.until();
      if (from != null && until != null && until.isBefore(from)) {
        fault.accept(at + "/until", m -> m.endsBeforeItBegins(until, from));
      }
    }
  }
}
