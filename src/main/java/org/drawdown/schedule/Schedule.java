package org.drawdown.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.drawdown.common.Refusal;

/**
 * One plan for the whole withdrawal, with the dataset and the assumptions that it was made under.
 *
 * <p>It is asked for, worked on, and then stays as it came out. At most one is active: the one in
 * force.
 */
@Entity
public class Schedule {

  @Id private String id;
  @Version private int version;
  private String name;

  @Enumerated(EnumType.STRING)
  private ScheduleState state;

  private boolean active;
  private Instant createdAt;
  private String createdBy;
  private String dataset;

  @Column(columnDefinition = "text")
  private String request;

  @Column(columnDefinition = "text")
  private String result;

  /** For Hibernate. */
  protected Schedule() {}

  /**
   * A schedule that is asked for.
   *
   * @param dataset id of the copy of the dataset
   * @param request what is asked for, JSON
   */
  public Schedule(String name, String dataset, String request, String createdBy, Instant now) {
    this.id = UUID.randomUUID().toString();
    this.name = name;
    this.state = ScheduleState.QUEUED;
    this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    this.createdBy = createdBy;
    this.dataset = dataset;
    this.request = request;
    this.result = "{}";
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public ScheduleState state() {
    return state;
  }

  public boolean isActive() {
    return active;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String createdBy() {
    return createdBy;
  }

  /** Id of the copy of the dataset that it is made from. */
  public String dataset() {
    return dataset;
  }

  /** What was asked for, JSON. */
  public String request() {
    return request;
  }

  /** What has come out so far, JSON. */
  public String result() {
    return result;
  }

  /** Somebody starts, or starts again, to work on it. */
  public void startSolving() {
    mustBeUnderWay();
    state = ScheduleState.SOLVING;
  }

  /** What is known of it while it is worked on. */
  public void report(String progress) {
    mustBeUnderWay();
    result = progress;
  }

  /** It is done, one way or the other. */
  public void end(ScheduleState outcome, String finalResult) {
    mustBeUnderWay();
    state = outcome;
    result = finalResult;
  }

  private void mustBeUnderWay() {
    if (!state.isUnderWay()) {
      throw Refusal.conflict("The schedule is %s", state);
    }
  }

  /** Puts it in force; the repository takes the former one out. */
  void activate() {
    if (state != ScheduleState.READY) {
      throw Refusal.conflict("The schedule is %s; only a READY one can be active", state);
    }
    active = true;
  }
}
