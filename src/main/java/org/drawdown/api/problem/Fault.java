package org.drawdown.api.problem;

import org.drawdown.language.Text;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, {@code /query/<name>} for a parameter, or {@code
 *     /header/<name>} for a header
 */
public record Fault(String pointer, Text detail) {

  /** This fault, of a document that stands at {@code prefix} in another. */
  public Fault under(String prefix) {
    return new Fault(prefix + pointer, detail);
  }
}
