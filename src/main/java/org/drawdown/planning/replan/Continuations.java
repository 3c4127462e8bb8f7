package org.drawdown.planning.replan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Dataset;
import org.drawdown.language.Messages;
import org.drawdown.planning.problem.ProblemFactory;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Assumptions.AssumedRestriction;
import org.drawdown.schedule.request.Continuation;

/** Finds the schedule that a request goes on from, and the assumptions that it takes over. */
@ApplicationScoped
public class Continuations {

  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final ProblemFactory problems;

  Continuations(ScheduleRepository schedules, ScheduleViews views, ProblemFactory problems) {
    this.schedules = schedules;
    this.views = views;
    this.problems = problems;
  }

  /**
   * A requested continuation with the id of the schedule before, its frozen days and its pins.
   *
   * @throws Refusal if its parts do not fit together or name what is not there
   */
  public Continuation complete(Continuation requested) {
    if (!requested.goesOn()) {
      refuseAlone("/asOf", requested.asOf());
      // What says nothing, as clients send it that fill in defaults, is no continuation either.
      refuseAlone("/frozenDays", isZero(requested.frozenDays()) ? null : requested.frozenDays());
      refuseAlone("/pins", isEmpty(requested.pins()) ? null : requested.pins());
      return Continuation.NONE;
    }
    var before = before(requested);
    if (requested.asOf() == null) {
      throw Refusal.invalid("/asOf", Messages::basedOnNeedsAsOf);
    }
    return new Continuation(
        before.id(),
        requested.asOf(),
        requested.frozenDays() == null ? 0 : requested.frozenDays(),
        requested.pins() == null ? List.of() : requested.pins());
  }

  private static boolean isZero(Integer number) {
    return number != null && number == 0;
  }

  private static boolean isEmpty(List<String> list) {
    return list != null && list.isEmpty();
  }

  private static void refuseAlone(String pointer, Object given) {
    if (given != null) {
      throw Refusal.invalid(pointer, Messages::needsBasedOn);
    }
  }

  /** The schedule before; refused if there is none, or it has no valid plan. */
  public Schedule before(Continuation continuation) {
    return planned(continuation.basedOn(), "/basedOn");
  }

  /**
   * The schedule that a request names at a place; refused if there is none, or it has no valid
   * plan.
   */
  public Schedule planned(String id, String pointer) {
    var schedule =
        schedules
            .findByIdOrActive(id)
            .orElseThrow(() -> Refusal.invalid(pointer, ScheduleRepository.none(id)));
    if (!schedule.state().isValid()) {
      throw Refusal.invalid(
          pointer,
          schedule.state() == ScheduleState.UNRESOLVED
              ? Messages::basePlanBreaksRules
              : m -> m.baseHasNoPlan(schedule.state()));
    }
    return schedule;
  }

  /**
   * What a request assumes, and what of the plan before could not be taken over.
   *
   * @param left names of assumptions of the plan before that no longer fit the data
   */
  public record Carried(Assumptions assumptions, List<String> left) {}

  /**
   * The assumptions of the plan before, replaced by those of the request where it has any;
   * restrictions of both. What no longer fits the data is left out: a request is not wrong because
   * of what it does not say.
   */
  public Carried assumptions(Continuation continuation, Assumptions requested, Dataset dataset) {
    return continuation.goesOn()
        ? assumptions(before(continuation), requested, dataset)
        : new Carried(requested == null ? Assumptions.NONE : requested, List.of());
  }

  /** What carries over from a schedule that is gone on from. */
  public Carried assumptions(Schedule from, Assumptions requested, Dataset dataset) {
    var asked = requested == null ? Assumptions.NONE : requested;
    var before = views.askedFor(from).assumptions();
    var left = new ArrayList<String>();
    int faults = problems.faults(dataset, together(before, asked));
    for (var part : faults == 0 ? List.<CarriedPart>of() : CarriedPart.of(before)) {
      var rest = part.takenOut(before);
      int fewer = problems.faults(dataset, together(rest, asked));
      if (fewer < faults) {
        before = rest;
        faults = fewer;
        left.add(part.name());
      }
    }
    return new Carried(together(before, asked), left);
  }

  private static Assumptions together(Assumptions before, Assumptions asked) {
    var restrictions = both(before.restrictions(), asked.restrictions(), AssumedRestriction::id);
    var lifted = both(before.liftedRestrictions(), asked.liftedRestrictions(), Function.identity());
    // Restrictions that the plan before assumed can be lifted, too.
    var assumed = ids(before.restrictions());
    var liftedHere = orEmpty(lifted).stream().filter(assumed::contains).collect(Collectors.toSet());
    return new Assumptions(
        or(asked.deadline(), before.deadline()),
        or(asked.trucks(), before.trucks()),
        or(asked.escorts(), before.escorts()),
        or(asked.convoy(), before.convoy()),
        without(restrictions, r -> liftedHere.contains(r.id())),
        without(lifted, liftedHere::contains),
        or(asked.phases(), before.phases()),
        or(asked.aircraft(), before.aircraft()),
        or(asked.bases(), before.bases()),
        or(asked.writeOff(), before.writeOff()),
        or(asked.hardDeadline(), before.hardDeadline()));
  }

  private static Set<String> ids(List<AssumedRestriction> restrictions) {
    return orEmpty(restrictions).stream().map(AssumedRestriction::id).collect(Collectors.toSet());
  }

  private static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** One of the same name replaces the one before. */
  private static <T> List<T> both(List<T> before, List<T> further, Function<T, String> name) {
    if (before == null || further == null) {
      return or(further, before);
    }
    var names = new HashSet<>(further.stream().map(name).toList());
    // Those of the request stand first, so that what is wrong with one is told where it was sent.
    return Stream.concat(
            further.stream(), before.stream().filter(b -> !names.contains(name.apply(b))))
        .toList();
  }

  private static <T> List<T> without(List<T> list, Predicate<T> unwanted) {
    if (list == null) {
      return null;
    }
    var rest = new ArrayList<T>(list);
    rest.removeIf(unwanted);
    return rest;
  }
}
