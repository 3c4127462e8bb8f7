package org.drawdown.engine.verifier;

import java.util.List;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;
import org.drawdown.engine.Rule;

/**
 * What the checks have in common: the plan under judgement, its books, and the list of what it
 * breaks.
 */
abstract class Check {

  final Problem problem;
  final Plan plan;
  final Ledger ledger;
  private final List<Violation> violations;

  Check(Problem problem, Plan plan, Ledger ledger, List<Violation> violations) {
    this.problem = problem;
    this.plan = plan;
    this.ledger = ledger;
    this.violations = violations;
  }

  /** Looks at all that this check is for. */
  abstract void run();

  /** Whether a movement stays as it is, whatever the rules say of it now. */
  boolean isFixed(Movement m) {
    return problem.history() != null && problem.history().keeps(m);
  }

  String code(int site) {
    return problem.sites().get(site).code();
  }

  void broken(Rule rule, int site, Movement m, int day, Long allowed, Long found, String detail) {
    violations.add(
        new Violation(rule, site, m == null ? null : m.id(), day, allowed, found, detail));
  }

  void broken(Rule rule, Movement m, long allowed, long found, String detail) {
    broken(rule, m.site(), m, m.departs(), allowed, found, m.id() + " " + detail);
  }

  void broken(Rule rule, Movement m, String detail) {
    broken(rule, m.site(), m, m.departs(), null, null, m.id() + " " + detail);
  }

  void atMost(Rule rule, Movement m, long allowed, long found, String detail) {
    if (found > allowed) {
      broken(rule, m, allowed, found, detail);
    }
  }

  Lot lot(int site, String asset) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }
}
