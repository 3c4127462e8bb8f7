package org.drawdown.record.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;

/** What there was on the first day: a dataset as the books need it. */
public final class Opening {

  /** Kinds of what is counted. */
  public enum Kind {
    UNIFORMED,
    INTERNATIONAL,
    NATIONAL,
    LOADS
  }

  /**
   * A unit, or an asset that moves.
   *
   * @param base where it was on the first day
   * @param amount people, or loads
   * @param priority 1, first, to 5; of assets
   */
  public record Item(String id, Kind kind, String base, int amount, int priority) {

    /** Whether it is people who travel. */
    public boolean travels() {
      return kind == Kind.UNIFORMED || kind == Kind.INTERNATIONAL;
    }
  }

  /** The code of a mission that has none. */
  private static final String NAMELESS = "MISSION";

  private final Dataset dataset;
  private final ZoneId zone;
  private final Map<String, Dataset.Base> bases = new LinkedHashMap<>();
  private final Map<String, Dataset.Asset> assets = new LinkedHashMap<>();
  private final Map<String, Dataset.Unit> units = new LinkedHashMap<>();
  private final Map<String, Item> items = new LinkedHashMap<>();

  /** Loads in the order in which the model packs them. */
  private final Comparator<String> packing;

  public Opening(Dataset dataset) {
    this.dataset = dataset;
    this.zone = zone(dataset.mission());
    dataset.bases().forEach(b -> bases.put(b.code(), b));
    for (var unit : dataset.units()) {
      units.put(unit.id(), unit);
      items.put(
          unit.id(), new Item(unit.id(), kind(unit.category()), unit.base(), unit.strength(), 0));
    }
    for (var asset : dataset.assets()) {
      assets.put(asset.id(), asset);
      if (asset.moves()) {
        int priority = asset.priority() == null ? 3 : asset.priority();
        int loads = loadsOf(asset, asset.quantity());
        items.put(asset.id(), new Item(asset.id(), Kind.LOADS, asset.base(), loads, priority));
      }
    }
    packing =
        Comparator.comparingInt((String id) -> items.get(id).priority())
            .thenComparing(Comparator.naturalOrder());
  }

  /** The time zone of a mission; UTC where it names none. */
  public static ZoneId zone(Dataset.Mission mission) {
    return mission.extra().get("timeZone") instanceof String name
        ? ZoneId.of(name)
        : ZoneOffset.UTC;
  }

  private static Kind kind(String category) {
    return switch (category) {
      case "CIVILIAN_NATIONAL" -> Kind.NATIONAL;
      case "CIVILIAN_INTERNATIONAL" -> Kind.INTERNATIONAL;
      default -> Kind.UNIFORMED;
    };
  }

  /** The code under which the record of a mission is kept. */
  public String code() {
    var code = dataset.mission().code();
    return code == null ? NAMELESS : code;
  }

  /** The dataset. */
  public Dataset dataset() {
    return dataset;
  }

  /** The mission's day of an instant. */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The first day. */
  public LocalDate startDate() {
    return dataset.mission().startDate();
  }

  /** The last day of the contracts of national staff, or null. */
  public LocalDate contractsEnd() {
    return dataset.mission().contractsEnd();
  }

  /** The bases by code. */
  public Map<String, Dataset.Base> bases() {
    return bases;
  }

  /** What is counted, by id. */
  public Map<String, Item> items() {
    return items;
  }

  /** A unit by id, or null. */
  public Dataset.Unit unit(String id) {
    return units.get(id);
  }

  /** An asset by id, moving or not; or null. */
  public Dataset.Asset asset(String id) {
    return assets.get(id);
  }

  /** Whether carriers take loads onward from a base. */
  public boolean isHub(String code) {
    var base = bases.get(code);
    return base != null && base.hub() == null;
  }

  /** People who stay to the end at a base. */
  public int rearParty(String code) {
    var rear = bases.get(code).rearParty();
    return rear == null ? 0 : rear;
  }

  /** Codes of the outposts of a base. */
  public List<String> outposts(String code) {
    return bases.values().stream()
        .filter(b -> code.equals(b.parent()))
        .map(Dataset.Base::code)
        .toList();
  }

  /** The order in which loads leave: by priority, then by id. */
  public Comparator<String> packing() {
    return packing;
  }

  /** Loads of so many items of an asset that moves; each begun load counts as one. */
  public int loadsOf(String asset, int quantity) {
    return loadsOf(assets.get(asset), quantity);
  }

  private static int loadsOf(Dataset.Asset asset, int quantity) {
    if (Boolean.TRUE.equals(asset.selfDeploying())) {
      return quantity;
    }
    var each = asset.loadsPerItem() == null ? BigDecimal.ONE : asset.loadsPerItem();
    return each.multiply(BigDecimal.valueOf(quantity))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }

  /** Items in so many loads of an asset, in proportion to all of it. */
  public int itemsOf(String asset, int loads) {
    int all = items.get(asset).amount();
    return all == 0 ? 0 : (int) Math.round((double) assets.get(asset).quantity() * loads / all);
  }

  /** The value of so many items of an asset, in proportion to all of it, in USD. */
  public long valueOf(String asset, int quantity) {
    var it = assets.get(asset);
    return it.valueUsd() == null || it.quantity() == 0
        ? 0
        : Math.round((double) it.valueUsd() * quantity / it.quantity());
  }
}
