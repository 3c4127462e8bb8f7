package org.drawdown.api.contract;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bodies that the service accepts. */
@ConfigMapping(prefix = "drawdown.http")
interface BodyConfig {

  /** The largest body, in bytes, or with a suffix such as M. */
  @WithDefault("4M")
  MemorySize maxBodySize();

  /** The largest dataset, which only administrators may send. */
  @WithDefault("64M")
  MemorySize maxDatasetSize();
}
