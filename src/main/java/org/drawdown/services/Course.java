package org.drawdown.services;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.account.Release;

/** What happens when under a schedule; where the record says more, as the record has it. */
public final class Course {

  private static final String FIXED_WING = "FIXED_WING";

  private final Dataset dataset;
  private final Map<String, Dataset.Base> bases = new HashMap<>();
  private final Map<String, Dataset.Asset> assets = new HashMap<>();
  private final Map<String, LocalDate> planned = new HashMap<>();
  private final PlannedPresence presence;
  private final List<Release> releases;
  private final RecordedPresence record;
  private final Map<String, LocalDate> coming;

  /**
   * A day on which something is last.
   *
   * @param actual whether the record says so
   */
  public record Last(LocalDate day, boolean actual) {}

  /**
   * The course of a schedule.
   *
   * @param record null where nothing was reported
   * @param coming when bases close as things now stand; empty where the plan's days hold
   */
  Course(
      Dataset dataset,
      List<Closure> closures,
      PlannedPresence presence,
      List<Release> releases,
      RecordedPresence record,
      Map<String, LocalDate> coming) {
    this.dataset = dataset;
    this.presence = presence;
    this.releases = releases;
    this.record = record;
    this.coming = coming;
    dataset.bases().forEach(b -> bases.put(b.code(), b));
    dataset.assets().forEach(a -> assets.put(a.id(), a));
    closures.forEach(c -> planned.put(c.base(), c.closedOn()));
  }

  /** The dataset that the schedule is made from. */
  public Dataset dataset() {
    return dataset;
  }

  /** The last day on which a base is open. */
  public Last closedOn(String base) {
    var actual = record == null ? null : record.closedOn(base);
    return actual != null
        ? new Last(actual, true)
        : new Last(coming.getOrDefault(base, planned.get(base)), false);
  }

  /**
   * The last day on which so many people of some units are at a base; null if they are there until
   * it closes.
   *
   * @param least at least 1
   */
  public Last lastWith(String base, Predicate<Dataset.Unit> which, int least) {
    var actual = record == null ? null : record.lastWith(base, which, least);
    if (actual != null) {
      return new Last(actual, true);
    }
    var day = presence.lastWith(base, which, least);
    // Who should have left and is still there leaves when the base closes, if not before.
    boolean refuted = record != null && day != null && !day.isAfter(record.asOf());
    return day == null || refuted ? null : new Last(day, false);
  }

  /**
   * The last day on which a unit of national staff works at its base: the eve of the handover, or
   * the day on which they were reported to have left; null if it is not known.
   */
  Last lastOfStaff(Dataset.Unit unit) {
    var base = unit.base();
    if (record != null) {
      var left = record.lastWith(base, u -> u.id().equals(unit.id()), 1);
      var begun = record.handover(base);
      var eve = begun == null ? null : begun.minusDays(1);
      if (left != null || eve != null) {
        return new Last(left == null || eve != null && eve.isBefore(left) ? eve : left, true);
      }
    }
    var day = presence.handover(base);
    boolean refuted = record != null && day != null && !day.isAfter(record.asOf());
    return day == null || refuted ? null : new Last(day.minusDays(1), false);
  }

  /**
   * The last day on which an aircraft of a type is retained; the eve of the start where none is on
   * any day.
   */
  public LocalDate lastRetained(String type) {
    return releases.stream()
        .filter(r -> type.equals(r.type()) && r.asset() != null)
        .map(r -> last(r, assets.get(r.asset())))
        .max(Comparator.naturalOrder())
        .orElse(eve());
  }

  private static LocalDate last(Release release, Dataset.Asset asset) {
    var day = release.releasedOn().minusDays(1);
    var until = asset == null ? null : asset.aircraft().availableUntil();
    return until != null && until.isBefore(day) ? until : day;
  }

  /** The day before the first. */
  LocalDate eve() {
    return dataset.mission().startDate().minusDays(1);
  }

  /** The last day on which an aircraft of some types is there that can land at a base. */
  LocalDate lastRetained(List<String> types, String base) {
    return types.stream()
        .filter(type -> lands(type, bases.get(base)))
        .map(this::lastRetained)
        .max(Comparator.naturalOrder())
        .orElse(eve());
  }

  private boolean lands(String type, Dataset.Base base) {
    var field = base.airfield();
    return dataset.assets().stream()
        .filter(a -> a.aircraft() != null && type.equals(a.type()))
        .map(Dataset.Asset::aircraft)
        .anyMatch(
            it ->
                !FIXED_WING.equals(it.wing())
                    || field != null
                        && field.runwayM() >= (it.minRunwayM() == null ? 0 : it.minRunwayM())
                        && it.surfaces().contains(field.surface()));
  }
}
