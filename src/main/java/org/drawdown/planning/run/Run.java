package org.drawdown.planning.run;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.drawdown.schedule.Schedule;

/**
 * The run behind a schedule. Each time that a planner takes it up, its attempt rises; who holds an
 * earlier attempt writes nothing any more.
 */
@Entity
@Table(name = "planning_run")
class Run {

  /** The format in which plans are kept. */
  private static final int FORMAT = 1;

  @Id private String schedule;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "schedule")
  private Schedule of;

  private int attempt;

  /** Attempts that ended without a word. */
  private int lost;

  private boolean givenBack;
  private boolean stopRequested;
  private int format;
  private byte[] bestPlan;

  protected Run() {}

  Run(Schedule schedule) {
    this.of = schedule;
    this.format = FORMAT;
  }

  int attempt() {
    return attempt;
  }

  boolean isStopRequested() {
    return stopRequested;
  }

  /** The best plan of an earlier attempt, or null. */
  byte[] bestPlan() {
    return bestPlan;
  }

  /** A planner takes it up. */
  void take() {
    if (attempt > 0 && !givenBack) {
      lost++;
    }
    givenBack = false;
    attempt++;
  }

  /** The planner that holds it gives it back. */
  void giveBack() {
    givenBack = true;
  }

  /** Attempts that ended without a word, not even that they give it back. */
  int lost() {
    return lost;
  }

  void keep(byte[] plan) {
    bestPlan = plan;
  }

  void requestStop() {
    stopRequested = true;
  }

  void finish() {
    bestPlan = null;
  }
}
