package org.drawdown.jobs;

/** Lanes of jobs: those of one lane wait for one another, and for nobody in the other. */
public enum Lane {
  /** Jobs that are over soon. */
  SHORT("job"),
  /** Jobs that take long, so that the short ones need not wait behind them. */
  LONG("long_job");

  private final String table;

  Lane(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
