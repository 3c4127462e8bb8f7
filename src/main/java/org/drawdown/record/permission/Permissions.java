package org.drawdown.record.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.fact.Incident;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.ledger.EntryKind;
import org.drawdown.record.ledger.Ledger;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;

/** Permissions with their answers, and what holds movements up since. */
@ApplicationScoped
public class Permissions {

  /** The permissions that are on record, by id. */
  public Map<String, Asked> of(Ledger ledger) {
    var asked = new LinkedHashMap<String, Asked>();
    for (var entry : ledger.entries()) {
      if (entry.kind() == EntryKind.PERMISSION) {
        asked.put(entry.name(), new Asked(entry, null));
      }
    }
    for (var entry : ledger.entries()) {
      if (entry.kind() == EntryKind.ANSWER) {
        asked.computeIfPresent(entry.name(), (id, a) -> new Asked(a.entry(), entry));
      }
    }
    return asked;
  }

  /**
   * Restrictions that follow from the record: of permissions that were refused or have lapsed, and
   * of incidents. A partial grant makes none, and neither does cover from the air.
   *
   * @param day what was known in its evening
   */
  public List<AssumedRestriction> restrictions(Ledger ledger, LocalDate day) {
    var found = new ArrayList<AssumedRestriction>();
    for (var entry : ledger.entries()) {
      if (entry.kind() == EntryKind.INCIDENT && entry.as(Incident.class).restriction() != null) {
        found.add(entry.as(Incident.class).restriction());
      }
    }
    for (var asked : of(ledger).values()) {
      var permission = asked.permission();
      if (asked.state(day).forbids()
          && permission.subject().purpose() == null
          && !permission.window().to().isBefore(ledger.opening().startDate())) {
        found.add(restriction(asked, ledger.opening().dataset()));
      }
    }
    return found;
  }

  /**
   * Movements that may not go because their own clearance was refused or has lapsed, each with the
   * last day of that.
   */
  public Map<String, LocalDate> heldMovements(Ledger ledger, LocalDate day) {
    var held = new LinkedHashMap<String, LocalDate>();
    for (var asked : of(ledger).values()) {
      var subject = asked.permission().subject();
      if (asked.state(day).forbids()
          && subject.movement() != null
          && subject.purpose() == null
          && !asked.permission().window().to().isBefore(day)) {
        held.put(subject.movement(), asked.permission().window().to());
      }
    }
    return held;
  }

  private static AssumedRestriction restriction(Asked asked, Dataset dataset) {
    var permission = asked.permission();
    var subject = permission.subject();
    var bases = new ArrayList<>(subject.allBases());
    if (subject.exit() != null) {
      dataset.bases().stream()
          .filter(b -> subject.exit().equals(b.exit()))
          .forEach(b -> bases.add(b.code()));
    }
    return new AssumedRestriction(
        asked.id(),
        kind(permission.kind()),
        subject.routes(),
        bases,
        null,
        modes(permission.kind()),
        affects(permission.kind()),
        BigDecimal.ZERO,
        permission.window().from(),
        permission.window().to(),
        permission.authority(),
        subject.movement() == null ? Map.of() : Map.of("movements", List.of(subject.movement())));
  }

  private static String kind(Permission.Kind kind) {
    return switch (kind) {
      case FLIGHT -> "FLIGHT_BAN";
      case ROAD -> "MOVEMENT_BAN";
      case CUSTOMS -> "BORDER_CLOSURE";
      case SITE -> "BASE_BLOCKADE";
    };
  }

  private static List<String> modes(Permission.Kind kind) {
    return switch (kind) {
      case FLIGHT -> List.of("AIR");
      case ROAD -> List.of("ROAD");
      case CUSTOMS, SITE -> List.of();
    };
  }

  private static List<String> affects(Permission.Kind kind) {
    return switch (kind) {
      case FLIGHT -> List.of("MOVEMENTS", "CHARTER");
      case ROAD -> List.of("MOVEMENTS");
      case CUSTOMS -> List.of("ONWARD");
      case SITE -> List.of();
    };
  }
}
