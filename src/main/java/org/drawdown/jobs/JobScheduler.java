package org.drawdown.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs durable jobs with db-scheduler, one scheduler for each lane. A job is a row that one process
 * picks; while it runs, the process gives signs of life, and if these stop, another takes the job
 * up.
 */
@ApplicationScoped
public class JobScheduler {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Map<String, CustomTask<Void>> tasks;
  private final Map<Lane, Scheduler> lanes = new EnumMap<>(Lane.class);
  private volatile boolean ending;

  JobScheduler(AgroalDataSource database, @All List<Job> jobs, JobsConfig config) {
    this.tasks = jobs.stream().collect(Collectors.toMap(Job::kind, this::task));
    for (var lane : Lane.values()) {
      lanes.put(lane, scheduler(lane, database, config));
    }
  }

  private Scheduler scheduler(Lane lane, AgroalDataSource database, JobsConfig config) {
    return Scheduler.create(database, List.copyOf(tasks.values()))
        .tableName(lane.table())
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .threads(config.concurrent())
        // Locking while fetching would take nothing on H2.
        .pollUsingFetch(0.5, 3)
        .pollingInterval(config.poll())
        .heartbeatInterval(config.heartbeat())
        .missedHeartbeatsLimit(config.missedHeartbeats())
        .shutdownMaxWait(config.shutdownWait())
        .build();
  }

  /** Who takes a job up again finds it at its place in the queue, not behind all others. */
  private CustomTask<Void> task(Job job) {
    return Tasks.custom(job.kind(), Void.class)
        .onDeadExecution(
            (dead, operations) ->
                operations.reschedule(dead, dead.getExecution().getExecutionTime()))
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .execute((instance, context) -> run(job, instance));
  }

  private CompletionHandler<Void> run(Job job, TaskInstance<Void> instance) {
    return job.run(instance.getId()) == Job.Ending.DONE
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) ->
            operations.reschedule(complete, complete.getExecution().getExecutionTime());
  }

  /** Begins to look for jobs; late in the start, when everything that they need is there. */
  void start(@Observes @Priority(2600) StartupEvent event) {
    lanes.values().forEach(Scheduler::start);
  }

  /** Lets running jobs give themselves back, so that the next start takes them up at once. */
  void end(@Observes ShutdownEvent event) {
    ending = true;
    lanes.values().parallelStream().forEach(Scheduler::stop);
  }

  /** Whether this process ends, so that jobs should give themselves back. */
  public boolean isEnding() {
    return ending;
  }

  /**
   * Queues a job, in the transaction of the caller; it runs once that is committed.
   *
   * @param due orders the queue of the lane; in the past
   */
  public void submit(String kind, Lane lane, String id, Instant due) {
    lanes.get(lane).schedule(tasks.get(kind).instance(id), due);
  }
}
