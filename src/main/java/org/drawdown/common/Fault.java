package org.drawdown.common;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, or {@code /query/<name>} for a parameter
 */
public record Fault(String pointer, String detail) {

  /** The same fault of a document that stands at {@code prefix} in another. */
  public Fault under(String prefix) {
    return new Fault(prefix + pointer, detail);
  }
}
