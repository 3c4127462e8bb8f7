package org.drawdown.planning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Limits;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.search.Planner;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.schedule.SchedulePart;
import org.drawdown.schedule.ScheduleState;
import org.jboss.logging.Logger;

/** Works on runs, on threads of its own, a few at a time. */
@ApplicationScoped
class Solver {

  private static final Logger LOG = Logger.getLogger(Solver.class);

  private final Desk desk;
  private final PlanningConfig config;
  private final ObjectMapper mapper;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService pulse =
      Executors.newScheduledThreadPool(1, r -> thread(r, "planning-pulse"));
  private ScheduledExecutorService workers;
  private volatile boolean ending;

  Solver(Desk desk, PlanningConfig config, ObjectMapper mapper) {
    this.desk = desk;
    this.config = config;
    this.mapper = mapper;
  }

  /** Begins to look for runs; late in the start, when everything they need is there. */
  void start(@Observes @Priority(2600) StartupEvent event) {
    workers = Executors.newScheduledThreadPool(config.concurrentRuns(), r -> thread(r, "planning"));
    long poll = config.poll().toMillis();
    for (int i = 0; i < config.concurrentRuns(); i++) {
      workers.scheduleWithFixedDelay(this::workOnNext, poll, poll, TimeUnit.MILLISECONDS);
    }
  }

  /** Gives back what it works on, so that the next start takes it up at once. */
  void end(@Observes ShutdownEvent event) throws InterruptedException {
    ending = true;
    if (workers != null) {
      workers.shutdown();
      workers.awaitTermination(5, TimeUnit.SECONDS);
      pulse.shutdownNow();
    }
  }

  private static Thread thread(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @ActivateRequestContext
  void workOnNext() {
    try {
      if (!ending) {
        desk.next().ifPresent(this::work);
      }
    } catch (RuntimeException e) {
      LOG.error("Looking for a planning run failed; it is tried again", e);
    }
  }

  /** Ends a run of this process at once; what other processes run they end at their next beat. */
  void stop(String id) {
    var job = jobs.get(id);
    if (job != null) {
      job.stopped = true;
    }
  }

  /** Works on a run until it is done. */
  void work(Desk.Order order) {
    var job = new Job(order);
    jobs.put(order.id(), job);
    var beats =
        pulse.scheduleAtFixedRate(
            job::beat,
            config.heartbeat().toMillis(),
            config.heartbeat().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      job.solve();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Planning schedule %s failed", order.id());
      desk.finish(order, ScheduleState.FAILED, desk.failure("the planner failed"), Map.of());
    } finally {
      beats.cancel(false);
      jobs.remove(order.id());
    }
  }

  /** One run that this process works on. */
  private final class Job implements Watcher {
    private final Desk.Order order;
    private final long began = System.nanoTime();
    private final AtomicReference<Plan> unsaved = new AtomicReference<>();
    private volatile long objective;
    private volatile Bound bound;
    private volatile long iterations;
    private volatile boolean found;
    private volatile boolean stopped;

    Job(Desk.Order order) {
      this.order = order;
    }

    @Override
    public void improved(long better, Bound proved, long built, Supplier<Plan> plan) {
      objective = better;
      bound = proved;
      iterations = built;
      found = true;
      unsaved.set(plan.get());
    }

    @Override
    public void raised(Bound proved) {
      bound = proved;
    }

    @Override
    public boolean wantsStop() {
      return stopped || ending;
    }

    void beat() {
      try {
        if (!desk.beat(order, unsaved.getAndSet(null), progress().toString())) {
          stopped = true;
        }
      } catch (RuntimeException e) {
        LOG.warn("A sign of life could not be given; it is tried again", e);
      }
    }

    private ObjectNode progress() {
      var progress = mapper.createObjectNode();
      progress.put("state", ScheduleState.SOLVING.name());
      progress.put("seconds", (System.nanoTime() - began) / 100_000_000 / 10.0);
      progress.put("iterations", iterations);
      if (found) {
        progress.put("objective", objective);
        progress.put("bound", bound.objective());
        progress.put("gap", bound.gap(objective));
      }
      var result = mapper.createObjectNode();
      result.set("progress", progress);
      return result;
    }

    void solve() {
      var solve = order.solve();
      var limits =
          new Limits(
              (long) (solve.path("timeLimitSeconds").asDouble() * 1000),
              solve.path("maxIterations").asLong(),
              solve.path("targetGap").asDouble(),
              solve.path("seed").asLong(),
              solve.path("threads").asInt());
      var problem = order.briefing().problem();
      var outcome = Planner.plan(problem, limits, order.start(), this);
      if (ending) {
        desk.giveBack(order, outcome.plan());
        return;
      }
      keep(unlessBetterBefore(outcome));
    }

    /** What was planned before stays where it is still valid and nothing better was found. */
    private Outcome unlessBetterBefore(Outcome outcome) {
      if (order.kept() == null || outcome.plan() == null) {
        return outcome;
      }
      var before = order.kept().base();
      var judgement = Verifier.judge(order.briefing().problem(), before);
      return !judgement.valid() || judgement.ledger().objective() >= outcome.objective()
          ? outcome
          : new Outcome(
              before,
              judgement.ledger().objective(),
              outcome.bound(),
              List.of(),
              outcome.statistics());
    }

    private Map<SchedulePart.Name, String> lists(Plan plan, Ledger ledger) {
      var lists = new ListsWriter(mapper, order.briefing(), plan).lists(ledger);
      lists.put(
          SchedulePart.Name.EXPLANATION,
          new ExplanationWriter(mapper, order.briefing(), plan).write(ledger));
      return lists;
    }

    private void keep(Outcome outcome) {
      var writer = new ResultWriter(mapper, order, outcome);
      if (outcome.plan() == null) {
        var state =
            !outcome.conflicts().isEmpty()
                ? ScheduleState.INFEASIBLE
                : stopped ? ScheduleState.CANCELLED : ScheduleState.FAILED;
        desk.finish(order, state, writer.withoutPlan(state), Map.of());
        return;
      }
      var judgement = Verifier.judge(order.briefing().problem(), outcome.plan());
      if (!judgement.valid() || judgement.ledger().objective() != outcome.objective()) {
        throw new IllegalStateException(
            "the verifier does not pass the plan: objective %d against %d, %s"
                .formatted(
                    outcome.objective(), judgement.ledger().objective(), judgement.violations()));
      }
      desk.finish(
          order,
          ScheduleState.READY,
          writer.result(judgement.ledger()),
          lists(outcome.plan(), judgement.ledger()));
    }
  }
}
