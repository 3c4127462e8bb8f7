package org.drawdown.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.drawdown.dataset.Dataset;
import org.drawdown.record.ledger.Opening;
import org.drawdown.schedule.account.EarliestClosing;

/** Tells what the closing of each base would mean for others, that of least impact first. */
final class Impacts {

  private static final Set<String> GUARDS = Set.of("INFANTRY", "ARMOURED", "POLICE_UNIT");

  /** A stated order, without weights: nothing here is an index. */
  private static final Comparator<ImpactRow> ORDER =
      Comparator.comparingInt(ImpactRow::servicesWithoutSuccessor)
          .thenComparing(ImpactRow::jobs)
          .thenComparing(Comparator.comparingInt(ImpactRow::guardsFreed).reversed());

  private final Course course;
  private final Dataset dataset;
  private final Opening opening;
  private final List<ServiceGap> gaps;
  private final Map<String, EarliestClosing> earliest = new HashMap<>();

  private Impacts(Course course, List<EarliestClosing> closings) {
    this.course = course;
    this.dataset = course.dataset();
    this.opening = new Opening(dataset);
    this.gaps = ServiceGaps.of(course);
    closings.forEach(c -> earliest.put(c.base(), c));
  }

  /** A row for each base. */
  static List<ImpactRow> of(Course course, List<EarliestClosing> closings) {
    var impacts = new Impacts(course, closings);
    return course.dataset().bases().stream().map(impacts::row).sorted(ORDER).toList();
  }

  private ImpactRow row(Dataset.Base base) {
    var code = base.code();
    var own = gaps.stream().filter(g -> g.base().equals(code)).toList();
    int alone =
        (int)
            own.stream()
                .filter(g -> !g.kind().equals(ServiceGaps.JOBS) && g.successor() == null)
                .count();
    var strands = strands(code);
    var first = earliest.get(code);
    var last = course.closedOn(code);
    var closed = last.day();
    return new ImpactRow(
        code,
        alone,
        own.stream()
            .filter(ServiceGaps::countsJobs)
            .map(ServiceGap::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        people(code, u -> u.role() != null && GUARDS.contains(u.role())),
        opening.items().values().stream()
            .filter(i -> i.base().equals(code) && i.kind() == Opening.Kind.LOADS)
            .mapToInt(Opening.Item::amount)
            .sum(),
        people(code, u -> !u.category().equals(PlannedPresence.NATIONAL)),
        closed,
        last.actual() ? closed : first == null ? null : earlier(first.closesOn(), closed),
        strands,
        alone == 0 && strands.isEmpty(),
        WhatEnds.with(base, closed, own));
  }

  /** A base that others pass through may close later where it goes first: they go later then. */
  private static LocalDate earlier(LocalDate ifFirst, LocalDate planned) {
    return ifFirst == null || ifFirst.isBefore(planned) ? ifFirst : planned;
  }

  private int people(String base, Predicate<Dataset.Unit> which) {
    return dataset.units().stream()
        .filter(u -> u.base().equals(base) && which.test(u))
        .mapToInt(Dataset.Unit::strength)
        .sum();
  }

  /** The bases that have a road to their hub, and none without another. */
  private List<String> strands(String without) {
    var stranded = new ArrayList<String>();
    for (var base : dataset.bases()) {
      boolean drains = base.hub() != null && !base.code().equals(without);
      if (drains
          && reaches(base.code(), base.hub(), null)
          && !reaches(base.code(), base.hub(), without)) {
        stranded.add(base.code());
      }
    }
    return stranded;
  }

  private boolean reaches(String from, String to, String without) {
    var seen = new HashSet<String>(List.of(from));
    var open = new ArrayDeque<String>(seen);
    while (!open.isEmpty()) {
      var at = open.remove();
      if (at.equals(to) && !at.equals(without)) {
        return true;
      }
      for (var route : dataset.routes()) {
        boolean here = route.from().equals(at) || route.to().equals(at);
        var next = route.from().equals(at) ? route.to() : route.from();
        if (here && "ROAD".equals(route.mode()) && !next.equals(without) && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
