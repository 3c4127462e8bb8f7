package org.drawdown.command;

import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      ConfigProvider.getConfig()
          .getOptionalValue("quarkus.application.version", String.class)
          .orElse("?")
    };
  }
}
