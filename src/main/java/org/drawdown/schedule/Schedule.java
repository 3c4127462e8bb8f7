package org.drawdown.schedule;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Messages;
import org.drawdown.schedule.request.Continuation;

/**
 * One plan for the whole withdrawal, with the dataset and the assumptions that it was made under.
 *
 * <p>It is asked for, worked on, and then stays as it came out. At most one is active: the one in
 * force.
 */
@Entity
public class Schedule {

  /** The format in which request and result are kept. */
  private static final int FORMAT = 1;

  @Id private String id;
  @Version private int version;
  private String name;

  @Enumerated(EnumType.STRING)
  private ScheduleState state;

  private boolean active;
  private Instant createdAt;
  private String createdBy;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dataset")
  private DatasetCopy dataset;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "based_on")
  private Schedule basedOn;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "start_from")
  private Schedule startFrom;

  @Enumerated(EnumType.STRING)
  private Origin origin = Origin.PLANNED;

  private LocalDate asOf;
  private Integer frozenDays;

  @ElementCollection
  @CollectionTable(name = "pin", joinColumns = @JoinColumn(name = "schedule"))
  @OrderColumn(name = "list_order")
  @Column(name = "movement")
  private List<String> pins = new ArrayList<>();

  /** The queue that its run waits in. */
  private String queue;

  /** Its place among the runs of its queue: the earliest goes first. */
  private Instant due;

  private double seconds;
  private long iterations;
  private Long objective;
  private Long bound;
  private LocalDate completion;

  private String submittedBy;
  private Instant submittedAt;
  private String decidedBy;
  private Instant decidedAt;
  private String decisionText;
  private Instant inForceFrom;
  private Instant inForceUntil;
  private byte[] agreement;
  private Long recordSequence;

  private int format;
  private byte[] request;
  private byte[] result;

  /** Where a plan comes from. */
  public enum Origin {
    /** The planner made it. */
    PLANNED,
    /** Somebody edited it by hand. */
    MANUAL
  }

  /** For Hibernate. */
  protected Schedule() {}

  /**
   * A schedule that is asked for.
   *
   * @param request assumptions, objective and search, as they are kept
   * @param result that nothing has come out yet, as it is kept
   */
  public Schedule(
      String name,
      DatasetCopy dataset,
      byte[] request,
      byte[] result,
      String createdBy,
      Instant now) {
    this.id = UUID.randomUUID().toString();
    this.name = name;
    this.state = ScheduleState.QUEUED;
    this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    this.createdBy = createdBy;
    this.dataset = dataset;
    this.format = FORMAT;
    this.request = request;
    this.result = result;
  }

  /** Says that it replans another. */
  public void goOnFrom(Schedule before, Continuation continuation) {
    basedOn = before;
    asOf = continuation.asOf();
    frozenDays = continuation.frozenDays();
    pins.addAll(continuation.pins());
  }

  /** Says in which queue its run waits, and where. */
  public void queueUp(String inQueue, Instant place) {
    queue = inQueue;
    due = place;
  }

  String queue() {
    return queue;
  }

  public Instant due() {
    return due;
  }

  /** Says at whose plan its search begins. */
  public void startAt(Schedule other) {
    startFrom = other;
  }

  /** Says that its plan was edited by hand. */
  public void isEdited() {
    origin = Origin.MANUAL;
  }

  /** The schedule at whose plan its search begins, or null. */
  public Schedule startFrom() {
    return startFrom;
  }

  /** Where its plan comes from. */
  Origin origin() {
    return origin;
  }

  /** Gives it another name. */
  void rename(String other) {
    name = other;
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

  /** The dataset that it is made from. */
  public DatasetCopy dataset() {
    return dataset;
  }

  /** The plan before it. */
  public Continuation continuation() {
    return basedOn == null
        ? Continuation.NONE
        : new Continuation(basedOn.id, asOf, frozenDays, List.copyOf(pins));
  }

  /** The schedule that it replans, or null. */
  public Schedule before() {
    return basedOn;
  }

  byte[] request() {
    return request;
  }

  byte[] result() {
    return result;
  }

  LocalDate completion() {
    return completion;
  }

  /** How its run goes, or went. */
  public Progress progress(Long placeInQueue) {
    return new Progress(
        state, seconds, iterations, placeInQueue, objective, bound, gap(objective, bound));
  }

  private static Double gap(Long objective, Long bound) {
    if (objective == null) {
      return null;
    }
    return objective <= 0 ? 0 : Math.max(0, (double) (objective - bound) / objective);
  }

  /** A planner takes it up. */
  public void startSolving() {
    mustBeUnderWay();
    state = ScheduleState.SOLVING;
  }

  /**
   * Tells how its run goes.
   *
   * @param best objective of the best plan so far, or null
   * @param proved what no plan can beat; null without a plan
   */
  public void report(double sinceStart, long plans, Long best, Long proved) {
    mustBeUnderWay();
    seconds = sinceStart;
    iterations = plans;
    objective = best;
    bound = best == null ? null : proved;
  }

  /**
   * Ends it.
   *
   * @param completes the day on which a plan completes, or null
   */
  public void end(ScheduleState outcome, LocalDate completes, byte[] finalResult) {
    mustBeUnderWay();
    state = outcome;
    completion = completes;
    result = finalResult;
  }

  /** Refuses to go while somebody works on it or by it; 409. */
  void mustBeIdle() {
    if (state.isUnderWay()) {
      throw Refusal.conflict(Messages::scheduleUnderWay);
    }
    if (active) {
      throw Refusal.conflict(Messages::scheduleInForce);
    }
    if (state == ScheduleState.SUPERSEDED) {
      throw Refusal.conflict(Messages::scheduleWasInForce);
    }
  }

  private void mustBeUnderWay() {
    if (!state.isUnderWay()) {
      throw Refusal.conflict(m -> m.scheduleIs(state));
    }
  }

  /** Refuses to go on without a plan, valid or not; 409. */
  public void mustHavePlan() {
    if (!state.hasPlan()) {
      throw Refusal.conflict(m -> m.hasNoPlan(state));
    }
  }

  /** Somebody wants it in force. */
  void submit(String user, Instant now) {
    if (state != ScheduleState.READY
        && state != ScheduleState.WITHDRAWN
        && state != ScheduleState.REJECTED) {
      throw Refusal.conflict("NOT_READY", m -> m.onlyReadyCanBeSubmitted(state), null);
    }
    state = ScheduleState.SUBMITTED;
    submittedBy = user;
    submittedAt = now.truncatedTo(ChronoUnit.MICROS);
    decidedBy = null;
    decidedAt = null;
    decisionText = null;
  }

  /** Somebody who neither made nor submitted it agrees, or declines. */
  void decide(boolean approved, String user, String text, Instant now) {
    mustBeSubmitted();
    if (approved && (user.equals(createdBy) || user.equals(submittedBy))) {
      throw Refusal.conflict("AUTHOR_APPROVES", Messages::authorCannotApprove, null);
    }
    state = approved ? ScheduleState.APPROVED : ScheduleState.REJECTED;
    decidedBy = user;
    decidedAt = now.truncatedTo(ChronoUnit.MICROS);
    decisionText = text;
  }

  private void mustBeSubmitted() {
    if (state != ScheduleState.SUBMITTED) {
      throw Refusal.conflict("NOT_SUBMITTED", m -> m.scheduleIs(state), null);
    }
  }

  /** A planner takes it back. */
  void withdraw() {
    if (state != ScheduleState.SUBMITTED && state != ScheduleState.APPROVED) {
      throw Refusal.conflict("NOT_SUBMITTED", m -> m.scheduleIs(state), null);
    }
    state = ScheduleState.WITHDRAWN;
  }

  /** Refuses to go on where nobody has agreed that it should be in force; 409. */
  public void mustBeApproved() {
    if (state != ScheduleState.APPROVED) {
      throw Refusal.conflict("NOT_APPROVED", m -> m.onlyApprovedCanBeActive(state), null);
    }
  }

  /** Keeps the host State's consent, as it is kept. */
  void agree(byte[] consent) {
    if (state == ScheduleState.SUBMITTED || state == ScheduleState.APPROVED || state.isOfRecord()) {
      agreement = consent;
      return;
    }
    throw Refusal.conflict("NOT_SUBMITTED", m -> m.scheduleIs(state), null);
  }

  byte[] agreement() {
    return agreement;
  }

  /** Says how far the record went when it was planned. */
  public void knowsRecordUpTo(long sequence) {
    recordSequence = sequence;
  }

  /** The last entry of the record that it contains; null where there was no record. */
  public Long recordSequence() {
    return recordSequence;
  }

  /** What became of it since it was READY, or null. */
  ScheduleLife life() {
    return submittedBy == null && inForceFrom == null && agreement == null
        ? null
        : new ScheduleLife(
            submittedBy,
            submittedAt,
            decidedBy,
            decidedAt,
            decisionText,
            inForceFrom,
            inForceUntil,
            agreement != null);
  }

  /** Puts it in force; the repository takes the former one out. */
  void activate(Instant now) {
    if (!state.isValid()) {
      throw Refusal.conflict(m -> m.onlyReadyCanBeActive(state));
    }
    active = true;
    state = ScheduleState.ACTIVE;
    inForceFrom = now.truncatedTo(ChronoUnit.MICROS);
    inForceUntil = null;
  }

  /** Takes it out of force. It stays for good. */
  void supersede(Instant now) {
    active = false;
    state = ScheduleState.SUPERSEDED;
    inForceUntil = now.truncatedTo(ChronoUnit.MICROS);
  }
}
