package org.drawdown.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are taken up. */
@ConfigMapping(prefix = "drawdown.jobs")
interface JobsConfig {

  /** Jobs of each lane that this process runs at once; others wait. */
  @WithDefault("1")
  int concurrent();

  /** How often a process looks for jobs. */
  @WithDefault("PT0.2S")
  Duration poll();

  /** How often a process gives a sign of life for the jobs that it runs. */
  @WithDefault("PT1S")
  Duration heartbeat();

  /** Signs of life that a process may miss, at least 4, before others take up its jobs. */
  @WithDefault("8")
  int missedHeartbeats();

  /** How long a process that ends waits for its jobs to give themselves back. */
  @WithDefault("PT5S")
  Duration shutdownWait();
}
