package org.drawdown.api.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
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
   * @param present what a GET would return, or null if there is nothing yet; asked only if that
   *     matters
   * @throws Refusal 428 without If-Match, 412 if it names another version
   */
  public void requireMatch(Supplier<?> present) {
    var meant = new TagList(headers.getHeaderString(HttpHeaders.IF_MATCH));
    if (meant.isAbsent()) {
      throw Refusal.unconditional();
    }
    if (!meant.isAny()) {
      var there = present.get();
      if (there == null || !meant.names(tag(there))) {
        throw Refusal.stale();
      }
    }
  }

  /** The tag of what a GET would return. */
  public String tag(Object present) {
    var accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    return bodies.json(present, Languages.favourite(accepted)).tag();
  }
}
