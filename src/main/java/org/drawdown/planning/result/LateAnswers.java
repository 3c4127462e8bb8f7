package org.drawdown.planning.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drawdown.engine.Lever;
import org.drawdown.engine.Outcome.Fact;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.explain.Explanation;
import org.drawdown.engine.explain.Link;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.account.LateAnswer;
import org.drawdown.schedule.account.LateAnswer.Held;
import org.drawdown.schedule.account.LateAnswer.Help;

/**
 * Says why a base closes late: what its chain waited for how often and how long, which of a few
 * reliefs helps most, and what its lateness costs.
 */
final class LateAnswers {

  /** Reliefs that are tried, each by planning again for a moment. */
  private static final int TRIED = 4;

  /** A lever gives way by a fifth of what there is. */
  private static final int FIFTH = 5;

  private static final int FEWEST_TRUCKS = 10;

  private final PlanningProblem planning;
  private final Problem problem;
  private final Explanation found;
  private final Map<String, Integer> dispatched;
  private final long objective;
  private final Function<Lever, Lever.Effect> attempt;

  /** What a chain waited for: a fact about a restriction or a site. */
  private record What(Fact fact, int index) {}

  private record Wait(int times, int days) {
    Wait plus(Wait other) {
      return new Wait(times + other.times, days + other.days);
    }
  }

  private record Tried(What what, int amount, Lever.Effect effect) {}

  /**
   * @param objective of the plan
   * @param attempt plans again with a lever; answers null where it cannot be tried
   */
  LateAnswers(
      PlanningProblem planning,
      Plan plan,
      Explanation found,
      long objective,
      Function<Lever, Lever.Effect> attempt) {
    this.planning = planning;
    this.problem = planning.problem();
    this.found = found;
    this.dispatched =
        plan.movements().stream()
            .collect(Collectors.toMap(Plan.Movement::id, Plan.Movement::dispatched));
    this.objective = objective;
    this.attempt = attempt;
  }

  /** For each site an answer, or null where it is not late. */
  List<LateAnswer> all(int[] closedOn) {
    var waits = new ArrayList<Map<What, Wait>>();
    var inAll = new LinkedHashMap<What, Wait>();
    for (int s = 0; s < problem.sites().size(); s++) {
      waits.add(daysLate(s, closedOn) > 0 ? waits(s) : Map.of());
      waits.get(s).forEach((what, wait) -> inAll.merge(what, wait, Wait::plus));
    }
    var tried = longestFirst(inAll).stream().limit(TRIED).map(this::tried).toList();
    var answers = new ArrayList<LateAnswer>();
    for (int s = 0; s < problem.sites().size(); s++) {
      int late = daysLate(s, closedOn);
      answers.add(late > 0 ? answer(s, closedOn[s], late, waits.get(s), tried) : null);
    }
    return answers;
  }

  private int daysLate(int s, int[] closedOn) {
    return problem.sites().get(s).daysLate(closedOn[s]);
  }

  private LateAnswer answer(
      int s, int closedOn, int late, Map<What, Wait> waits, List<Tried> tried) {
    var held =
        longestFirst(waits).stream()
            .limit(2)
            .map(
                what ->
                    new Held(
                        what.fact(), name(what), waits.get(what).times(), waits.get(what).days()))
            .toList();
    var best =
        tried.stream()
            .filter(t -> t.effect() != null && t.effect().closedOn()[s] < closedOn)
            .min(Comparator.comparingInt(t -> t.effect().closedOn()[s]))
            .map(
                t ->
                    new Help(
                        t.what().fact(),
                        name(t.what()),
                        t.amount(),
                        planning.date(t.effect().closedOn()[s]),
                        closedOn - t.effect().closedOn()[s],
                        objective - t.effect().objective()))
            .orElse(null);
    return new LateAnswer(
        planning.code(s),
        planning.date(closedOn),
        late,
        held,
        best,
        (int) tried.stream().filter(t -> t.effect() != null).count(),
        share(Term.PHASE_LATE, s),
        share(Term.LOADS_LATE, s));
  }

  private long share(Term term, int s) {
    return found.shares().get(term)[s] * problem.weight(term);
  }

  private String name(What what) {
    return what.fact() == Fact.RESTRICTION
        ? problem.restrictions().get(what.index()).id()
        : planning.code(what.index());
  }

  private static List<What> longestFirst(Map<What, Wait> waits) {
    return waits.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().days()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<What, Wait> waits(int s) {
    var waits = new LinkedHashMap<What, Wait>();
    for (var link : found.chains().get(s)) {
      var what = what(link);
      if (what != null && link.from() >= 0) {
        waits.merge(what, new Wait(1, days(link)), Wait::plus);
      }
    }
    return waits;
  }

  /** Days of a wait: as long as another movement was out with what is waited for. */
  private int days(Link link) {
    var holder = dispatched.get(link.heldBy());
    return holder == null || holder >= link.day()
        ? link.to() - link.from() + 1
        : link.day() - holder;
  }

  private What what(Link link) {
    int site = link.site();
    int hub =
        site < 0 || problem.sites().get(site).isHub() ? site : problem.sites().get(site).hub();
    return switch (link.cause()) {
      case TRUCKS -> new What(Fact.TRUCKS, hub);
      case ESCORTS -> new What(Fact.ESCORTS, hub);
      case YARD -> new What(Fact.STORAGE, hub);
      case ONWARD -> new What(Fact.ONWARD, hub);
      case CHARTER -> new What(Fact.CHARTER, hub);
      case GUARD -> new What(Fact.GUARD, hub);
      case PACKING -> new What(Fact.PACKING, site);
      case RESTRICTION -> restriction(link.resource());
      default -> null;
    };
  }

  private What restriction(String id) {
    for (int r = 0; r < problem.restrictions().size(); r++) {
      if (problem.restrictions().get(r).id().equals(id)) {
        return new What(Fact.RESTRICTION, r);
      }
    }
    return null;
  }

  private Tried tried(What what) {
    int amount = amount(what);
    return new Tried(what, amount, attempt.apply(new Lever(what.fact(), what.index(), amount)));
  }

  private int amount(What what) {
    return switch (what.fact()) {
      case TRUCKS -> Math.max(FEWEST_TRUCKS, most(problem.trucks()[what.index()]) / FIFTH);
      case ESCORTS ->
          Math.max(
              Math.max(1, problem.convoy().escorts()),
              most(problem.escorts()[what.index()]) / FIFTH);
      case STORAGE -> fifth(problem.sites().get(what.index()).storage());
      case ONWARD -> fifth(problem.sites().get(what.index()).onward());
      case CHARTER -> fifth(problem.sites().get(what.index()).charterSeats());
      case PACKING -> fifth(problem.sites().get(what.index()).packing());
      case RESTRICTION -> {
        var r = problem.restrictions().get(what.index());
        yield Math.max(1, Math.min(problem.horizon(), r.to()) - Math.max(0, r.from()) + 1);
      }
      default -> 0;
    };
  }

  private static int fifth(int number) {
    return Math.max(1, number / FIFTH);
  }

  private static int most(int[] pool) {
    return Arrays.stream(pool).max().orElse(0);
  }
}
