package org.drawdown.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells which commands there are, where none is named. */
@Command(
    name = "drawdown",
    description = "Plans how a mission leaves. Without a command it is the service.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a file is wrong, or cannot be read or written",
      "2:the command line is wrong",
      "3:there is proof that no plan exists",
      "4:the plan breaks rules"
    })
final class Drawdown implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
