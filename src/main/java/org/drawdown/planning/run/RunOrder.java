package org.drawdown.planning.run;

import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.replan.KeptPlan;
import org.drawdown.schedule.Progress;

/**
 * A run in a planner's hands.
 *
 * @param attempt in which it is taken up
 * @param before how far earlier attempts came
 * @param start a plan to go on from, or null
 * @param kept what a replan keeps, or null
 */
record RunOrder(
    String id,
    int attempt,
    Progress before,
    PlanningProblem planning,
    Limits limits,
    Plan start,
    KeptPlan kept) {}
