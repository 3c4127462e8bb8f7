package org.drawdown.planning.problem;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.History;
import org.drawdown.engine.Problem;

/** A problem of the engine, and the dataset under the assumptions that it was read from. */
public record PlanningProblem(Dataset dataset, Problem problem) {

  /** This problem after something has happened. */
  public PlanningProblem after(History history) {
    return new PlanningProblem(dataset, problem.after(history));
  }

  /** The date of a day; null for a day below 0. */
  public LocalDate date(int day) {
    return day < 0 ? null : dataset.mission().startDate().plusDays(day);
  }

  /** The day of a date, counted from the start date. */
  public int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(dataset.mission().startDate(), date);
  }

  /** The code of a base; null for a position below 0. */
  public String code(int site) {
    return site < 0 ? null : problem.sites().get(site).code();
  }
}
