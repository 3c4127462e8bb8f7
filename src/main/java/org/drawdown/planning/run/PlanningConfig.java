package org.drawdown.planning.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the machine planning may take. */
@ConfigMapping(prefix = "drawdown.planning")
interface PlanningConfig {

  /** Threads that one run may search with. */
  @WithDefault("2")
  int threads();

  /** How often a run stores the best plan so far and tells how it goes. */
  @WithDefault("PT1S")
  Duration heartbeat();

  /** How often the process of a run may die before the run is given up. */
  @WithDefault("5")
  int maxAttempts();

  /** Runs that one user may have queued or being solved. */
  @WithDefault("20")
  int maxRunsPerUser();

  /** Runs with a longer time limit wait in a queue of their own, so that shorter ones can pass. */
  @WithDefault("PT1M")
  Duration longRun();

  /** Whether the engine is warmed up when the service starts. */
  @WithDefault("true")
  boolean warmUp();
}
