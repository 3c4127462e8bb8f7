package org.drawdown.api.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.drawdown.api.problem.Refusal;
import org.drawdown.language.Languages;

/** Lets a change pass only if the client means the present version. */
@ApplicationScoped
public class ETags {

  private final AnswerBodies bodies;
  private final HttpHeaders headers;

  ETags(AnswerBodies bodies, HttpHeaders headers) {
    this.bodies = bodies;
    this.headers = headers;
  }

  /**
   * Compares If-Match with what a GET would answer now.
   *
   * @param present what a GET would return, or null if there is nothing yet
   * @throws Refusal 428 without If-Match, 412 if it names another version
   */
  public void requireMatch(Object present) {
    var given = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (given == null || given.isBlank()) {
      throw Refusal.unconditional();
    }
    var tags = Arrays.stream(given.split(",")).map(String::strip).toList();
    if (!tags.contains("*") && !tags.contains(tag(present))) {
      throw Refusal.stale();
    }
  }

  private String tag(Object present) {
    var language = Languages.favourite(headers.getAcceptableLanguages());
    return present == null ? "" : '"' + bodies.json(present, language).tag() + '"';
  }
}
