package org.drawdown.schedule.movement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drawdown.dataset.Dataset;

/** Makes force movement tables of movements. */
final class TimePhasing {

  /** Days that a column is loaded, where the mission does not say (planning-model.md). */
  private static final int LOADING_DAYS = 1;

  private static final int USUAL_PRIORITY = 3;

  private final Dataset dataset;
  private final Map<String, Dataset.Unit> units = new HashMap<>();
  private final Map<String, Dataset.Asset> assets = new HashMap<>();
  private final Map<String, LocalDate> latest = new HashMap<>();

  TimePhasing(Dataset dataset) {
    this.dataset = dataset;
    dataset.units().forEach(u -> units.put(u.id(), u));
    dataset.assets().forEach(a -> assets.put(a.id(), a));
    dataset.bases().forEach(b -> latest.put(b.code(), latest(b)));
  }

  /** What the host State agreed to goes before the window of the phase. */
  private LocalDate latest(Dataset.Base base) {
    if (base.agreed() != null && base.agreed().to() != null) {
      return base.agreed().to();
    }
    return dataset.phases().stream()
        .filter(p -> p.bases().contains(base.code()))
        .map(Dataset.Phase::to)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(dataset.mission().withdrawalDeadline());
  }

  /** The lines of a movement, people first; none where it carries nothing. */
  List<TimePhasedLine> of(MovementDocument movement) {
    var lines = new ArrayList<TimePhasedLine>();
    for (var riders : movement.units()) {
      lines.add(line(movement, lines.size() + 1, people(riders)));
    }
    for (var cargo : movement.assets()) {
      lines.add(line(movement, lines.size() + 1, items(cargo)));
    }
    return lines;
  }

  /** Who or what goes. */
  private record Load(
      String unit,
      String asset,
      String description,
      String category,
      String provider,
      int people,
      int quantity,
      int loads,
      Integer priority,
      boolean hazardous) {}

  /** The data may no longer have a unit that has gone. */
  private Load people(MovementDocument.Riders riders) {
    var unit = Optional.ofNullable(units.get(riders.unit()));
    return new Load(
        riders.unit(),
        null,
        unit.map(Dataset.Unit::name).orElse(null),
        unit.map(Dataset.Unit::category).orElse(null),
        unit.map(Dataset.Unit::country).orElse(null),
        riders.people(),
        0,
        0,
        null,
        false);
  }

  private Load items(MovementDocument.Cargo cargo) {
    var asset = Optional.ofNullable(assets.get(cargo.asset()));
    return new Load(
        null,
        cargo.asset(),
        asset.map(Dataset.Asset::type).orElse(null),
        asset.map(Dataset.Asset::category).orElse(null),
        asset.map(Dataset.Asset::contributor).orElse(null),
        0,
        cargo.quantity(),
        cargo.loads() == null ? cargo.quantity() : cargo.loads(),
        asset.map(Dataset.Asset::priority).orElse(USUAL_PRIORITY),
        asset.map(Dataset.Asset::hazardous).orElse(false));
  }

  private TimePhasedLine line(MovementDocument m, int number, Load load) {
    return new TimePhasedLine(
        m.id() + "/" + number,
        m.id(),
        load.unit(),
        load.asset(),
        load.description(),
        load.category(),
        load.provider(),
        load.people(),
        load.quantity(),
        load.loads(),
        m.mode(),
        m.base(),
        m.destination(),
        m.kind().drives() ? m.departs().minusDays(loadingDays()) : m.departs(),
        m.departs(),
        m.arrives(),
        latest.get(m.base()),
        load.priority(),
        load.hazardous());
  }

  private int loadingDays() {
    var convoy = dataset.mission().convoy();
    return convoy == null || convoy.loadingDays() == null ? LOADING_DAYS : convoy.loadingDays();
  }
}
