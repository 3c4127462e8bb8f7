package org.drawdown.planning.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drawdown.engine.Lever;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Term;
import org.drawdown.engine.explain.Explainer;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.schedule.Closure;
import org.drawdown.schedule.account.ExplanationDocument;

/** Writes why a plan is as it is. */
public final class ExplanationWriter {

  private final PlanningProblem planning;
  private final Problem problem;
  private final Plan plan;

  public ExplanationWriter(PlanningProblem planning, Plan plan) {
    this.planning = planning;
    this.problem = planning.problem();
    this.plan = plan;
  }

  /**
   * The explanation of the plan by the books of the verifier.
   *
   * @param closures one for each site of the problem, in its order
   * @param attempt plans again with a lever; answers null where it cannot be tried
   */
  public ExplanationDocument write(
      Ledger ledger, List<Closure> closures, Function<Lever, Lever.Effect> attempt) {
    var found = Explainer.explain(problem, plan, ledger);
    int[] closedOn = IntStream.range(0, problem.sites().size()).map(ledger::closedOn).toArray();
    var answers = new LateAnswers(planning, plan, found, ledger.objective(), attempt).all(closedOn);
    return new ExplanationDocument(
        IntStream.range(0, problem.sites().size())
            .mapToObj(
                s ->
                    new ExplanationDocument.Chain(
                        closures.get(s).base(),
                        closures.get(s).closedOn(),
                        closures.get(s).within1Percent(),
                        answers.get(s),
                        found.chains().get(s).stream().map(this::link).toList()))
            .toList(),
        found.floats().stream()
            .map(
                f ->
                    new ExplanationDocument.Slack(
                        f.movement().id(), planning.code(f.movement().site()), f.days()))
            .toList(),
        late(found),
        writeOffs(),
        Arrays.stream(Term.values())
            .map(t -> shares(t, found.shares().get(t), found.lateFrom()))
            .toList());
  }

  private ExplanationDocument.Link link(org.drawdown.engine.explain.Link link) {
    boolean windowed = link.from() >= 0;
    return new ExplanationDocument.Link(
        link.cause(),
        link.rule(),
        planning.code(link.site()),
        link.movement(),
        planning.date(link.day()),
        link.resource(),
        windowed
            ? new ExplanationDocument.Window(planning.date(link.from()), planning.date(link.to()))
            : null,
        link.heldBy(),
        windowed ? link.to() - link.from() + 1 : 0);
  }

  private List<ExplanationDocument.Late> late(org.drawdown.engine.explain.Explanation found) {
    return Stream.concat(
            found.late().stream()
                .map(
                    it ->
                        new ExplanationDocument.Late(
                            "LOADS",
                            planning.code(it.movement().site()),
                            it.movement().loads(),
                            it.days(),
                            link(it.why()))),
            found.latePeople().stream()
                .map(
                    it ->
                        new ExplanationDocument.Late(
                            "PEOPLE",
                            planning.code(it.why().site()),
                            it.people(),
                            it.days(),
                            link(it.why()))))
        .toList();
  }

  private List<ExplanationDocument.WriteOff> writeOffs() {
    var cause = problem.hardDeadline() ? "HARD_DEADLINE" : "CHOICE";
    return plan.leftBehind().stream()
        .map(
            left ->
                new ExplanationDocument.WriteOff(
                    planning.code(left.site()), left.asset(), left.loads(), cause))
        .toList();
  }

  private ExplanationDocument.Shares shares(Term term, long[] amounts, List<long[]> lateFrom) {
    long weight = problem.weight(term);
    var shares = new ArrayList<ExplanationDocument.Share>();
    for (int s = 0; s < amounts.length; s++) {
      if (amounts[s] != 0) {
        shares.add(
            new ExplanationDocument.Share(
                planning.code(s),
                amounts[s],
                amounts[s] * weight,
                term == Term.PEOPLE_LATE ? origins(lateFrom.get(s)) : null));
      }
    }
    long sum = Arrays.stream(amounts).sum();
    return new ExplanationDocument.Shares(term, sum, sum * weight, shares);
  }

  /** The bases that people came from who wait at a hub. */
  private List<ExplanationDocument.Origin> origins(long[] amounts) {
    var origins = new ArrayList<ExplanationDocument.Origin>();
    for (int s = 0; amounts != null && s < amounts.length; s++) {
      if (amounts[s] != 0) {
        origins.add(new ExplanationDocument.Origin(planning.code(s), amounts[s]));
      }
    }
    return origins;
  }
}
