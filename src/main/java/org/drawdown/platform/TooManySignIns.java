package org.drawdown.platform;

import io.quarkus.security.AuthenticationException;

/** Too many sign-ins have failed, so that nobody looks at this one yet. */
public final class TooManySignIns extends SecurityException implements AuthenticationException {

  private final int seconds;

  TooManySignIns(int seconds) {
    this.seconds = seconds;
  }

  /** Seconds after which another is looked at. */
  public int retryAfter() {
    return seconds;
  }
}
