package org.drawdown.planning.run;

import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.replan.KeptPlan;

/**
 * A run in a planner's hands.
 *
 * @param attempt in which it is taken up
 * @param secondsBefore that earlier attempts searched
 * @param start a plan to go on from, or null
 * @param kept what a replan keeps, or null
 */
record RunOrder(
    String id,
    int attempt,
    double secondsBefore,
    PlanningProblem planning,
    Limits limits,
    Plan start,
    KeptPlan kept) {}
