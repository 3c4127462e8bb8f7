package org.drawdown.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** The one entry: without arguments the service, with arguments the command line. */
@QuarkusMain
public final class Main {

  /** For the container, which holds it for a bean. */
  Main() {}

  /**
   * Runs the service until it is stopped, or one command.
   *
   * @param args of the command line; none for the service
   */
  public static void main(String... args) {
    if (args.length == 0) {
      Quarkus.run();
      return;
    }
    System.exit(commandLine().execute(args));
  }

  /** All commands. */
  static CommandLine commandLine() {
    return new CommandLine(new Drawdown())
        .addSubcommand(new PlanCommand())
        .addSubcommand(new StagesCommand())
        .addSubcommand(new MovementsCommand())
        .addSubcommand(new CompareCommand())
        .addSubcommand(new ExportCommand())
        .addSubcommand(new VerifyCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(Failure::exitCode)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(line.getColorScheme().errorText(Failure.told(failure)));
              return Failure.exitCode(failure);
            });
  }
}
