package org.drawdown.schedule.comparison;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.drawdown.engine.Term;
import org.drawdown.language.Messages;
import org.drawdown.language.Text;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.Closures;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.comparison.Comparison.Assumed;
import org.drawdown.schedule.comparison.Comparison.Change;
import org.drawdown.schedule.comparison.Comparison.Changed;
import org.drawdown.schedule.comparison.Comparison.Closing;
import org.drawdown.schedule.comparison.Comparison.Compared;
import org.drawdown.schedule.comparison.Comparison.Costs;
import org.drawdown.schedule.comparison.Comparison.Side;
import org.drawdown.schedule.movement.MovementDocument;
import org.drawdown.schedule.movement.MovementRepository;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.result.ScheduleResult.TermAmount;

/** Puts two schedules side by side. */
@ApplicationScoped
class Comparer {

  private final ScheduleViews views;
  private final Closures closures;
  private final MovementRepository movements;

  Comparer(ScheduleViews views, Closures closures, MovementRepository movements) {
    this.views = views;
    this.closures = closures;
    this.movements = movements;
  }

  /** A schedule beside another, both of which have a plan. */
  Comparison compare(Schedule schedule, Schedule other) {
    var terms = terms(views.result(schedule).terms(), views.result(other).terms());
    var costs = costs(terms);
    var closings = closings(closures.of(schedule), closures.of(other));
    var moves = movements(movements.of(schedule), movements.of(other));
    var here = side(schedule);
    var there = side(other);
    return new Comparison(
        here,
        there,
        sentence(here, there, costs, closings, moves),
        assumptions(views.askedFor(schedule).assumptions(), views.askedFor(other).assumptions()),
        terms,
        costs,
        closings,
        moves);
  }

  private Side side(Schedule schedule) {
    return new Side(
        schedule.id(),
        schedule.name(),
        schedule.state(),
        views.view(schedule).completion().orElse(null));
  }

  private static Text sentence(
      Side here, Side there, Costs costs, List<Closing> closings, Comparison.Movements moves) {
    long sooner = closings.stream().filter(c -> c.days() != null && c.days() < 0).count();
    long later = closings.stream().filter(c -> c.days() != null && c.days() > 0).count();
    long changed = (long) moves.moved() + moves.added() + moves.dropped();
    Text completes = completes(here, there);
    Text bases = m -> m.basesCloseOtherwise(sooner, later);
    Text cost =
        costs.difference() == 0
            ? Messages::costsTheSame
            : costs.difference() < 0
                ? m -> m.costsLess(-costs.difference())
                : m -> m.costsMore(costs.difference());
    return m ->
        broken(m, here)
            + broken(m, there)
            + m.comparisonInOneSentence(
                completes.in(m), bases.in(m), cost.in(m), moves.kept(), changed);
  }

  private static String broken(Messages m, Side side) {
    return side.state() == ScheduleState.UNRESOLVED ? m.sideBreaksRules(side.name()) + "; " : "";
  }

  private static Text completes(Side here, Side there) {
    if (here.completion() == null || there.completion() == null) {
      return m -> m.doesNotComplete(here.name());
    }
    long days = ChronoUnit.DAYS.between(there.completion(), here.completion());
    if (days == 0) {
      return m -> m.completesSameDay(here.name(), here.completion(), there.name());
    }
    return days < 0
        ? m -> m.completesSooner(here.name(), here.completion(), days(m, -days), there.name())
        : m -> m.completesLater(here.name(), here.completion(), days(m, days), there.name());
  }

  private static String days(Messages m, long number) {
    return number == 1 ? m.oneDay() : m.manyDays(number);
  }

  private static List<Assumed> assumptions(Assumptions here, Assumptions there) {
    var both = new LinkedHashMap<String, Function<Assumptions, Object>>();
    both.put("deadline", Assumptions::deadline);
    both.put("trucks", Assumptions::trucks);
    both.put("escorts", Assumptions::escorts);
    both.put("convoy", Assumptions::convoy);
    both.put("restrictions", Assumptions::restrictions);
    both.put("liftedRestrictions", Assumptions::liftedRestrictions);
    both.put("phases", Assumptions::phases);
    both.put("aircraft", Assumptions::aircraft);
    both.put("bases", Assumptions::bases);
    both.put("writeOff", Assumptions::writeOff);
    both.put("hardDeadline", Assumptions::hardDeadline);
    var differing = new ArrayList<Assumed>();
    both.forEach(
        (name, of) -> {
          if (!Objects.equals(of.apply(here), of.apply(there))) {
            differing.add(new Assumed(name, of.apply(here), of.apply(there)));
          }
        });
    return differing;
  }

  private static List<Compared> terms(List<TermAmount> here, List<TermAmount> there) {
    Map<Term, TermAmount> others = there.stream().collect(toMap(TermAmount::term, t -> t));
    return here.stream()
        .map(
            t -> {
              var other = others.get(t.term());
              return new Compared(t.term(), t.amount(), other.amount(), t.cost(), other.cost());
            })
        .toList();
  }

  /** What it costs to change a plan says nothing of how good it is. */
  private static Costs costs(List<Compared> terms) {
    long here = 0;
    long there = 0;
    for (var term : terms) {
      here += term.term() == Term.CHANGE ? 0 : term.cost();
      there += term.term() == Term.CHANGE ? 0 : term.otherCost();
    }
    return new Costs(here, there, here - there);
  }

  private static List<Closing> closings(List<Closure> here, List<Closure> there) {
    var closed = byBase(here);
    var otherClosed = byBase(there);
    var bases = new LinkedHashSet<>(closed.keySet());
    bases.addAll(otherClosed.keySet());
    return bases.stream()
        .map(
            base -> {
              var day = closed.get(base);
              var other = otherClosed.get(base);
              return new Closing(
                  base,
                  day,
                  other,
                  day == null || other == null ? null : ChronoUnit.DAYS.between(other, day));
            })
        .toList();
  }

  private static Map<String, LocalDate> byBase(List<Closure> closures) {
    var days = new LinkedHashMap<String, LocalDate>();
    closures.forEach(c -> days.put(c.base(), c.closedOn()));
    return days;
  }

  private static Comparison.Movements movements(
      List<MovementDocument> here, List<MovementDocument> there) {
    var others = new LinkedHashMap<String, MovementDocument>();
    there.forEach(m -> others.put(m.id(), m));
    var changes = new ArrayList<Changed>();
    int kept = 0;
    for (var m : here) {
      var was = others.remove(m.id());
      if (was != null && m.goesAs(was)) {
        kept++;
      } else {
        changes.add(changed(m, was));
      }
    }
    others.values().forEach(was -> changes.add(changed(null, was)));
    return new Comparison.Movements(
        kept,
        count(changes, Change.MOVED),
        count(changes, Change.ADDED),
        count(changes, Change.DROPPED),
        changes);
  }

  private static int count(List<Changed> changes, Change change) {
    return (int) changes.stream().filter(c -> c.change() == change).count();
  }

  private static Changed changed(MovementDocument now, MovementDocument was) {
    var any = now == null ? was : now;
    return new Changed(
        any.id(),
        any.base(),
        any.kind(),
        now == null ? Change.DROPPED : was == null ? Change.ADDED : Change.MOVED,
        now == null ? null : now.dispatched(),
        was == null ? null : was.dispatched());
  }
}
