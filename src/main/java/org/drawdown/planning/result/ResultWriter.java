package org.drawdown.planning.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.engine.verifier.Violation;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.result.ConflictDocument;
import org.drawdown.schedule.result.ScheduleResult;
import org.drawdown.schedule.result.ScheduleResult.AtRisk;
import org.drawdown.schedule.result.ScheduleResult.Certificate;
import org.drawdown.schedule.result.ScheduleResult.Changes;
import org.drawdown.schedule.result.ScheduleResult.Failure;
import org.drawdown.schedule.result.ScheduleResult.Owned;
import org.drawdown.schedule.result.ScheduleResult.Statistics;
import org.drawdown.schedule.result.ScheduleResult.TermAmount;

/** Writes what a run has come to. */
public final class ResultWriter {

  private final PlanningProblem planning;
  private final Problem problem;
  private final Outcome outcome;
  private final PlanDocuments documents;
  private final int attempts;

  /** The result of an outcome, reached in so many attempts. */
  public ResultWriter(
      PlanningProblem planning, Outcome outcome, PlanDocuments documents, int attempts) {
    this.planning = planning;
    this.problem = planning.problem();
    this.outcome = outcome;
    this.documents = documents;
    this.attempts = attempts;
  }

  /** The result of a run that found no plan, nor a proof that there is none. */
  public ScheduleResult undecided() {
    return new ScheduleResult(
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        new Failure(Failure.Why.UNDECIDED, attempts),
        statistics());
  }

  /** The result of a run that found no plan, with what is in its way. */
  public ScheduleResult withoutPlan() {
    var conflicts = outcome.conflicts().stream().map(this::conflict).toList();
    return new ScheduleResult(
        null, null, null, null, null, conflicts, null, null, null, statistics());
  }

  /** The result of a run that found a plan; the changes are null where nothing is replanned. */
  public ScheduleResult withPlan(Ledger ledger, Changes changes) {
    var bound = outcome.bound();
    var certificate =
        new Certificate(
            outcome.objective(),
            bound.objective(),
            bound.gap(outcome.objective()),
            planning.date(bound.earliestCompletion()),
            bound.relaxation(),
            bound.completionRelaxation());
    return new ScheduleResult(
        terms(ledger, problem),
        certificate,
        atRisk(outcome.plan()),
        documents.document(outcome.plan()).leftBehind(),
        changes,
        null,
        null,
        null,
        null,
        statistics());
  }

  /** The result of a run whose best plan breaks rules. */
  public ScheduleResult unresolved(
      Plan plan, Ledger ledger, List<Violation> broken, Changes changes) {
    return new ScheduleResult(
        terms(ledger, problem),
        null,
        atRisk(plan),
        documents.document(plan).leftBehind(),
        changes,
        null,
        broken.stream().map(v -> Violations.document(v, planning)).toList(),
        null,
        null,
        statistics());
  }

  /** Amount and cost of every term. */
  public static List<TermAmount> terms(Ledger ledger, Problem problem) {
    return Arrays.stream(Term.values())
        .map(
            term -> {
              long amount = ledger.terms().get(term);
              return new TermAmount(term, amount, amount * problem.weight(term));
            })
        .toList();
  }

  private Statistics statistics() {
    var s = outcome.statistics();
    if (s == null) {
      return null;
    }
    return new Statistics(
        s.firstValidAfterMs(),
        s.iterations(),
        s.iterationsPerSecond(),
        s.threads(),
        s.stoppedBy(),
        attempts);
  }

  private ConflictDocument conflict(Outcome.Conflict found) {
    var base = planning.code(found.site());
    return new ConflictDocument(
        found.fact(),
        found.rule(),
        base,
        found.subject(),
        found.particulars().names(),
        found.particulars().numbers(),
        found.particulars().days().stream().map(planning::date).toList(),
        found.relief() == null ? null : relief(found, base));
  }

  private ConflictDocument.Relief relief(Outcome.Conflict found, String base) {
    long amount = found.relief().amount();
    return new ConflictDocument.Relief(
        amount,
        found.fact(),
        found.subject() == null ? base : found.subject(),
        planning.date(movedTo(found, Math.toIntExact(amount))));
  }

  /** The day to which a horizon, a deadline or the end of a restriction moves, or -1. */
  private int movedTo(Outcome.Conflict found, int amount) {
    return switch (found.fact()) {
      case HORIZON -> problem.horizon() + amount;
      case HARD_DEADLINE ->
          problem.deadline() + amount > problem.horizon() ? -1 : problem.deadline() + amount;
      case RESTRICTION -> {
        var days = found.particulars().days();
        int to = days.get(1) - amount;
        yield to < days.get(0) ? -1 : to;
      }
      default -> -1;
    };
  }

  /** People and loads still in a spoke on the deadline's evening: a hard date would lose them. */
  private AtRisk atRisk(Plan plan) {
    record Owner(String ownership, String contributor) {}
    var byOwner = new HashMap<Owner, long[]>();
    long people = 0;
    for (var m : plan.movements()) {
      if (m.departs() > problem.deadline()) {
        people += m.people();
        for (var cargo : m.cargo()) {
          var asset = documents.asset(cargo.asset());
          long[] sum =
              byOwner.computeIfAbsent(
                  new Owner(asset.ownership(), asset.contributor()), o -> new long[2]);
          sum[0] += cargo.loads();
          sum[1] += documents.value(m.site(), cargo.asset(), cargo.loads());
        }
      }
    }
    var owned =
        byOwner.entrySet().stream()
            .map(
                e ->
                    new Owned(
                        e.getKey().ownership(),
                        e.getKey().contributor(),
                        e.getValue()[0],
                        e.getValue()[1]))
            .sorted(Comparator.comparing(o -> o.ownership() + o.contributor()))
            .toList();
    return new AtRisk(
        owned.stream().mapToLong(Owned::loads).sum(),
        owned.stream().mapToLong(Owned::valueUsd).sum(),
        people,
        owned);
  }
}
