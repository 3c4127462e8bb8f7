package org.drawdown.planning.problem;

import jakarta.enterprise.context.ApplicationScoped;
import org.drawdown.api.contract.RequestBodies;
import org.drawdown.api.problem.Fault;
import org.drawdown.api.problem.Refusal;
import org.drawdown.dataset.Consistency;
import org.drawdown.dataset.Dataset;
import org.drawdown.schedule.request.Assumptions;
import org.drawdown.schedule.request.Objective;

/** Makes problems of datasets, assumptions and objectives. */
@ApplicationScoped
public class ProblemFactory {

  private static final int NAMES_NOTHING = 1_000_000;

  private final RequestBodies bodies;

  /** The problem of a dataset as it is, which nothing changes. */
  private record Known(Objective objective, PlanningProblem planning) {}

  private volatile Known latest;

  ProblemFactory(RequestBodies bodies) {
    this.bodies = bodies;
  }

  /**
   * The problem of a dataset that is consistent.
   *
   * @param objective complete
   * @throws Refusal if the assumptions do not fit the dataset
   */
  public PlanningProblem of(Dataset dataset, Assumptions assumptions, Objective objective) {
    if (!assumptions.equals(Assumptions.NONE)) {
      return assumed(dataset, assumptions, objective);
    }
    var known = latest;
    if (known == null
        || known.planning().dataset() != dataset
        || !known.objective().asksLike(objective)) {
      known =
          new Known(
              objective,
              new PlanningProblem(dataset, ProblemReader.read(dataset, objective, false, false)));
      latest = known;
    }
    return known.planning();
  }

  /** How many faults assumptions have against a dataset; those that name what is not there most. */
  public int faults(Dataset dataset, Assumptions assumptions) {
    var assumed = new AssumedDataset(dataset, assumptions, bodies);
    try {
      return Consistency.faults(assumed.dataset()).size();
    } catch (Refusal e) {
      return NAMES_NOTHING + e.faults().size();
    }
  }

  private PlanningProblem assumed(Dataset dataset, Assumptions assumptions, Objective objective) {
    var assumed = new AssumedDataset(dataset, assumptions, bodies);
    var result = assumed.dataset();
    var faults = Consistency.faults(result);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(
          faults.stream()
              .map(f -> new Fault(assumed.pointer(f.pointer(), result), f.detail()))
              .toList());
    }
    return new PlanningProblem(
        result,
        ProblemReader.read(
            result, objective, assumptions.mayLeaveBehind(), assumptions.mustMeetDeadline()));
  }
}
