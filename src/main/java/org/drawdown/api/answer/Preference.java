package org.drawdown.api.answer;

import java.util.List;
import java.util.regex.Pattern;

/** Preferences of a client (RFC 7240). */
public final class Preference {

  /** Longer than this nobody is kept waiting, in seconds. */
  public static final int LONGEST_WAIT = 60;

  private static final Pattern WAIT =
      Pattern.compile(
          "(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

  private Preference() {}

  /**
   * The seconds that a client would wait for an answer rather than ask again.
   *
   * @param prefer the lines of the header; may be null
   * @return 0 to {@link #LONGEST_WAIT}; 0 if the header does not say, or not in a way that is
   *     understood, since preferences may be ignored
   */
  public static int waitSeconds(List<String> prefer) {
    var wait = WAIT.matcher(prefer == null ? "" : String.join(",", prefer));
    return wait.find() ? Math.min(LONGEST_WAIT, Integer.parseInt(wait.group(1))) : 0;
  }
}
