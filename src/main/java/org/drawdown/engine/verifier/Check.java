package org.drawdown.engine.verifier;

import java.util.List;
import org.drawdown.engine.Breach;
import org.drawdown.engine.Particulars;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Plan.Movement;
import org.drawdown.engine.Problem;
import org.drawdown.engine.Problem.Lot;

/**
 * The base of all checks: the plan under judgement, its books, and the list of rules that it
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

  void broken(
      Breach breach,
      int site,
      Movement m,
      int day,
      Long allowed,
      Long found,
      Particulars particulars) {
    violations.add(
        new Violation(breach, site, m == null ? null : m.id(), day, allowed, found, particulars));
  }

  void broken(Breach breach, int site, int day, Long allowed, Long found) {
    broken(breach, site, null, day, allowed, found, Particulars.NONE);
  }

  void broken(Breach breach, Movement m, long allowed, long found, Particulars particulars) {
    broken(breach, m.site(), m, m.departs(), allowed, found, particulars);
  }

  void broken(Breach breach, Movement m, long allowed, long found) {
    broken(breach, m, allowed, found, Particulars.NONE);
  }

  void broken(Breach breach, Movement m, Particulars particulars) {
    broken(breach, m.site(), m, m.departs(), null, null, particulars);
  }

  void broken(Breach breach, Movement m) {
    broken(breach, m, Particulars.NONE);
  }

  void atMost(Breach breach, Movement m, long allowed, long found) {
    if (found > allowed) {
      broken(breach, m, allowed, found);
    }
  }

  Lot lot(int site, String asset) {
    return problem.sites().get(site).lots().stream()
        .filter(l -> l.asset().equals(asset))
        .findFirst()
        .orElseThrow();
  }
}
