package org.drawdown.planning.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.drawdown.engine.Bound;
import org.drawdown.engine.Outcome;
import org.drawdown.engine.Plan;
import org.drawdown.engine.Term;
import org.drawdown.engine.Watcher;
import org.drawdown.engine.planner.Planner;
import org.drawdown.engine.verifier.Ledger;
import org.drawdown.engine.verifier.Verifier;
import org.drawdown.jobs.Job;
import org.drawdown.jobs.JobScheduler;
import org.drawdown.planning.result.PlanDocuments;
import org.drawdown.platform.database.DatabaseFaults;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Plans: takes up a run, lets the engine think, and keeps what comes out. */
@ApplicationScoped
class PlanningJob implements Job {

  /** The kind of these jobs. */
  static final String KIND = "planning";

  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(PlanningJob.class);

  private final RunQueue queue;
  private final Instance<JobScheduler> jobs;
  private final ManagedExecutor threads;
  private final PlanningConfig config;
  private final Map<String, Search> searches = new ConcurrentHashMap<>();

  PlanningJob(
      RunQueue queue, Instance<JobScheduler> jobs, ManagedExecutor threads, PlanningConfig config) {
    this.queue = queue;
    this.jobs = jobs;
    this.threads = threads;
    this.config = config;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Job.Ending run(String id) {
    var order = queue.take(id).orElse(null);
    if (order == null) {
      return Job.Ending.DONE;
    }
    var search = new Search(order);
    searches.put(id, search);
    try {
      return search.run();
    } finally {
      searches.remove(id);
    }
  }

  /** Ends a search of this process at once; another process ends its own at its next report. */
  void stop(String id) {
    var search = searches.get(id);
    if (search != null) {
      search.stopped = true;
    }
  }

  /** One run that this process works on. */
  private final class Search implements Watcher {
    private final RunOrder order;
    private final PlanDocuments documents;
    private final long began = System.nanoTime();
    private final AtomicReference<Plan> unsaved = new AtomicReference<>();
    private volatile Long objective;
    private volatile Bound bound;
    private volatile long iterations;
    private volatile boolean stopped;

    Search(RunOrder order) {
      this.order = order;
      this.documents = new PlanDocuments(order.planning());
    }

    @Override
    public void improved(long better, Bound proved, long built, Supplier<Plan> plan) {
      bound = proved;
      iterations = built;
      objective = better;
      unsaved.set(plan.get());
    }

    @Override
    public void raised(Bound proved) {
      bound = proved;
    }

    @Override
    public boolean wantsStop() {
      return stopped || jobs.get().isEnding();
    }

    Job.Ending run() {
      Outcome found;
      RunResults.Finished finished;
      try {
        found = search();
        if (jobs.get().isEnding()) {
          report();
          queue.giveBack(order, found.plan() == null ? null : documents.document(found.plan()));
          return Job.Ending.AGAIN;
        }
        finished = finished(inSum(unlessBetterBefore(found)));
      } catch (PlannerFailed e) {
        LOG.errorf(e.getCause(), "Planning schedule %s failed", order.id());
        return stored(() -> queue.fail(order));
      }
      return stored(() -> queue.finish(order, finished));
    }

    /**
     * Stores the end of the run, again and again while the database does not answer: that it fails
     * to store is no failure of the planner. Whoever holds a later attempt by then is not
     * disturbed.
     */
    private Job.Ending stored(Runnable write) {
      while (true) {
        try {
          write.run();
          return Job.Ending.DONE;
        } catch (RuntimeException e) {
          if (jobs.get().isEnding() || !DatabaseFaults.isAway(e)) {
            throw e;
          }
          LOG.warnf(
              "The end of schedule %s could not be stored; it is tried again: %s",
              order.id(), DatabaseFaults.reason(e));
          pause();
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(AGAIN.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the process ends", e);
      }
    }

    /** Lets the engine think, and meanwhile reports how it goes. */
    private Outcome search() {
      var thinking =
          CompletableFuture.supplyAsync(
              () -> Planner.plan(order.planning().problem(), order.limits(), order.start(), this),
              threads);
      while (true) {
        try {
          return thinking.get(config.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          report();
        } catch (ExecutionException e) {
          throw new PlannerFailed(e.getCause());
        } catch (InterruptedException e) {
          // The scheduler does not wait any longer: end the search, so that the run is given back.
          stopped = true;
        }
      }
    }

    private void report() {
      var plan = unsaved.getAndSet(null);
      var best = plan == null ? null : documents.document(plan);
      double here = (System.nanoTime() - began) / 100_000_000 / 10.0;
      double seconds = Math.round((order.before().seconds() + here) * 10) / 10.0;
      var reached = objective;
      var report =
          new RunQueue.Report(
              seconds,
              order.before().iterations() + iterations,
              reached,
              reached == null ? null : inSum(bound).objective());
      try {
        if (!queue.report(order, report, best)) {
          stopped = true;
        }
      } catch (RuntimeException e) {
        if (plan != null) {
          unsaved.compareAndSet(null, plan);
        }
        LOG.warnf(
            "The progress of schedule %s could not be stored; it is tried again: %s",
            order.id(), DatabaseFaults.reason(e));
      }
    }

    /** The plan before stays where it is still valid and nothing better was found. */
    private Outcome unlessBetterBefore(Outcome found) {
      if (order.kept() == null || found.plan() == null) {
        return found;
      }
      var before = order.kept().before();
      var judgement = Verifier.judge(order.planning().problem(), before);
      return !judgement.valid() || judgement.ledger().objective() >= found.objective()
          ? found
          : new Outcome(
              before,
              null,
              judgement.ledger().objective(),
              found.bound(),
              List.of(),
              found.closings(),
              found.statistics());
    }

    /** What an earlier attempt has proved holds still. */
    private Bound inSum(Bound proved) {
      var before = order.before().bound();
      return before == null || proved == null || before <= proved.objective()
          ? proved
          : new Bound(
              before,
              Bound.Relaxed.POOLS_PRICED,
              proved.earliestCompletion(),
              proved.completionRelaxation());
    }

    /** An outcome with what earlier attempts have proved and built. */
    private Outcome inSum(Outcome found) {
      var s = found.statistics();
      double here = s.iterations() / (double) Math.max(1, s.iterationsPerSecond());
      double seconds = order.before().seconds() + here;
      long built = order.before().iterations() + s.iterations();
      long speed = seconds > 0 ? Math.round(built / seconds) : s.iterationsPerSecond();
      return new Outcome(
          found.plan(),
          found.broken(),
          found.objective(),
          inSum(found.bound()),
          found.conflicts(),
          found.closings(),
          new Outcome.Statistics(s.firstValidAfterMs(), built, speed, s.threads(), s.stoppedBy()));
    }

    private RunResults.Finished finished(Outcome found) {
      if (found.plan() == null) {
        return found.broken() == null || stopped
            ? RunResults.withoutPlan(order, found, stopped)
            : RunResults.unresolved(order, found);
      }
      var judgement = Verifier.judge(order.planning().problem(), found.plan());
      if (!judgement.valid() || judgement.ledger().objective() != found.objective()) {
        throw new PlannerFailed(
            new IllegalStateException(
                "the verifier does not pass the plan: objective %d against %d, %s"
                    .formatted(
                        found.objective(),
                        judgement.ledger().objective(),
                        judgement.violations())));
      }
      refuseFalseProof(found.bound(), judgement.ledger());
      return RunResults.withPlan(order, found, judgement.ledger());
    }

    /** A plan that does better than no plan could: what is proved is not true. */
    private static void refuseFalseProof(Bound proved, Ledger ledger) {
      long completion = ledger.terms().get(Term.COMPLETION);
      if (proved.objective() > ledger.objective() || proved.earliestCompletion() > completion) {
        throw new PlannerFailed(
            new IllegalStateException(
                "a false certificate: bound %d of a plan of %d, day %d of one that completes on %d"
                    .formatted(
                        proved.objective(),
                        ledger.objective(),
                        proved.earliestCompletion(),
                        completion)));
      }
    }
  }

  /** The engine, not the database, has failed. */
  private static final class PlannerFailed extends RuntimeException {
    PlannerFailed(Throwable cause) {
      super(cause);
    }
  }
}
