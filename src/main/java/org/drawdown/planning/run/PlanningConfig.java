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

  /** How often a run is taken up before it counts as failed. */
  @WithDefault("5")
  int maxAttempts();
}
