package org.drawdown.common;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer into the body, {@code /query/<name>} for a parameter, or {@code
 *     /header/<name>} for a header
 */
public record Fault(String pointer, Text detail) {

  /** A fault in a sentence, see {@link Text#of}. */
  public static Fault of(String pointer, String english, Object... values) {
    return new Fault(pointer, Text.of(english, values));
  }

  /** The same fault of a document that stands at {@code prefix} in another. */
  public Fault under(String prefix) {
    return new Fault(prefix + pointer, detail);
  }
}
