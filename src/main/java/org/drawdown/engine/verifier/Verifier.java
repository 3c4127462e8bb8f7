package org.drawdown.engine.verifier;

import java.util.ArrayList;
import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Problem;

/** Checks a plan against every rule and lists all that it breaks. */
public final class Verifier {

  private Verifier() {}

  /** The findings of the verifier: a plan without violations is valid. */
  public record Judgement(List<Violation> violations, Ledger ledger) {

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
    return new Judgement(List.copyOf(violations), ledger);
  }
}
