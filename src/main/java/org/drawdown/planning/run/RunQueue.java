package org.drawdown.planning.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.drawdown.api.problem.Refusal;
import org.drawdown.audit.AuditTrail;
import org.drawdown.dataset.Dataset;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Plan;
import org.drawdown.jobs.JobScheduler;
import org.drawdown.jobs.Lane;
import org.drawdown.language.Messages;
import org.drawdown.mission.whole.MissionData;
import org.drawdown.planning.problem.PlanDocument;
import org.drawdown.planning.problem.PlanReader;
import org.drawdown.planning.problem.PlanningProblem;
import org.drawdown.planning.problem.ProblemFactory;
import org.drawdown.planning.replan.Continuations;
import org.drawdown.planning.replan.KeptPlan;
import org.drawdown.planning.replan.KeptPlans;
import org.drawdown.planning.replan.RecordedPlans;
import org.drawdown.platform.StoredJson;
import org.drawdown.schedule.DatasetCopyRepository;
import org.drawdown.schedule.Schedule;
import org.drawdown.schedule.ScheduleRepository;
import org.drawdown.schedule.ScheduleState;
import org.drawdown.schedule.ScheduleViews;
import org.drawdown.schedule.request.AskedFor;
import org.drawdown.schedule.request.Continuation;
import org.drawdown.schedule.request.Objective;
import org.drawdown.schedule.request.Solve;
import org.drawdown.schedule.result.ScheduleResult;
import org.drawdown.schedule.result.ScheduleResult.Failure;

/**
 * Queues requests, hands runs out to planners and takes them back, each step in a transaction of
 * its own, so that the engine thinks outside of any.
 */
@ApplicationScoped
class RunQueue {

  private static final int REMEMBERED = 8;
  private static final int RETRY_SECONDS = 30;

  /** Seconds that a place within a round can tell apart, a little more than a day. */
  private static final long SECONDS_WITHIN = 100_000;

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private final MissionData data;
  private final ProblemFactory problems;
  private final Continuations continuations;
  private final KeptPlans keptPlans;
  private final RecordedPlans recordedPlans;
  private final ScheduleRepository schedules;
  private final ScheduleViews views;
  private final DatasetCopyRepository copies;
  private final RunRepository runs;
  private final RunResults results;
  private final JobScheduler jobs;
  private final AuditTrail trail;
  private final PlanningConfig config;
  private final StoredJson json;
  private final Clock clock;

  /** Problems of requests that this process accepted, so that they need not be made again. */
  private final Map<String, Prepared> accepted =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * A request made ready.
   *
   * @param planning after what has happened
   * @param kept of the plan before, or null
   */
  record Prepared(PlanningProblem planning, KeptPlan kept) {}

