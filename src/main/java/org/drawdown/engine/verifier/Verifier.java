package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;

/** Checks a plan against every rule and lists all that it breaks. */
public final class Verifier {

  private Verifier() {}

  /**
   * The findings of the verifier: a plan without violations is valid.
   *
   * @param warnings rules for the planner that an edited plan may break
   */
  public record Judgement(List<Violation> violations, List<Violation> warnings, Ledger ledger) {

    /** Whether no rule is broken. */
    public boolean valid() {
      return violations.isEmpty();
    }
  }

  /**
   * Judges movements on their own and by what they use together, whatever else the plan holds and
   * however the bases fare.
   */
  public static List<Violation> judgeMovements(Problem problem, List<Plan.Movement> movements) {
    var plan = new Plan(movements, List.of(), List.of());
    var ledger = new Ledger(problem, plan);
    var violations = new ArrayList<Violation>();
    new MovementCheck(problem, plan, ledger, violations).run();
    new PoolCheck(problem, plan, ledger, violations).run();
    return violations;
  }

  /**
   * Judges a plan, whose sites, legs and assets exist in the problem; anything else may be wrong
   * with it.
   */
  public static Judgement judge(Problem problem, Plan plan) {
    var ledger = new Ledger(problem, plan);
    var violations = new ArrayList<Violation>();
    new MovementCheck(problem, plan, ledger, violations).run();
    new PoolCheck(problem, plan, ledger, violations).run();
    new StageCheck(problem, plan, ledger, violations).run();
    new SpokeCheck(problem, plan, ledger, violations).run();
    new HubCheck(problem, plan, ledger, violations).run();
    return new Judgement(List.copyOf(violations), List.of(), ledger);
  }

  /**
   * Judges a plan that was edited by hand: that a convoy takes just its share of the people who are
   * still to leave is a rule for the planner and no more than a warning here.
   */
  public static Judgement judgeEdited(Problem problem, Plan plan) {
    var strict = judge(problem, plan);
    var byShare =
        strict.violations().stream()
            .collect(Collectors.partitioningBy(v -> v.breach() == Breach.NOT_ITS_SHARE));
    return new Judgement(byShare.get(false), byShare.get(true), strict.ledger());
  }
}
