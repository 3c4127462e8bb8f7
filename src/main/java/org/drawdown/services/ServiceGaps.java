package org.drawdown.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drawdown.dataset.Dataset;

/** Finds the day on which each service ends under a course, and what bound that day. */
final class ServiceGaps {

  static final String JOBS = "JOBS";

  /** What the amount of national staff counts. */
  static final String STAFF_JOBS = "jobs";

  private static final int SHARE_DIGITS = 4;

  private final Course course;
  private final Dataset dataset;
  private final List<ServiceGap> found = new ArrayList<>();

  private record Candidate(BoundBy boundBy, LocalDate day) {}

  private ServiceGaps(Course course) {
    this.course = course;
    this.dataset = course.dataset();
  }

  /** All services base by base, those of the dataset first, then the jobs of national staff. */
  static List<ServiceGap> of(Course course) {
    var gaps = new ServiceGaps(course);
    for (var base : course.dataset().bases()) {
      base.services().forEach(s -> gaps.service(base, s));
      for (var unit : course.dataset().units()) {
        boolean staff = isNational(unit) && unit.strength() > 0;
        if (staff && unit.base().equals(base.code())) {
          gaps.staff(base, unit);
        }
      }
    }
    return gaps.found;
  }

  /** Whether a service counts jobs; one may count what they earn. */
  static boolean countsJobs(ServiceGap gap) {
    return gap.kind().equals(JOBS) && (gap.unit() == null || gap.unit().equals(STAFF_JOBS));
  }

  private void service(Dataset.Base base, Dataset.Service service) {
    var bounds = always(base, service.kind());
    var needs = service.needs();
    if (asks(service, BoundBy.STAFF) && needs != null) {
      if (needs.unit() != null) {
        add(bounds, BoundBy.STAFF, lastOf(base.code(), needs.unit()));
      }
      if (needs.people() != null && needs.people() > 0) {
        add(bounds, BoundBy.STAFF, lastWith(base.code(), needs.category(), needs.people()));
      }
    }
    if (asks(service, BoundBy.AIRCRAFT) && needs != null && !needs.types().isEmpty()) {
      var day = course.lastRetained(needs.types(), base.code());
      bounds.add(new Candidate(BoundBy.AIRCRAFT, day));
    }
    var contracts = dataset.mission().contractsEnd();
    if (service.isJobs() && contracts != null && asks(service, BoundBy.CONTRACT)) {
      bounds.add(new Candidate(BoundBy.CONTRACT, contracts));
    }
    add(base, service, first(bounds), Boolean.TRUE.equals(service.extra().get("estimate")), false);
  }

  /** Where a service says what ends it, nothing else of that kind does. */
  private static boolean asks(Dataset.Service service, BoundBy what) {
    return service.endsWith() == null || service.endsWith().equals(what.name());
  }

  private Course.Last lastOf(String base, String id) {
    var unit = dataset.units().stream().filter(u -> u.id().equals(id)).findFirst().orElseThrow();
    if (!unit.base().equals(base)) {
      return new Course.Last(course.eve(), false);
    }
    return isNational(unit) ? course.lastOfStaff(unit) : course.lastWith(base, u -> u == unit, 1);
  }

  private Course.Last lastWith(String base, String category, int people) {
    if (!PlannedPresence.NATIONAL.equals(category)) {
      return course.lastWith(
          base, u -> category == null ? !isNational(u) : u.category().equals(category), people);
    }
    var staff =
        dataset.units().stream().filter(u -> u.base().equals(base) && isNational(u)).toList();
    return staff.stream().mapToInt(Dataset.Unit::strength).sum() < people
        ? new Course.Last(course.eve(), false)
        : course.lastOfStaff(staff.get(0));
  }

  private static boolean isNational(Dataset.Unit unit) {
    return unit.category().equals(PlannedPresence.NATIONAL);
  }

  private void staff(Dataset.Base base, Dataset.Unit unit) {
    var bounds = always(base, JOBS);
    add(bounds, BoundBy.STAFF, course.lastOfStaff(unit));
    var contracts = dataset.mission().contractsEnd();
    if (contracts != null) {
      bounds.add(new Candidate(BoundBy.CONTRACT, contracts));
    }
    var jobs =
        new Dataset.Service(
            unit.id(),
            JOBS,
            unit.name(),
            BigDecimal.valueOf(unit.strength()),
            STAFF_JOBS,
            null,
            null,
            null,
            null);
    add(base, jobs, first(bounds), Boolean.TRUE.equals(unit.extra().get("estimate")), true);
  }

  private List<Candidate> always(Dataset.Base base, String kind) {
    var bounds = new ArrayList<Candidate>();
    var mandate = dataset.mission().mandateUntil(kind);
    if (mandate != null) {
      bounds.add(new Candidate(BoundBy.MANDATE, mandate));
    }
    add(bounds, BoundBy.CLOSURE, course.closedOn(base.code()));
    return bounds;
  }

  private static void add(List<Candidate> bounds, BoundBy what, Course.Last last) {
    if (last != null) {
      bounds.add(new Candidate(last.actual() ? BoundBy.ACTUAL : what, last.day()));
    }
  }

  private static Candidate first(List<Candidate> bounds) {
    return bounds.stream()
        .min(Comparator.comparing(Candidate::day).thenComparing(Candidate::boundBy))
        .orElseThrow();
  }

  private void add(
      Dataset.Base base,
      Dataset.Service service,
      Candidate end,
      boolean estimate,
      boolean ofStaff) {
    var next = service.successor();
    found.add(
        new ServiceGap(
            base.code(),
            base.region(),
            service.id(),
            service.kind(),
            service.name(),
            service.amount(),
            service.unit(),
            end.day(),
            end.boundBy(),
            next,
            next == null ? null : ChronoUnit.DAYS.between(end.day(), next.from()) - 1,
            share(service.amount(), next),
            estimate,
            ofStaff));
  }

  private static Double share(BigDecimal amount, Dataset.Successor next) {
    return amount == null || amount.signum() == 0 || next == null || next.amount() == null
        ? null
        : next.amount().divide(amount, SHARE_DIGITS, RoundingMode.HALF_UP).doubleValue();
  }
}