  RunQueue(
      MissionData data,
      ProblemFactory problems,
      Continuations continuations,
      KeptPlans keptPlans,
      RecordedPlans recordedPlans,
      ScheduleRepository schedules,
      ScheduleViews views,
      DatasetCopyRepository copies,
      RunRepository runs,
      RunResults results,
      JobScheduler jobs,
      AuditTrail trail,
      PlanningConfig config,
      StoredJson json,
      Clock clock) {
    this.data = data;
    this.problems = problems;
    this.continuations = continuations;
    this.keptPlans = keptPlans;
    this.recordedPlans = recordedPlans;
    this.schedules = schedules;
    this.views = views;
    this.copies = copies;
    this.runs = runs;
    this.results = results;
    this.jobs = jobs;
    this.trail = trail;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Queues a request with the dataset as it now is.
   *
   * @throws Refusal 429 if the user has as many runs under way as one may have
   */
  @Transactional
  Schedule accept(ScheduleRequest request, String user) {
    return accept(request, user, false);
  }

  /** Queues a run, or only tries to: everything is checked, and nothing is queued. */
  @Transactional
  Schedule accept(ScheduleRequest request, String user, boolean tried) {
    if (schedules.countUnderWay(user) >= config.maxRunsPerUser()) {
      throw Refusal.tooMany(m -> m.tooManyRuns(config.maxRunsPerUser()), RETRY_SECONDS);
    }
    var dataset = data.dataset();
    var recorded = recordedPlans.of(request.continuation());
    var continuation = continuations.complete(recorded.continuation());
    var from = startFrom(request, continuation);
    var carried =
        from == null
            ? continuations.assumptions(
                continuation, recorded.assumptions(request.assumptions()), dataset)
            : continuations.assumptions(from, request.assumptions(), dataset);
    var asked =
        new AskedFor(
            carried.assumptions(),
            from == null
                ? Objective.complete(request.objective())
                : Objective.compared(request.objective()),
            Solve.complete(request.solve(), config.threads()),
            carried.left());
    var prepared = prepare(dataset, asked, continuation, from, recorded.sequence());
    var now = clock.instant();
    var schedule =
        new Schedule(
            request.name() == null
                ? "Schedule of " + now.toString().substring(0, 19) + "Z"
                : request.name(),
            tried ? null : copies.keep(dataset),
            json.bytes(asked),
            json.bytes(ScheduleResult.NONE),
            user,
            now);
    if (continuation.goesOn()) {
      schedule.goOnFrom(continuations.before(continuation), continuation);
    }
    if (recorded.sequence() != null) {
      schedule.knowsRecordUpTo(recorded.sequence());
    }
    if (from != null) {
      schedule.startAt(from);
    }
    if (request.plan() != null) {
      return keep(schedule, ManualPlan.judged(prepared, request.plan(), schedule.id()), tried);
    }
    if (tried) {
      return schedule;
    }
    var lane = lane(asked.solve());
    schedule.queueUp(lane.name(), place(lane, user));
    schedules.persist(schedule);
    runs.persist(new Run(schedule));
    schedules.flush();
    jobs.submit(PlanningJob.KIND, lane, schedule.id(), schedule.due());
    trail.changed("schedules", schedule.id(), null, views.view(schedule));
    accepted.put(schedule.id(), prepared);
    return schedule;
  }

  private Schedule startFrom(ScheduleRequest request, Continuation continuation) {
    if (request.startFrom() == null) {
      return null;
    }
    if (continuation.goesOn() || request.plan() != null) {
      throw Refusal.invalid("/startFrom", Messages::startFromStandsAlone);
    }
    return continuations.planned(request.startFrom(), "/startFrom");
  }

  /** Keeps a plan that was edited by hand, as it is. */
  private Schedule keep(Schedule schedule, RunResults.Finished judged, boolean tried) {
    schedule.isEdited();
    if (!tried) {
      schedules.persist(schedule);
      var run = new Run(schedule);
      run.finish();
      runs.persist(run);
      schedules.flush();
      results.keep(schedule, judged);
      trail.changed("schedules", schedule.id(), null, views.view(schedule));
    }
    return schedule;
  }

  private Lane lane(Solve solve) {
    long limit = solve.timeLimitSeconds().multiply(MILLIS).longValue();
    return limit > config.longRun().toMillis() ? Lane.LONG : Lane.SHORT;
  }

  /**
   * A place in a queue such that users take turns: a user's runs stand in successive rounds, the
   * first of them in the round that is next. Within a round the earlier request goes first.
   */
  private Instant place(Lane lane, String user) {
    var now = clock.instant();
    long next =
        schedules
            .nextPlace(lane.name())
            .or(() -> schedules.lastPlace(lane.name(), null))
            .map(Instant::getEpochSecond)
            .orElse(0L);
    long own =
        schedules.lastPlace(lane.name(), user).map(last -> last.getEpochSecond() + 1).orElse(next);
    long within = now.getEpochSecond() % SECONDS_WITHIN;
    return Instant.ofEpochSecond(Math.max(next, own), within * 10_000);
  }

  /** Hands out a run; nothing if it has ended. */
  @Transactional
  Optional<RunOrder> take(String id) {
    var schedule = schedules.findByIdOptional(id).orElse(null);
    if (schedule == null) {
      return Optional.empty();
    }
    var run = runs.lock(id);
    schedules.getEntityManager().refresh(schedule);
    if (!schedule.state().isUnderWay()) {
      return Optional.empty();
    }
    run.take();
    boolean last = run.lost() >= config.maxAttempts();
    if (last && (run.bestPlan() == null || run.lost() > config.maxAttempts())) {
      end(schedule, run, ScheduleResult.failed(Failure.Why.GIVEN_UP, run.attempt() - 1));
      return Optional.empty();
    }
    schedule.startSolving();
    var asked = views.askedFor(schedule);
    var prepared = accepted.remove(id);
    if (prepared == null) {
      prepared =
          prepare(
              copies.dataset(schedule.dataset()),
              asked,
              schedule.continuation(),
              schedule.startFrom(),
              schedule.recordSequence());
    }
    var planning = prepared.planning();
    var kept = prepared.kept();
    var start = run.bestPlan() == null ? null : plan(planning, run.bestPlan());
    if (kept != null && start == null) {
      start = kept.before();
    }
    var before = schedule.progress(null);
    // Who gives up keeps the best plan so far: it is only judged once more.
    var limits = last ? new Limits(1, 1, 1, 1, 1) : limits(asked.solve(), before.seconds());
    return Optional.of(new RunOrder(id, run.attempt(), before, planning, limits, start, kept));
  }

  private Prepared prepare(
      Dataset dataset, AskedFor asked, Continuation continuation, Schedule from, Long sequence) {
    var planning = problems.of(dataset, asked.assumptions(), asked.objective());
    var kept =
        from == null
            ? keptPlans.of(continuation, planning, sequence)
            : keptPlans.startingAt(from, planning);
    return new Prepared(kept == null ? planning : kept.planning(), kept);
  }

  private Plan plan(PlanningProblem planning, byte[] kept) {
    return PlanReader.read(planning, json.read(kept, PlanDocument.class));
  }

  /** The limits of a search, less the time that earlier attempts took. */
  private static Limits limits(Solve solve, double secondsBefore) {
    long left =
        solve
            .timeLimitSeconds()
            .subtract(BigDecimal.valueOf(secondsBefore))
            .multiply(MILLIS)
            .longValue();
    return new Limits(
        Math.max(1, left),
        solve.maxIterations() == null ? 0 : solve.maxIterations(),
        solve.targetGap() == null ? 0 : solve.targetGap().doubleValue(),
        solve.seed(),
        solve.threads());
  }

  /** How far a run has come. */
  record Report(double seconds, long iterations, Long objective, Long bound) {}

  /**
   * Stores how a run goes, with the best plan so far if it is new. Returns whether the run is still
   * the caller's and nobody wants it stopped.
   */
  @Transactional
  boolean report(RunOrder order, Report report, PlanDocument best) {
    var run = runs.lock(order.id());
    var schedule = schedules.findById(order.id());
    if (run.attempt() != order.attempt() || !schedule.state().isUnderWay()) {
      return false;
    }
    if (best != null) {
      run.keep(json.bytes(best));
    }
    schedule.report(report.seconds(), report.iterations(), report.objective(), report.bound());
    return !run.isStopRequested();
  }

  /** Gives a run back with its best plan so far, because this process ends. */
  @Transactional
  void giveBack(RunOrder order, PlanDocument best) {
    var run = runs.lock(order.id());
    if (run.attempt() == order.attempt()) {
      run.giveBack();
      if (best != null) {
        run.keep(json.bytes(best));
      }
    }
  }

  /** Keeps what a run has come to, unless another planner has taken it up since. */
  @Transactional
  void finish(RunOrder order, RunResults.Finished finished) {
    var run = runs.lock(order.id());
    var schedule = schedules.findById(order.id());
    if (run.attempt() == order.attempt() && schedule.state().isUnderWay()) {
      run.finish();
      results.keep(schedule, finished);
      planned(schedule, finished.result());
    }
  }

  private void planned(Schedule schedule, ScheduleResult result) {
    trail.changed("schedules", schedule.id(), null, result);
    trail.seal("planner of the service");
  }

  /** Ends a run because of a fault of ours. */
  @Transactional
  void fail(RunOrder order) {
    var run = runs.lock(order.id());
    var schedule = schedules.findById(order.id());
    if (run.attempt() == order.attempt() && schedule.state().isUnderWay()) {
      end(schedule, run, ScheduleResult.failed(Failure.Why.PLANNER_FAILED, order.attempt()));
    }
  }

  private void end(Schedule schedule, Run run, ScheduleResult result) {
    run.finish();
    schedule.end(ScheduleState.FAILED, null, json.bytes(result));
    planned(schedule, result);
  }

  /** Asks for a run to end; one that nobody has taken up is cancelled at once. */
  @Transactional
  Schedule stop(String id) {
    var schedule = schedules.get(id);
    var run = runs.lock(schedule.id());
    schedules.getEntityManager().refresh(schedule);
    if (!schedule.state().isUnderWay()) {
      throw Refusal.conflict(m -> m.isEndedAlready(schedule.state()));
    }
    if (schedule.state() == ScheduleState.QUEUED) {
      cancel(schedule, run);
    } else {
      run.requestStop();
    }
    return schedule;
  }

  private void cancel(Schedule schedule, Run run) {
    var was = views.view(schedule);
    run.finish();
    schedule.end(ScheduleState.CANCELLED, null, json.bytes(ScheduleResult.NONE));
    trail.changed("schedules", schedule.id(), was, views.view(schedule));
  }

  /**
   * Cancels the runs that nobody has taken up; of one user, or of all if that is null.
   *
   * @return how many there were
   */
  @Transactional
  int clear(String user) {
    int cancelled = 0;
    for (var schedule : schedules.queued(user)) {
      var run = runs.lock(schedule.id());
      schedules.getEntityManager().refresh(schedule);
      if (schedule.state() == ScheduleState.QUEUED) {
        cancel(schedule, run);
        cancelled++;
      }
    }
    return cancelled;
  }

  /** Puts a schedule in force. */
  @Transactional
  void activate(String id) {
    var schedule = schedules.get(id);
    schedules.activate(schedule, clock.instant());
    trail.changed("schedules", id, null, views.view(schedule));
    trail.seal("demo");
  }

  /** Loads a mission where there is none; returns whether there was none. */
  @Transactional
  boolean loadIfEmpty(Dataset dataset) {
    if (data.exists()) {
      return false;
    }
    data.replace(dataset);
    trail.seal("demo");
    return true;
  }
}
