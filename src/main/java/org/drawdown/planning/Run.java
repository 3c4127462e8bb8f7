package org.drawdown.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The job behind a schedule. Whoever works on it holds a lease and renews it; if the holder dies,
 * the lease runs out and another takes the run up from the best plan stored. Whoever has lost the
 * lease writes nothing any more.
 */
@Entity
@Table(name = "planning_run")
class Run {

  /** Where the job stands. */
  enum Status {
    QUEUED,
    RUNNING,
    DONE
  }

  @Id private String id;

  @Enumerated(EnumType.STRING)
  private Status status;

  private Instant createdAt;
  private String leaseOwner;
  private Instant leaseUntil;
  private int attempt;
  private boolean stopRequested;

  @Column(columnDefinition = "text")
  private String bestPlan;

  /** For Hibernate. */
  protected Run() {}

  Run(String schedule, Instant now) {
    this.id = schedule;
    this.status = Status.QUEUED;
    this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** Id of the run and of its schedule. */
  String id() {
    return id;
  }

  int attempt() {
    return attempt;
  }

  boolean isQueued() {
    return status == Status.QUEUED;
  }

  boolean isStopRequested() {
    return stopRequested;
  }

  /** The best plan of an earlier attempt, JSON, or null. */
  String bestPlan() {
    return bestPlan;
  }

  void take(String owner, Instant until) {
    status = Status.RUNNING;
    leaseOwner = owner;
    leaseUntil = until.truncatedTo(ChronoUnit.MICROS);
    attempt++;
  }

  /** Whether this owner, in this attempt, still holds it. */
  boolean isHeldBy(String owner, int inAttempt) {
    return status == Status.RUNNING && owner.equals(leaseOwner) && attempt == inAttempt;
  }

  void renew(Instant now, Duration lease) {
    leaseUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
  }

  void keep(String plan) {
    bestPlan = plan;
  }

  void requestStop() {
    stopRequested = true;
  }

  void finish() {
    status = Status.DONE;
    leaseOwner = null;
    leaseUntil = null;
    bestPlan = null;
  }
}
