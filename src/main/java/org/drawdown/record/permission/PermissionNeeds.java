package org.drawdown.record.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.drawdown.record.RecordedMission;
import org.drawdown.record.fact.Permission;
import org.drawdown.record.ledger.Column;
import org.drawdown.record.movement.Movements;
import org.drawdown.schedule.movement.MovementDocument;

/** What planned movements need by the rules of the mission, and whether it is there. */
@ApplicationScoped
class PermissionNeeds {

  private final RecordedMission mission;
  private final Movements movements;
  private final Permissions permissions;

  PermissionNeeds(RecordedMission mission, Movements movements, Permissions permissions) {
    this.mission = mission;
    this.movements = movements;
    this.permissions = permissions;
  }

  /**
   * A rule of the mission.
   *
   * @param bases to which it applies; empty for all
   */
  private record Rule(
      Permission.Kind kind,
      List<String> modes,
      List<String> bases,
      int leadDays,
      String authority) {

    boolean holds(MovementDocument m) {
      return (modes.isEmpty() || modes.contains(m.mode()))
          && (bases.isEmpty() || bases.contains(m.base()) || bases.contains(m.destination()));
    }
  }

  /** What movements that set out in a window still need, what is overdue first. */
  List<Need> between(LocalDate from, LocalDate to) {
    var ledger = mission.ledger();
    var asked = permissions.of(ledger).values();
    var needs = new ArrayList<Need>();
    var rules = rules();
    for (var m : movements.planned().values()) {
      var column = ledger.columns().get(m.id());
      boolean open = column == null || column.state() == Column.State.PLANNED;
      if (open && !m.departs().isBefore(from) && !m.departs().isAfter(to)) {
        for (var rule : rules) {
          if (rule.holds(m)) {
            needs.add(need(m, rule, from, List.copyOf(asked)));
          }
        }
      }
    }
    needs.sort(
        Comparator.comparing((Need n) -> !n.overdue())
            .thenComparing(Need::state)
            .thenComparing(Need::requestBy)
            .thenComparing(Need::movement));
    return needs;
  }

  private static Need need(MovementDocument m, Rule rule, LocalDate today, List<Asked> asked) {
    var requestBy = m.departs().minusDays(rule.leadDays());
    var state = Need.State.MISSING;
    String id = null;
    for (var one : asked) {
      if (one.permission().kind() == rule.kind() && isFor(one.permission(), m)) {
        state = state(one.state(today));
        id = one.id();
      }
    }
    boolean overdue = state == Need.State.MISSING && requestBy.isBefore(today);
    return new Need(
        m.id(),
        m.base(),
        m.departs(),
        rule.kind(),
        rule.authority(),
        requestBy,
        overdue,
        state,
        id);
  }

  private static Need.State state(PermissionState state) {
    return switch (state) {
      case PENDING -> Need.State.PENDING;
      case GRANTED, PARTIAL -> Need.State.GRANTED;
      case REFUSED, LAPSED -> Need.State.REFUSED;
      case WITHDRAWN -> Need.State.MISSING;
    };
  }

  /** Whether a permission is for a movement: it names it, its base, or a road of it. */
  static boolean isFor(Permission permission, MovementDocument m) {
    var subject = permission.subject();
    if (!permission.window().has(m.departs()) || subject.purpose() != null) {
      return false;
    }
    return m.id().equals(subject.movement())
        || subject.allBases().contains(m.base())
        || subject.routes() != null && subject.routes().stream().anyMatch(m.routes()::contains);
  }

  private List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    var written = mission.opening().dataset().mission().extra().get("permissionRules");
    if (written instanceof List<?> list) {
      for (var each : list) {
        if (each instanceof Map<?, ?> rule) {
          rules.add(
              new Rule(
                  Permission.Kind.valueOf(String.valueOf(rule.get("kind"))),
                  texts(rule.get("modes")),
                  texts(rule.get("bases")),
                  rule.get("leadDays") instanceof Number days ? days.intValue() : 0,
                  rule.get("authority") == null ? null : String.valueOf(rule.get("authority"))));
        }
      }
    }
    return rules;
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
  }
}
