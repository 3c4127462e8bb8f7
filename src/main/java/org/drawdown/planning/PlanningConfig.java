package org.drawdown.planning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the machine planning may take. */
@ConfigMapping(prefix = "drawdown.planning")
interface PlanningConfig {

  /** Threads that one run may search with. */
  @WithDefault("2")
  int threads();

  /** Runs that this process works on at once; others wait. */
  @WithDefault("1")
  int concurrentRuns();

  /** How long a run stays with a process that gives no sign of life. */
  @WithDefault("PT10S")
  Duration lease();

  /** How often a process gives a sign of life, and stores the best plan so far. */
  @WithDefault("PT1S")
  Duration heartbeat();

  /** How often a process looks for runs to take up. */
  @WithDefault("PT0.2S")
  Duration poll();

  /** How often a run is taken up before it counts as failed. */
  @WithDefault("5")
  int maxAttempts();
}
