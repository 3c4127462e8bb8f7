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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs durable jobs with db-scheduler. A job is a row that one process picks; while it runs, the
 * process gives signs of life, and if these stop, another takes the job up.
 */
@ApplicationScoped
public class JobScheduler {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Map<String, CustomTask<Void>> tasks;
  private final Scheduler scheduler;
  private final Clock clock;
  private volatile boolean ending;

  JobScheduler(AgroalDataSource database, @All List<Job> jobs, JobsConfig config, Clock clock) {
    this.clock = clock;
    this.tasks = jobs.stream().collect(Collectors.toMap(Job::kind, this::task));
    this.scheduler =
        Scheduler.create(database, List.copyOf(tasks.values()))
            .tableName("job")
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

  private CustomTask<Void> task(Job job) {
    return Tasks.custom(job.kind(), Void.class)
        .onDeadExecutionRevive()
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .execute((instance, context) -> run(job, instance));
  }

  private CompletionHandler<Void> run(Job job, TaskInstance<Void> instance) {
    return job.run(instance.getId()) == Job.Ending.DONE
        ? new CompletionHandler.OnCompleteRemove<>()
        : (complete, operations) -> operations.reschedule(complete, clock.instant());
  }

  /** Begins to look for jobs; late in the start, when everything that they need is there. */
  void start(@Observes @Priority(2600) StartupEvent event) {
    scheduler.start();
  }

  /** Lets running jobs give themselves back, so that the next start takes them up at once. */
  void end(@Observes ShutdownEvent event) {
    ending = true;
    scheduler.stop();
  }

  /** Whether this process ends, so that jobs should give themselves back. */
  public boolean isEnding() {
    return ending;
  }

  /** Queues a job, in the transaction of the caller; it runs once that is committed. */
  public void submit(String kind, String id) {
    scheduler.schedule(tasks.get(kind).instance(id), clock.instant());
  }
}
