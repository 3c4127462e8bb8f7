package org.drawdown.command;

import java.io.IOException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** A command that cannot be carried out. */
final class Failure extends RuntimeException {

  /** A file is wrong, or cannot be read or written. */
  static final int WRONG_INPUT = 1;

  /** There is proof that no plan exists. */
  static final int NO_PLAN = 3;

  /** The plan breaks rules. */
  static final int RULES_BROKEN = 4;

  private final int code;

  Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The exit code of whatever went wrong. */
  static int exitCode(Throwable failure) {
    return failure instanceof Failure told
        ? told.code
        : failure instanceof ParameterException ? ExitCode.USAGE : WRONG_INPUT;
  }

  /** The message for the user. */
  static String told(Throwable failure) {
    return failure instanceof IOException
        ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
        : String.valueOf(failure.getMessage());
  }
}
